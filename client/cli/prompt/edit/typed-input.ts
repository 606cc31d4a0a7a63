import { StringDecoder } from "node:string_decoder";
import type { PromptAction } from "./action.ts";
import { DRAFT_LIMIT } from "./line.ts";

/** A key that comes as several characters. */
const SEQUENCE = /^\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|[^[O])?/;
const NONE: PromptAction = { type: "none" };
const KEYS: Readonly<Record<string, PromptAction>> = {
  "\r": { type: "submit" },
  "\n": { type: "submit" },
  "\b": { type: "delete", motion: "left" },
  "\x7f": { type: "delete", motion: "left" },
  "\x15": { type: "kill", motion: "start" },
  "\x03": { type: "interrupt" },
  "\x04": { type: "eof" },
};

/** What has come from a terminal, to be taken by the line or by the key. */
export class TypedInput {
  readonly #decoder = new StringDecoder("utf8");
  #rest = "";

  get isEmpty(): boolean {
    return this.#rest === "";
  }

  add(chunk: Uint8Array | string): void {
    this.#rest += typeof chunk === "string" ? chunk : this.#decoder.write(Buffer.from(chunk));
  }

  clear(): void {
    this.#rest = "";
  }

  /** Takes one line; undefined where none has ended yet. */
  takeLine(): string | undefined {
    const end = this.#rest.search(/[\r\n]/);
    if (end === -1) {
      this.#rest = this.#rest.slice(0, DRAFT_LIMIT);
      return undefined;
    }
    const line = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end).replace(/^\r?\n|^\r/, "");
    return line;
  }

  /** Takes one key. */
  takeKey(): PromptAction {
    const [key = ""] = SEQUENCE.exec(this.#rest) ?? [...this.#rest];
    this.#rest = this.#rest.slice(key.length);
    if (Object.hasOwn(KEYS, key)) return KEYS[key] ?? NONE;
    return /\p{Cc}/u.test(key) ? NONE : { type: "insert", text: key };
  }
}
