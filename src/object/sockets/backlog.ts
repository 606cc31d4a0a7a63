import { ROOM_LIMITS } from "../../protocol/limits.ts";
import type { Peer } from "./peer.ts";

/** Bytes that every peer may leave unread without being counted: who reads pings far sooner. */
const OWN = 1024 * 1024;

/** Bytes beyond those that all peers of a room together may leave unread. They are the object's memory. */
const TOGETHER = 32 * 1024 * 1024;

/** What the peers of a room have been sent and not read: who leaves too much is to be cut off. */
export class Backlog {
  /** Bytes beyond {@link OWN}, of those who are there. */
  readonly #beyond = new Map<Peer, number>();
  #total = 0;
  #stalled: Peer[] = [];

  /** Notes how much one has left unread by now. */
  note(peer: Peer, bytes: number): void {
    this.forget(peer);
    if (bytes <= OWN) return;
    if (bytes >= ROOM_LIMITS.unread) {
      this.#stalled.push(peer);
      return;
    }
    this.#beyond.set(peer, bytes - OWN);
    this.#total += bytes - OWN;
    while (this.#total > TOGETHER) this.#stallWorst();
  }

  /** A peer is gone. */
  forget(peer: Peer): void {
    this.#total -= this.#beyond.get(peer) ?? 0;
    this.#beyond.delete(peer);
  }

  /** Takes those who are to be cut off. */
  takeStalled(): Peer[] {
    const stalled = this.#stalled;
    this.#stalled = [];
    return stalled;
  }

  #stallWorst(): void {
    let worst: [Peer, number] | undefined;
    for (const entry of this.#beyond) if (!worst || entry[1] > worst[1]) worst = entry;
    if (!worst) return;
    this.forget(worst[0]);
    this.#stalled.push(worst[0]);
  }
}
