import type { IrcLine } from "./irc-message.ts";

/** The name that the gateway has as a server. */
export const SERVER = "papo.gateway";

export interface ReplyOptions {
  /** The client's nickname, or `*`. */
  nick(): string;
  send(line: IrcLine): void;
  /** By which the client knows the answer, where it has asked for that (labeled-response). */
  readonly label: string | undefined;
  /** A name for a batch. */
  batch(): string;
}

/** What one command is answered with: all of it, and nothing else, goes under its label. */
export class Reply {
  readonly #options: ReplyOptions;
  readonly #lines: IrcLine[] = [];
  #isLater = false;

  constructor(options: ReplyOptions) {
    this.#options = options;
  }

  get label(): string | undefined {
    return this.#options.label;
  }

  numeric(code: string, ...params: readonly string[]): void {
    this.line({ source: SERVER, command: code, params: [this.#options.nick(), ...params] });
  }

  /** https://ircv3.net/specs/extensions/standard-replies */
  fail(command: string, ...params: readonly string[]): void {
    this.line({ source: SERVER, command: "FAIL", params: [command, ...params] });
  }

  line(line: IrcLine): void {
    if (this.#options.label === undefined) this.#options.send(line);
    else this.#lines.push(line);
  }

  /** The answer comes when something is stored, and is given by who tells that. */
  later(): void {
    this.#isLater = true;
  }

  /** There is no more of it. */
  end(): void {
    const { label, send, batch } = this.#options;
    if (label === undefined || (this.#isLater && this.#lines.length === 0)) return;
    const [first, ...more] = this.#lines;
    if (first === undefined) {
      send({ tags: { label }, source: SERVER, command: "ACK", params: [] });
    } else if (more.length === 0 || first.command === "BATCH") {
      send(labelled(first, label));
      for (const line of more) send(line);
    } else {
      const name = batch();
      send({ tags: { label }, source: SERVER, command: "BATCH", params: [`+${name}`, "labeled-response"] });
      for (const line of this.#lines) send({ ...line, tags: { ...line.tags, batch: name } });
      send({ source: SERVER, command: "BATCH", params: [`-${name}`] });
    }
  }
}

function labelled(line: IrcLine, label: string): IrcLine {
  return { ...line, tags: { ...line.tags, label } };
}
