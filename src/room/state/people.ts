import type { Member } from "../../protocol/event.ts";
import { looksOf } from "../../protocol/text/look-alike.ts";
import { nickKey } from "../../protocol/text/nick.ts";
import type { Person } from "./person.ts";
import type { RoomClock } from "./room-clock.ts";
import type { Joined, Session, SessionId } from "./session.ts";
import type { Store, StoredMember } from "./store.ts";

/** Who is here or held, by `uid` and by nickname, in memory and on disk at once. Begins with whom the disk has. */
export class People {
  readonly #byUid = new Map<string, Person>();
  readonly #byNick = new Map<string, Person>();
  /** Several may go by names that look alike: by ASCII ones, or since an older papo. */
  readonly #byLook = new Map<string, Set<Person>>();
  /** Of these, who is held. */
  readonly #held = new Set<Person>();
  /** How clients see them, as they were last listed; undefined once it is not as it was. */
  #listed: readonly Member[] | undefined;
  /** Who has come since. */
  #unlisted: Person[] = [];
  /** Sessions by hash of their network address. */
  readonly #connections = new Map<string, number>();
  readonly #store: Store;
  readonly #clock: RoomClock;

  /** Takes in whom the disk remembers. Nobody is held for longer than `longestHold` milliseconds, whatever clock wrote it. */
  constructor(store: Store, clock: RoomClock, longestHold: number) {
    this.#store = store;
    this.#clock = clock;
    for (const member of store.members()) {
      const { heldUntil } = member;
      const person = this.#take({ ...member, heldUntil: heldUntil && clock.until(heldUntil, longestHold) });
      // Else it would begin anew with each instance, for as long as the clock was ahead.
      if (heldUntil !== undefined && heldUntil > clock.wall() + longestHold) this.#save(person);
    }
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

  /** Finds who goes by a nickname that looks like this one. */
  lookingLike(nick: string): Person[] {
    return looksOf(nick).flatMap((look) => [...(this.#byLook.get(look) ?? [])]);
  }

  /** How many sessions come from one network address. */
  from(address: string): number {
    return this.#connections.get(address) ?? 0;
  }

  /** How clients see them all. Whoever joins gets it: where a thousand do, it is the last one and somebody more. */
  roster(describe: (person: Person) => Member): readonly Member[] {
    if (this.#listed) this.#listed = this.#listed.concat(this.#unlisted.map(describe));
    else this.#listed = Array.from(this.#byUid.values(), describe);
    this.#unlisted = [];
    return this.#listed;
  }

  /** Takes in somebody who is here. */
  add(member: Omit<StoredMember, "heldUntil" | "away">): Person {
    const person = this.#take({ ...member, heldUntil: undefined, away: undefined });
    this.#save(person);
    return person;
  }

  remove(person: Person): void {
    this.#byUid.delete(person.uid);
    this.#listed = undefined;
    this.#unname(person);
    this.#held.delete(person);
    this.#keepSeen(person);
    this.#store.dropMember(person.uid);
  }

  rename(person: Person, nick: string): void {
    this.#unname(person);
    person.nick = nick;
    this.#changed(person);
    this.#name(person);
    this.#save(person);
  }

  /** Keeps a session with its person, who is returned, anew or as it now is. Nobody but {@link Sessions} calls this. */
  attach(id: SessionId, session: Joined): Person | undefined {
    const person = this.#byUid.get(session.uid);
    if (!person) return undefined;
    const { address } = session;
    if (!person.sessions.has(id)) this.#connections.set(address, this.from(address) + 1);
    person.sessions.set(id, session);
    this.#lookAtSessions(person);
    return person;
  }

  /** Likewise. */
  detach(id: SessionId, session: Session | undefined): void {
    const person = session?.state === "joined" ? this.#byUid.get(session.uid) : undefined;
    if (session?.state !== "joined" || !person?.sessions.delete(id)) return;
    this.#lookAtSessions(person);
    const { address } = session;
    const left = this.from(address) - 1;
    if (left > 0) this.#connections.set(address, left);
    else this.#connections.delete(address);
  }

  /** What each of somebody's sessions keeps, so that it outlives the instance with any of them. */
  carried(uid: string): Pick<Joined, "seen" | "away"> {
    const { seen, away } = this.#byUid.get(uid) ?? {};
    return { ...(seen && !seen.isStored && { seen: seen.id }), ...(away !== undefined && { away }) };
  }

  /** Takes up what a session has kept of its person. */
  remember({ uid, seen = 0, away }: Joined): void {
    const person = this.#byUid.get(uid);
    if (!person) return;
    if (person.away === undefined) this.goAway(person, away);
    if (seen > (person.seen?.id ?? 0)) this.see(person, seen);
  }

  /** How clients see somebody has changed. */
  forgetLook(uid: string): void {
    const person = this.#byUid.get(uid);
    if (person) this.#changed(person);
  }

  /** Somebody is away, where they say; or here again. */
  goAway(person: Person, away: string | undefined): void {
    person.away = away;
    this.#changed(person);
  }

  /** How far somebody has read, over all their clients; 0 where it is not known. */
  seenOf(person: Person): number {
    person.seen ??= { id: this.#known(this.#store.seen.of(person.uid)), isStored: true };
    return person.seen.id;
  }

  /** Somebody has read up to an id, as one of their sessions tells. The disk learns of it once they have none left. */
  see(person: Person, id: number, by?: SessionId): void {
    person.seen = { id: this.#known(id), isStored: false, ...(by !== undefined && { by }) };
  }

  /** Keeps somebody's place, who has no session left, until then (on the steady clock). */
  hold(person: Person, until: number): void {
    person.heldUntil = until;
    this.#keepSeen(person);
    this.#save(person);
  }

  /** Somebody is here, from this address: their hold ends, on disk too, so that a crash holds them anew. */
  back(person: Person, address: string): void {
    if (person.heldUntil === undefined && person.address === address) return;
    person.heldUntil = undefined;
    person.address = address;
    this.#save(person);
  }

  /** Who is held, and no longer. */
  overdue(): Person[] {
    const now = this.#clock.steady();
    return [...this.#held].filter(({ heldUntil = now }) => heldUntil <= now);
  }

  /** An id that was kept elsewhere than in the log may be of what a backup lacks. */
  #known(id: number): number {
    return Math.min(id, this.#store.log.cursor());
  }

  #keepSeen(person: Person): void {
    if (person.seen === undefined || person.seen.isStored) return;
    const { id } = person.seen;
    person.seen = { id, isStored: true };
    this.#store.seen.put(person.uid, id);
  }

  /** Keeps what has changed about somebody. */
  #save(person: Person): void {
    const { uid, nick, heldUntil, address, isBot } = person;
    if (heldUntil === undefined) this.#held.delete(person);
    else this.#held.add(person);
    const until = heldUntil === undefined ? undefined : Math.ceil(this.#clock.wallAt(heldUntil));
    const away = heldUntil === undefined ? undefined : person.away;
    this.#store.putMember({ uid, nick, heldUntil: until, address, away, isBot });
  }

  #take(member: StoredMember): Person {
    const person: Person = {
      ...member,
      sessions: new Map(),
      typedAt: 0,
      passedOnAt: 0,
      seen: undefined,
      described: undefined,
      isAdmin: false,
    };
    this.#byUid.set(person.uid, person);
    if (this.#listed) this.#unlisted.push(person);
    this.#name(person);
    if (person.heldUntil !== undefined) this.#held.add(person);
    return person;
  }

  /** Clients are to see somebody otherwise than before. */
  #changed(person: Person): void {
    person.described = undefined;
    this.#listed = undefined;
  }

  /** Knows of somebody what any of their sessions is. */
  #lookAtSessions(person: Person): void {
    const sessions = [...person.sessions.values()];
    const isAdmin = sessions.some(({ admin }) => admin === true);
    const isBot = sessions.length > 0 ? sessions.some(({ bot }) => bot === true) : person.isBot;
    if (isAdmin === person.isAdmin && isBot === person.isBot) return;
    Object.assign(person, { isAdmin, isBot });
    this.#changed(person);
  }

  #name(person: Person): void {
    this.#byNick.set(nickKey(person.nick), person);
    for (const look of looksOf(person.nick)) {
      const alike = this.#byLook.get(look);
      if (alike) alike.add(person);
      else this.#byLook.set(look, new Set([person]));
    }
  }

  /** Leaves alone what is another's. */
  #unname(person: Person): void {
    const key = nickKey(person.nick);
    if (this.#byNick.get(key) === person) this.#byNick.delete(key);
    for (const look of looksOf(person.nick)) {
      const alike = this.#byLook.get(look);
      alike?.delete(person);
      if (alike?.size === 0) this.#byLook.delete(look);
    }
  }
}
