import type { IrcLine } from "./wire/irc-message.ts";

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
    const { label, send } = this.#options;
    if (label === undefined || (this.#isLater && this.#lines.length === 0)) return;
    const lines = this.#lines.length === 0 ? [{ source: SERVER, command: "ACK", params: [] }] : this.#lines;
    for (const line of labelledLines(lines, label, this.#options)) send(line);
  }
}

/** Lines that answer a labelled command: one has the label, several are a batch that has it. */
export function labelledLines(
  lines: readonly IrcLine[],
  label: string | undefined,
  { batch }: Pick<ReplyOptions, "batch">,
): readonly IrcLine[] {
  const [first, ...more] = lines;
  if (label === undefined || first === undefined) return lines;
  if (more.length === 0 || isOneBatch(lines)) {
    return [{ ...first, tags: { ...first.tags, label } }, ...more];
  }
  const name = batch();
  return [
    { tags: { label }, source: SERVER, command: "BATCH", params: [`+${name}`, "labeled-response"] },
    ...lines.map((line) => (isInBatch(line) ? line : { ...line, tags: { ...line.tags, batch: name } })),
    { source: SERVER, command: "BATCH", params: [`-${name}`] },
  ];
}

/** Whether lines are a batch already, and nothing else. */
function isOneBatch([first, ...more]: readonly IrcLine[]): boolean {
  const end = more.at(-1);
  const [name = ""] = first?.params ?? [];
  return first?.command === "BATCH" && end?.command === "BATCH" && end.params[0] === `-${name.slice(1)}`;
}

/** The end of a batch belongs to its beginning, and what is in it to it alone. */
function isInBatch({ command, tags, params }: IrcLine): boolean {
  return tags?.batch !== undefined || (command === "BATCH" && params.length === 1);
}
