import type { IrcMessage } from "./irc-message.ts";
import type { TextLine } from "./split-text.ts";

/** How much a message of several lines may have. */
export const MULTILINE = { bytes: 16_000, lines: 200 } as const;

/** Lines of one message that a client sends one by one: https://ircv3.net/specs/extensions/multiline. */
export class OpenBatch {
  readonly name: string;
  readonly target: string;
  readonly opening: IrcMessage;
  /** What its lines were said with. */
  command: "PRIVMSG" | "NOTICE" = "PRIVMSG";
  /** Whether the client was told that it is no message. */
  isRefused = false;
  readonly lines: TextLine[] = [];
  #size = 0;
  #isMixed = false;

  constructor(name: string, target: string, opening: IrcMessage) {
    this.name = name;
    this.target = target;
    this.opening = opening;
  }

  /** Whether a message is a part of it. */
  takes({ command, tags, params }: IrcMessage): boolean {
    if (tags.batch === undefined || (command !== "PRIVMSG" && command !== "NOTICE")) return false;
    const [target, text = ""] = params;
    const goesOn = Object.hasOwn(tags, "draft/multiline-concat");
    this.#isMixed ||=
      tags.batch !== this.name ||
      target !== this.target ||
      (this.lines.length > 0 && command !== this.command) ||
      (goesOn && text === "");
    this.command = command;
    this.#size += Buffer.byteLength(text) + 1;
    // What is too much is not kept.
    if (this.trouble === undefined) {
      this.lines.push({ text, goesOn });
    }
    return true;
  }

  /** Why it is no message, as the specification calls it. */
  get trouble(): "MULTILINE_MAX_BYTES" | "MULTILINE_MAX_LINES" | "MULTILINE_INVALID" | undefined {
    if (this.#isMixed) return "MULTILINE_INVALID";
    if (this.#size > MULTILINE.bytes) return "MULTILINE_MAX_BYTES";
    return this.lines.length > MULTILINE.lines ? "MULTILINE_MAX_LINES" : undefined;
  }

  get text(): string {
    return this.lines.map(({ text, goesOn }, at) => `${at === 0 || goesOn ? "" : "\n"}${text}`).join("");
  }
}
