import { join } from "node:path";
import { authorOf, isDurable } from "../../../src/protocol/change.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import { type ProfileInRoom, personDirectory } from "../person/identity.ts";
import { KeptLog } from "./kept-log.ts";
import { isPublic, logEntry } from "./log-entry.ts";

/** What of a room is kept: nothing, what is said to all, or what is said in private, too. */
export type LogChoice = "none" | "public" | "private";

export interface RoomLogOptions {
  readonly settings: ProfileInRoom & { readonly log: LogChoice; readonly logDays: number };
  readonly ignored: ReadonlyMap<string, string>;
  chat(): Pick<Chat, "recent">;
  complain(sentence: string): void;
}

/** Keeps what is said in a room, as far as its person wants that. */
export class RoomLog {
  readonly #options: RoomLogOptions;
  readonly #kept: KeptLog | undefined;

  constructor(options: RoomLogOptions) {
    this.#options = options;
    const { settings, complain } = options;
    const folder = personDirectory(settings);
    if (settings.log === "none" || folder === undefined) return;
    this.#kept = new KeptLog({
      folder: join(folder, "log"),
      days: settings.logDays,
      now: Date.now,
      complain,
    });
  }

  follow(event: ChatEvent): void {
    if (this.#kept === undefined || !isDurable(event)) return;
    const { settings, ignored, chat } = this.#options;
    if (ignored.has(authorOf(event))) return;
    if (settings.log === "private" || isPublic(event, chat().recent)) this.#kept.add(logEntry(event));
  }

  close(): void {
    this.#kept?.close();
  }
}
