import { Lately } from "./channel/lately.ts";
import type { SaidManner } from "./channel/said-manner.ts";
import type { Listener } from "./channel/voice.ts";

/** A client's new nickname: all its rooms are to take it, which is one change to whoever shares several. */
export interface Renaming {
  readonly nick: string;
  readonly told: Set<Listener>;
}

/** Somebody in one room, whose `uid` is another in the next. */
export function personKey(room: string, uid = ""): string {
  return `${room} ${uid}`;
}

/** What the clients of a gateway know of each other, and papo does not. */
export class SharedMemory {
  /** Of the server whose rooms they are in. */
  readonly origin: string;
  /** How something was said: see `mannerKey`. */
  readonly manners = new Lately<SaidManner>();
  /** Who has ended their client, by `uid`. */
  readonly quits = new Lately<true>();
  /** By `personKey`. */
  readonly renamings = new Lately<Renaming>();
  /** Why messages were taken back, by their msgid. */
  readonly reasons = new Lately<string>();

  constructor(origin: string) {
    this.origin = origin;
  }
}
