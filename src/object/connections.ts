import { JOIN_DEADLINE, type Session } from "../room/session.ts";
import type { Connection } from "./connection.ts";

/** Sockets that may wait without having joined, from one network address and in all. */
const WAITING = { perAddress: 200, inAll: 5_000 };

/** The open sockets of a room, by their sessions. */
export class Connections {
  readonly #bySession = new Map<Session, Connection>();
  /** Those who have yet to join, and some that since have. */
  readonly #newcomers = new Set<Session>();

  get(session: Session): Connection | undefined {
    return this.#bySession.get(session);
  }

  add(connection: Connection): void {
    this.#bySession.set(connection.session, connection);
    this.#newcomers.add(connection.session);
  }

  remove({ session }: Connection): void {
    this.#bySession.delete(session);
    this.#newcomers.delete(session);
  }

  /** Whether one more socket may come from this address (a salted hash) to join. */
  hasPlaceFor(address: string): boolean {
    const waiting = this.#waiting();
    const near = waiting.filter((state) => state.address === address);
    return waiting.length < WAITING.inAll && near.length < WAITING.perAddress;
  }

  /** When the first of those who wait must have joined, in ms since 1970. */
  joinDeadline(): number | undefined {
    const [first] = this.#waiting().sort((one, other) => one.since - other.since);
    return first && first.since + JOIN_DEADLINE;
  }

  /** Whose time is up: peers that never joined, or that show no life. Forgets those that are gone anyway. */
  overdue(now: number): { session: Session; why: string }[] {
    const overdue: { session: Session; why: string }[] = [];
    for (const [session, connection] of this.#bySession) {
      const { state } = session;
      if (state.state === "gone") this.#bySession.delete(session);
      else if (state.state === "waiting" && now >= state.since + JOIN_DEADLINE)
        overdue.push({ session, why: "no join" });
      else if (connection.isDead(now)) overdue.push({ session, why: "no ping" });
    }
    return overdue;
  }

  /** Sockets come by the thousand at times, so this looks only at those who were waiting when last it looked. */
  #waiting() {
    for (const session of this.#newcomers) {
      if (session.state.state !== "waiting") this.#newcomers.delete(session);
    }
    return Array.from(this.#newcomers, ({ state }) => state).filter((state) => state.state === "waiting");
  }
}
