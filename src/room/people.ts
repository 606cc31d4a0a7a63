import { nickKey } from "../protocol/nick.ts";
import type { Person } from "./person.ts";
import type { JoinedSession } from "./session.ts";
import type { Store, StoredMember } from "./store.ts";

/** Who is here or held, by `uid` and by nickname, in memory and on disk at once. Begins with whom the disk has. */
export class People {
  readonly #byUid = new Map<string, Person>();
  readonly #byNick = new Map<string, Person>();
  /** Sessions by hash of their network address. */
  readonly #connections = new Map<string, number>();
  readonly #store: Store;

  /** Takes in whom the disk remembers. */
  constructor(store: Store) {
    this.#store = store;
    for (const member of store.members()) this.#take(member);
  }

  get size(): number {
    return this.#byUid.size;
  }

  [Symbol.iterator](): IterableIterator<Person> {
    return this.#byUid.values();
  }

  get(uid: string): Person | undefined {
    return this.#byUid.get(uid);
  }

  /** Finds by nickname, in any of its spellings. */
  named(nick: string): Person | undefined {
    return this.#byNick.get(nickKey(nick));
  }

  /** How many sessions come from one network address. */
  from(address: string): number {
    return this.#connections.get(address) ?? 0;
  }

  add(member: StoredMember): Person {
    const person = this.#take(member);
    this.save(person);
    return person;
  }

  remove(person: Person): void {
    this.#byUid.delete(person.uid);
    this.#byNick.delete(nickKey(person.nick));
    this.#store.dropMember(person.uid);
  }

  rename(person: Person, nick: string): void {
    this.#byNick.delete(nickKey(person.nick));
    person.nick = nick;
    this.#byNick.set(nickKey(nick), person);
    this.save(person);
  }

  attach(person: Person, session: JoinedSession): void {
    person.sessions.add(session);
    const { address } = session.state;
    this.#connections.set(address, this.from(address) + 1);
  }

  detach(person: Person, session: JoinedSession): void {
    if (!person.sessions.delete(session)) return;
    const { address } = session.state;
    const left = this.from(address) - 1;
    if (left > 0) this.#connections.set(address, left);
    else this.#connections.delete(address);
  }

  save({ uid, nick, heldUntil, address }: Person): void {
    this.#store.putMember({ uid, nick, heldUntil, address });
  }

  #take(member: StoredMember): Person {
    const person: Person = { ...member, sessions: new Set(), typedAt: 0, described: undefined };
    this.#byUid.set(person.uid, person);
    this.#byNick.set(nickKey(person.nick), person);
    return person;
  }
}
