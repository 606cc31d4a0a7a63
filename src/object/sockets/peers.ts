import type { Clock } from "../../room/state/room-clock.ts";
import { JOIN_DEADLINE, type Session } from "../../room/state/session.ts";
import type { Connection } from "./peer.ts";

/** Sockets that may wait without having joined, from one network address and in all. */
const WAITING = { perAddress: 200, inAll: 5_000 };

/** The open sockets of a room, by their sessions. */
export class Connections {
  readonly #bySession = new Map<Session, Connection>();
  /** Those who have yet to join, and some that since have, in the order in which they came. */
  readonly #newcomers = new Set<Connection>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(session: Session): Connection | undefined {
    return this.#bySession.get(session);
  }

  add(connection: Connection): void {
    this.#bySession.set(connection.session, connection);
    this.#newcomers.add(connection);
  }

  remove(connection: Connection): void {
    this.#bySession.delete(connection.session);
    this.#newcomers.delete(connection);
  }

  /**
   * Who has to make room for one more socket from this address (a salted hash). To connect costs nothing and
   * whoever means to join does so at once, so those who have waited longest without it go.
   */
  crowdedOut(address: string): Session[] {
    const waiting = this.#waiting();
    const near = waiting.filter(
      ({ session: { state } }) => state.state === "waiting" && state.address === address,
    );
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
    for (const connection of this.#bySession.values()) connection.seen();
  }

  /** Whose time is up: peers that never joined, or that show no life. Forgets those that are gone anyway. */
  overdue(): { session: Session; why: string }[] {
    const now = this.#clock.steady();
    const overdue: { session: Session; why: string }[] = [];
    for (const [session, connection] of this.#bySession) {
      const { state } = session;
      if (state.state === "gone") this.#bySession.delete(session);
      else if (state.state === "waiting" && now >= connection.since + JOIN_DEADLINE)
        overdue.push({ session, why: "no join" });
      else if (connection.isDead()) overdue.push({ session, why: "no ping" });
    }
    return overdue;
  }

  /** Sockets come by the thousand at times, so this looks only at those who were waiting when last it looked. */
  #waiting(): Connection[] {
    for (const connection of this.#newcomers) {
      if (connection.session.state.state !== "waiting") this.#newcomers.delete(connection);
    }
    return [...this.#newcomers];
  }
}
