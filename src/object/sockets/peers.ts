import type { RoomClock } from "../../room/state/room-clock.ts";
import { JOIN_DEADLINE, type SessionId, type SessionState } from "../../room/state/session.ts";
import type { Peer } from "./peer.ts";

/** Sockets that may wait without having joined, from one network address and in all. */
const WAITING = { perAddress: 200, inAll: 5_000 };

/** The open sockets of a room, by their sessions. */
export class Peers {
  readonly #bySession = new Map<SessionId, Peer>();
  /** Those who have yet to join, and some that since have, in the order in which they came. */
  readonly #newcomers = new Set<Peer>();
  /** How many of these there are by address, or more: those that have joined or gone since are still counted. */
  readonly #near = new Map<string, number>();
  readonly #clock: RoomClock;
  readonly #stateOf: (session: SessionId) => SessionState;

  /** `stateOf` says what the rules make of a session now. */
  constructor(clock: RoomClock, stateOf: (session: SessionId) => SessionState) {
    this.#clock = clock;
    this.#stateOf = stateOf;
  }

  get(session: SessionId): Peer | undefined {
    return this.#bySession.get(session);
  }

  add(peer: Peer): void {
    this.#bySession.set(peer.session, peer);
    const state = this.#stateOf(peer.session);
    if (state.state !== "waiting") return;
    this.#newcomers.add(peer);
    this.#count(state.address);
  }

  remove(peer: Peer): void {
    this.#bySession.delete(peer.session);
    this.#newcomers.delete(peer);
  }

  /**
   * Who has to make room for one more socket from this address (a salted hash). To connect costs nothing and
   * whoever means to join does so at once, so those who have waited longest without it go.
   */
  crowdedOut(address: string): SessionId[] {
    const most = Math.max(this.#newcomers.size, this.#near.size);
    if ((this.#near.get(address) ?? 0) < WAITING.perAddress && most < WAITING.inAll) return [];
    const waiting = this.#waiting();
    const near = waiting.filter(({ session }) => {
      const state = this.#stateOf(session);
      return state.state === "waiting" && state.address === address;
    });
    const [longest] =
      near.length >= WAITING.perAddress ? near : waiting.length >= WAITING.inAll ? waiting : [];
    return longest ? [longest.session] : [];
  }

  /** When the first of those who wait must have joined, as a time of day in ms since 1970. */
  joinDeadline(): number | undefined {
    const deadlines = this.#waiting().map(({ since }) => since + JOIN_DEADLINE);
    return deadlines.length === 0 ? undefined : this.#clock.wallAt(Math.min(...deadlines));
  }

  /** Takes everybody for alive now. */
  forgive(): void {
    for (const peer of this.#bySession.values()) peer.seen();
  }

  /** Whose time is up: peers that never joined, or that show no life. Forgets those that are gone anyway. */
  overdue(): { session: SessionId; why: string }[] {
    const now = this.#clock.steady();
    const overdue: { session: SessionId; why: string }[] = [];
    for (const [session, peer] of this.#bySession) {
      const { state } = this.#stateOf(session);
      if (state === "gone") this.#bySession.delete(session);
      else if (state === "waiting" && now >= peer.since + JOIN_DEADLINE)
        overdue.push({ session, why: "no join" });
      else if (peer.isDead()) overdue.push({ session, why: "no ping" });
    }
    return overdue;
  }

  /** Sockets come by the thousand at times, so this looks only at those who were waiting when last it looked. */
  #waiting(): Peer[] {
    this.#near.clear();
    for (const peer of this.#newcomers) {
      const state = this.#stateOf(peer.session);
      if (state.state === "waiting") this.#count(state.address);
      else this.#newcomers.delete(peer);
    }
    return [...this.#newcomers];
  }

  #count(address: string): void {
    this.#near.set(address, (this.#near.get(address) ?? 0) + 1);
  }
}
