import type { IrcMessage } from "./irc-message.ts";

/** Lines of one message that a client sends one by one: https://ircv3.net/specs/extensions/multiline. */
export class OpenBatch {
  readonly name: string;
  readonly target: string;
  readonly opening: IrcMessage;
  readonly #lines: { readonly text: string; readonly goesOn: boolean }[] = [];
  #size = 0;

  constructor(name: string, target: string, opening: IrcMessage) {
    this.name = name;
    this.target = target;
    this.opening = opening;
  }

  /** Whether a message is a part of it. */
  takes({ command, tags, params }: IrcMessage): boolean {
    if (tags.batch !== this.name || (command !== "PRIVMSG" && command !== "NOTICE")) return false;
    const [, text = ""] = params;
    this.#size += text.length + 1;
    this.#lines.push({ text, goesOn: Object.hasOwn(tags, "draft/multiline-concat") });
    return true;
  }

  get isTooLong(): boolean {
    return this.#lines.length > 200 || this.#size > 16_000;
  }

  get text(): string {
    return this.#lines.map(({ text, goesOn }, at) => `${at === 0 || goesOn ? "" : "\n"}${text}`).join("");
  }
}
