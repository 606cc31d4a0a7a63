import { emojis, emojiTable } from "../emoji/emojis.ts";
import { skinTone } from "../emoji/own.ts";
import { toned } from "../emoji/skin-tone.ts";
import {
  commandsFor,
  emojiFor,
  insertion,
  MOST_OPTIONS,
  type Option,
  peopleFor,
  type Token,
  tokenAt,
} from "../model/completion.ts";
import { offeredIn } from "../session/command-ui.ts";
import type { RoomSession } from "../session/room-session.ts";
import { putIn } from "./put-in.ts";

/** What the field offers while something is being typed that can be completed. */
export class Completer {
  options: readonly Option[] = [];
  /** Which of them is chosen. */
  at: number | undefined;
  #token: Token | undefined;
  /** Somebody has gone through the options: what is chosen is meant. */
  #hasMoved = false;
  /** Where something stands that nobody wants to have completed. */
  #closedAt: number | undefined;
  /** What was looked at last. */
  #seen = "";
  readonly #session: RoomSession;

  constructor(session: RoomSession) {
    this.#session = session;
  }

  /** Looks at what stands before the cursor. */
  look(field: HTMLTextAreaElement): void {
    const { value, selectionStart: cursor, selectionEnd } = field;
    const seen = `${cursor},${selectionEnd},${value}`;
    if (seen === this.#seen) return;
    this.#seen = seen;
    const token = cursor === selectionEnd ? tokenAt(value, cursor) : undefined;
    if (token?.start !== this.#closedAt) this.#closedAt = undefined;
    this.#offer(this.#closedAt === undefined ? token : undefined);
  }

  /** Offers nothing until something else is typed. */
  close(): void {
    this.#closedAt = this.#token?.start;
    this.#offer(undefined);
  }

  /** Somebody has left the field. */
  leave(): void {
    this.#seen = "";
    this.#offer(undefined);
  }

  /** Offers nothing of what is no longer in the field. */
  follow(text: string): void {
    if (this.options.length > 0 && !this.#seen.endsWith(`,${text}`)) this.#set(undefined, []);
  }

  /** What a key does to the options; tells whether it did anything. */
  press({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent, field: HTMLTextAreaElement): boolean {
    const { length } = this.options;
    if (length === 0 || altKey || ctrlKey || metaKey) return false;
    switch (key) {
      case "ArrowDown":
        this.#move(((this.at ?? -1) + 1) % length);
        return true;
      case "ArrowUp":
        this.#move(((this.at ?? length) + length - 1) % length);
        return true;
      case "Escape":
        this.close();
        return true;
      case "Tab":
        return !shiftKey && this.take(this.at, field);
      case "Enter": {
        const isMeant = this.#hasMoved || !this.options[this.at ?? 0]?.isWhole;
        return !shiftKey && isMeant && this.take(this.at, field);
      }
      default:
        return false;
    }
  }

  /** Writes an option in place of what was typed; tells whether there is one. */
  take(at: number | undefined, field: HTMLTextAreaElement): boolean {
    const option = at === undefined ? undefined : this.options[at];
    if (option === undefined || this.#token === undefined) return false;
    const { start } = this.#token;
    const end = field.selectionEnd;
    this.#offer(undefined);
    putIn(field, { start, end, text: insertion(field.value, end, option) });
    return true;
  }

  #move(at: number): void {
    this.at = at;
    this.#hasMoved = true;
    this.#session.ui.redraw();
  }

  #offer(token: Token | undefined): void {
    const { length } = this.options;
    this.#set(token, token ? this.#optionsFor(token) : []);
    if (length > 0 || this.options.length > 0) this.#session.ui.redraw();
  }

  /** Once something was typed, the best is chosen. */
  #set(token: Token | undefined, options: readonly Option[]): void {
    this.#token = token;
    this.options = options;
    this.#hasMoved = false;
    this.at = options.length > 0 && token?.typed ? 0 : undefined;
  }

  #optionsFor(token: Token): readonly Option[] {
    const { chat, ui } = this.#session;
    const { kind, typed } = token;
    switch (kind) {
      case "person": {
        const { members, you } = chat.room;
        const speakers = chat.recent.map(({ uid }) => uid);
        const heard = members.filter(({ uid }) => !ui.ignored.has(uid));
        return peopleFor(typed, { members: heard, speakers, you: you?.uid ?? "" });
      }
      case "command":
        return commandsFor(typed, offeredIn(this.#session));
      case "emoji": {
        const table = emojiTable();
        if (!table) void emojis.load().then((late) => late && this.#token === token && this.#offer(token));
        const tone = skinTone();
        const found = table?.find(typed, MOST_OPTIONS) ?? [];
        return emojiFor(
          found.map(({ emoji, codes }) => ({ emoji: toned(emoji, tone), codes })),
          typed,
        );
      }
      default:
        return kind satisfies never;
    }
  }
}

const completers = new WeakMap<RoomSession, Completer>();

/** What completes in a room's field. */
export function completerOf(session: RoomSession): Completer {
  const completer = completers.get(session) ?? new Completer(session);
  completers.set(session, completer);
  return completer;
}
