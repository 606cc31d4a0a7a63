import type { People } from "./people.ts";
import type { Person } from "./person.ts";
import { GONE, type Joined, type Session, type SessionId, type SessionState } from "./session.ts";

/**
 * The sessions of a room. They change here and nowhere else, and with them whom
 * they stand for: a session is a value, replaced and never changed in place.
 */
export class Sessions {
  /** Where each is kept: with its person if it has one, and else here. */
  readonly #open = new Map<SessionId, Session | Person>();
  /** Refusals in a row. */
  readonly #refusals = new Map<SessionId, number>();
  readonly #people: People;
  #last: SessionId = 0;

  constructor(people: People) {
    this.#people = people;
  }

  /** Undefined once it is gone. */
  get(id: SessionId): Session | undefined {
    const kept = this.#open.get(id);
    return kept && "sessions" in kept ? kept.sessions.get(id) : kept;
  }

  /** All that count, whether they have joined or not. */
  ids(): SessionId[] {
    return [...this.#open.keys()];
  }

  /** What a session's socket has to keep. */
  stateOf(id: SessionId): SessionState {
    return this.get(id) ?? GONE;
  }

  /** Takes in a socket: one that has just connected, or that has outlived the last instance. */
  open(session: Session): SessionId {
    const id = ++this.#last;
    this.#put(id, session);
    if (session.state === "joined") this.#people.remember(session);
    return id;
  }

  /** Goes on with those of a room that was erased: whoever waits at its door waits at this one's. */
  inherit(others: Sessions): void {
    this.#last = others.#last;
    for (const id of others.#open.keys()) {
      const session = others.get(id);
      if (session) this.#put(id, session);
    }
  }

  /** Lets a waiting session in, which carries what each of its person's does. That person must be here. */
  admit(id: SessionId, joined: Joined): void {
    this.#put(id, { ...joined, ...this.#people.carried(joined.uid) });
  }

  /** Notes that a client's command of this number is stored. Returns which sessions of it are open. */
  count({ uid, client, cid }: Pick<Joined, "uid" | "client" | "cid">): SessionId[] {
    const own = [...(this.#people.get(uid)?.sessions ?? [])].filter(([, joined]) => joined.client === client);
    for (const [id, joined] of own) this.#put(id, { ...joined, cid: Math.max(cid, joined.cid) });
    return own.map(([id]) => id);
  }

  /** Notes something more about a session. */
  note(
    id: SessionId,
    change: Partial<Pick<Joined, "renamed" | "seen" | "away" | "visible" | "touched">>,
  ): void {
    const session = this.get(id);
    if (session?.state === "joined") this.#put(id, { ...session, ...change });
  }

  /** Notes a refused attempt to join. Returns how many there were. */
  fail(id: SessionId): number {
    const session = this.get(id);
    if (session?.state !== "waiting") return 0;
    const failures = session.failures + 1;
    this.#put(id, { ...session, failures });
    return failures;
  }

  /** Notes a refusal. Returns how many there were in a row. */
  refuse(id: SessionId): number {
    const refusals = (this.#refusals.get(id) ?? 0) + 1;
    this.#refusals.set(id, refusals);
    return refusals;
  }

  /** Ends a row of refusals. */
  obeyed(id: SessionId): void {
    this.#refusals.delete(id);
  }

  /** Ends a session, whatever it is: nothing more from it counts. */
  end(id: SessionId): void {
    this.#people.detach(id, this.get(id));
    this.#open.delete(id);
    this.#refusals.delete(id);
  }

  #put(id: SessionId, session: Session): void {
    const person = session.state === "joined" ? this.#people.attach(id, session) : undefined;
    this.#open.set(id, person ?? session);
  }
}
