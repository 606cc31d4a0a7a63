import { LIMITS } from "../../protocol/limits.ts";
import type { Connection } from "./peer.ts";

/** Bytes that every peer may leave unread without being counted: who reads pings far sooner. */
const OWN = 1024 * 1024;

/** Bytes beyond those that all peers of a room together may leave unread. They are the object's memory. */
const TOGETHER = 32 * 1024 * 1024;

/** What the peers of a room have been sent and not read: who leaves too much is to be cut off. */
export class Backlog {
  /** Bytes beyond {@link OWN}, of those who are there. */
  readonly #beyond = new Map<Connection, number>();
  #total = 0;
  #stalled: Connection[] = [];

  /** Notes how much one has left unread by now. */
  note(connection: Connection, bytes: number): void {
    this.forget(connection);
    if (bytes <= OWN) return;
    if (bytes >= LIMITS.unread) {
      this.#stalled.push(connection);
      return;
    }
    this.#beyond.set(connection, bytes - OWN);
    this.#total += bytes - OWN;
    while (this.#total > TOGETHER) this.#stallWorst();
  }

  /** A connection is gone. */
  forget(connection: Connection): void {
    this.#total -= this.#beyond.get(connection) ?? 0;
    this.#beyond.delete(connection);
  }

  /** Takes those who are to be cut off. */
  takeStalled(): Connection[] {
    const stalled = this.#stalled;
    this.#stalled = [];
    return stalled;
  }

  #stallWorst(): void {
    let worst: [Connection, number] | undefined;
    for (const entry of this.#beyond) if (!worst || entry[1] > worst[1]) worst = entry;
    if (!worst) return;
    this.forget(worst[0]);
    this.#stalled.push(worst[0]);
  }
}
