import type { Change } from "../../../src/protocol/change.ts";
import type { Message } from "../../../src/protocol/event.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { graphemes } from "../text/graphemes.ts";
import { spokenIn } from "./file-lines.ts";

/** Messages that a later line may point at. */
const BOUND = 1_000;
/** Graphemes of an excerpt. */
const LENGTH = 24;

/** Enough of a message to know it again. */
export interface Excerpt {
  readonly uid: string;
  readonly nick: string;
  readonly at: number;
  /** Undefined once it is deleted. */
  readonly text: string | undefined;
  /** What it says where its text is taken away: the names of its files. */
  readonly files: string;
  readonly private: boolean;
}

/** What the screen has shown, for the lines that point back: replies, edits and deletions. */
export class Excerpts {
  readonly #shown = new Map<number, Excerpt>();

  get(id: number): Excerpt | undefined {
    return this.#shown.get(id);
  }

  add(message: Message): void {
    const { id, uid, nick, at, text, to, files = [] } = message;
    this.#shown.set(id, {
      uid,
      nick,
      at,
      text: text === undefined ? undefined : excerpt(spokenIn(message)),
      files: excerpt(spokenIn({ files })),
      private: to !== undefined,
    });
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > BOUND && oldest !== undefined) this.#shown.delete(oldest);
  }

  /** The message now has another text, or none. */
  change(change: Change): void {
    const shown = this.#shown.get(change.target);
    if (shown === undefined) return;
    switch (change.type) {
      case "edited":
        this.#shown.set(change.target, {
          ...shown,
          text: change.text === "" ? shown.files : excerpt(change.text),
        });
        return;
      case "deleted":
        this.#shown.set(change.target, { ...shown, text: undefined });
        return;
      case "reacted":
        return;
      default:
        change satisfies never;
    }
  }
}

/** The beginning of a text, in one line. */
export function excerpt(text: string): string {
  const all = graphemes(oneLine(text).trim());
  if (all.length <= LENGTH) return all.join("");
  // Once more: what was open may have lost its end.
  return oneLine(`${all.slice(0, LENGTH - 1).join("")}…`);
}
