import { Lately } from "./channel/lately.ts";
import type { SaidManner } from "./channel/said-manner.ts";

/** What the clients of a gateway know of each other, and papo does not. */
export class SharedMemory {
  /** Of the server whose rooms they are in. */
  readonly origin: string;
  /** How something was said: see `mannerKey`. */
  readonly manners = new Lately<SaidManner>();
  /** Who has ended their client, by `uid`. */
  readonly quits = new Lately<true>();
  /** Why messages were taken back, by their msgid. */
  readonly reasons = new Lately<string>();

  constructor(origin: string) {
    this.origin = origin;
  }
}
