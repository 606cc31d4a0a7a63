import type { Kept } from "../../protocol/event.ts";
import { isUid } from "../../protocol/identity.ts";
import { nickKey } from "../../protocol/text/nick.ts";
import type { RoomClock } from "./room-clock.ts";
import type { Store, StoredBan } from "./store.ts";

/** Stands for a network that nobody told of: it is no one network, so no ban covers it. */
export const UNKNOWN_ADDRESS = "";

/** Milliseconds for which a ban keeps new people of its network out. */
const NETWORK_BAN = 86_400_000;

/** Bans that one room keeps, and people whom it lets in whatever their network. */
const MOST = 1_000;

/** People kept out by a network's ban of whom a room knows, for a day. */
const MOST_KEPT = 50;

/** Who may not come in, in memory and on disk at once: people for good, networks for a while. */
export class Bans {
  /** Oldest first. */
  readonly #byUid: Map<string, StoredBan>;
  /** Whom a moderator lets in whatever their network, oldest first. */
  readonly #allowed: Map<string, string>;
  /** In memory only, those who came last at the end. */
  readonly #kept = new Map<string, Kept>();
  readonly #store: Store;
  readonly #clock: RoomClock;

  constructor(store: Store, clock: RoomClock) {
    this.#store = store;
    this.#clock = clock;
    const oldestFirst = store.bans().sort((one, other) => one.at - other.at);
    this.#byUid = new Map(oldestFirst.map((ban) => [ban.uid, ban]));
    this.#allowed = new Map(store.allowed().map(({ uid, nick }) => [uid, nick]));
  }

  /** Those that hold now. */
  *[Symbol.iterator](): IterableIterator<StoredBan> {
    for (const ban of this.#byUid.values()) if (this.#holds(ban)) yield ban;
  }

  /** The ban that holds for somebody now. */
  get(uid: string): StoredBan | undefined {
    const ban = this.#byUid.get(uid);
    return ban && this.#holds(ban) ? ban : undefined;
  }

  /** The ban that was given to a nickname. */
  named(nick: string): StoredBan | undefined {
    const key = nickKey(nick);
    return [...this].find((ban) => nickKey(ban.nick) === key);
  }

  /**
   * Keeps somebody out, and new people of their network for a while. Identities cost nothing, so
   * whoever has many banned must not end the moderators' power: the oldest ban gives way.
   */
  add(ban: Omit<StoredBan, "networkUntil">): void {
    this.#disallow(ban.uid);
    this.#byUid.delete(ban.uid);
    const [oldest] = this.#byUid.keys();
    if (oldest !== undefined && this.#byUid.size >= MOST) this.lift(oldest);
    const day = this.#clock.wall() + NETWORK_BAN;
    this.#put({ ...ban, networkUntil: Math.min(day, ban.until ?? day) });
  }

  lift(uid: string): void {
    this.#byUid.delete(uid);
    this.#store.dropBan(uid);
  }

  /** Whether a network (a salted hash) is kept out for now. */
  covers(address: string): boolean {
    const now = this.#clock.wall();
    let covered = false;
    for (const ban of [...this]) {
      if (!ban.addresses.includes(address) || now >= ban.networkUntil) continue;
      covered = true;
      // Given by a clock that was ahead: it is to last no longer than any other.
      if (ban.networkUntil > now + NETWORK_BAN) this.#put({ ...ban, networkUntil: now + NETWORK_BAN });
    }
    return covered;
  }

  isAllowed(uid: string): boolean {
    return this.#allowed.has(uid);
  }

  /** Lets somebody in whatever their network. */
  allow(uid: string, nick: string): void {
    this.#kept.delete(uid);
    if (this.#allowed.has(uid)) return;
    const [oldest] = this.#allowed.keys();
    if (oldest !== undefined && this.#allowed.size >= MOST) this.#disallow(oldest);
    this.#allowed.set(uid, nick);
    this.#store.putAllowed({ uid, nick });
  }

  /** Notes that somebody came whom a network's ban keeps out. */
  keptOut(uid: string, nick: string): void {
    this.#kept.delete(uid);
    this.#kept.set(uid, { uid, nick, at: this.#clock.wall() });
    const [first] = this.#kept.keys();
    if (first !== undefined && this.#kept.size > MOST_KEPT) this.#kept.delete(first);
  }

  /** Those kept out whom a nickname or a `uid` names: anybody may have come under somebody else's nickname. */
  findKept(who: string): Kept[] {
    const key = nickKey(who);
    return this.kept().filter(({ uid, nick }) => (isUid(who) ? uid === who : nickKey(nick) === key));
  }

  /** Whom a network's ban kept out in the last day, those who came last at the end. */
  kept(): Kept[] {
    const now = this.#clock.wall();
    return [...this.#kept.values()].filter(({ at }) => now - at < NETWORK_BAN);
  }

  /** Removes those that are over. `now` is in ms since 1970. */
  retain(now: number): void {
    for (const ban of [...this.#byUid.values()]) if (!this.#holds(ban, now)) this.lift(ban.uid);
  }

  #holds({ until }: StoredBan, now = this.#clock.wall()): boolean {
    return until === undefined || now < until;
  }

  #put(ban: StoredBan): void {
    this.#byUid.set(ban.uid, ban);
    this.#store.putBan(ban);
  }

  #disallow(uid: string): void {
    if (this.#allowed.delete(uid)) this.#store.dropAllowed(uid);
  }
}
