import type { Member } from "../../protocol/event.ts";
import { isUid } from "../../protocol/identity.ts";
import { ROOM_LIMITS } from "../../protocol/limits.ts";
import { isAtLeast, type Role } from "../../protocol/role.ts";
import type { Settings } from "../../settings/settings.ts";
import { Acts } from "./acts.ts";
import { AttemptLimit } from "./attempt-limit.ts";
import { Bans } from "./bans.ts";
import { Files } from "./files.ts";
import { type Cost, Flood } from "./flood.ts";
import { goOn } from "./generation.ts";
import { Hooks } from "./hooks.ts";
import { Numbers } from "./numbers.ts";
import { Passes } from "./passes.ts";
import { People } from "./people.ts";
import type { Person } from "./person.ts";
import { Roles } from "./roles.ts";
import type { RoomClock } from "./room-clock.ts";
import type { Secrets } from "./secrets.ts";
import { Sessions } from "./sessions.ts";
import { Speech } from "./speech.ts";
import type { Profile, Store, StoredBan } from "./store.ts";
import { Subscriptions } from "./subscriptions.ts";
import { Usage } from "./usage.ts";

/** What a room stands on. */
export interface Foundation {
  readonly name: string;
  /** Salts every hash of this room. */
  readonly salt: string;
  readonly store: Store;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly clock: RoomClock;
  /** Wrong admin tokens, by network: those of all rooms, where they can be counted together. */
  readonly wrongAdmins?: AttemptLimit;
}

/**
 * One room: who is in it and how it is arranged. It knows no socket and no SQL;
 * the rules in the files beside this one change it and say what happened.
 */
export class Room {
  readonly name: string;
  readonly salt: string;
  readonly store: Store;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly clock: RoomClock;
  readonly people: People;
  readonly roles: Roles;
  readonly bans: Bans;
  readonly passes: Passes;
  readonly acts: Acts;
  readonly hooks: Hooks;
  readonly files: Files;
  readonly subscriptions: Subscriptions;
  readonly sessions: Sessions;
  readonly numbers: Numbers;
  readonly flood: Flood;
  readonly usage: Usage;
  /** Wrong passphrases, by address. */
  readonly wrongKeys = new AttemptLimit();
  /** Wrong admin tokens, by network. */
  readonly wrongAdmins: AttemptLimit;
  /** Who has spoken lately, for slow mode. */
  readonly speech = new Speech();
  #profile: Profile | undefined;

  constructor(foundation: Foundation) {
    this.name = foundation.name;
    this.salt = foundation.salt;
    this.store = foundation.store;
    this.settings = foundation.settings;
    this.secrets = foundation.secrets;
    this.clock = foundation.clock;
    this.wrongAdmins = foundation.wrongAdmins ?? new AttemptLimit();
    this.#profile = this.#openStored();
    this.people = new People(this.store, this.clock, this.settings.nickHold);
    this.roles = new Roles(this.store, (uid) => this.people.forgetLook(uid));
    this.bans = new Bans(this.store, this.clock);
    this.passes = new Passes(this.store);
    this.acts = new Acts(this.store.acts, this.settings);
    this.hooks = new Hooks(this.store.hooks);
    this.files = new Files(this.store.files);
    this.subscriptions = new Subscriptions(this.store.subscriptions);
    this.sessions = new Sessions(this.people);
    this.numbers = new Numbers(this.store, this.settings.historyMessages);
    this.flood = new Flood(this.settings);
    this.usage = new Usage(this.store.log, () => this.clock.wall());
  }

  /** The `at` of what happens now: the time of day in ms since 1970, but never less than that of what is stored. */
  now(): number {
    return Math.max(this.clock.wall(), this.store.log.lastAt());
  }

  /** Undefined for a room that nobody has made yet. */
  get profile(): Profile | undefined {
    return this.#profile;
  }

  /** The profile of a room that is made: whoever has joined has seen to that. */
  get made(): Profile {
    if (!this.#profile) throw new Error("Nobody has made this room.");
    return this.#profile;
  }

  /** The room as it was stored, in the present generation of the data. */
  #openStored(): Profile | undefined {
    const stored = this.store.profile();
    const profile = stored && goOn(stored, this.settings.dataGeneration, this.now());
    return profile === stored ? stored : profile && this.arrange(profile);
  }

  /** Changes how the room is arranged. */
  arrange(profile: Profile): Profile {
    this.#profile = profile;
    this.store.putProfile(profile);
    return profile;
  }

  /** The role that somebody has now: for good, or through an admin's session. */
  roleOf(uid: string): Role {
    return this.people.get(uid)?.isAdmin ? "owner" : this.roles.of(uid);
  }

  /** Whether somebody may do what `wanted` may. */
  may(uid: string, wanted: Role): boolean {
    return isAtLeast(this.roleOf(uid), wanted);
  }

  /** Takes what something costs. Returns 0, or in how many milliseconds it can be afforded. */
  pay(cost: Cost, { uid, address }: { readonly uid: string; readonly address: string }): number {
    return this.flood.pay(cost, { uid, address, isMod: this.may(uid, "mod") }, this.clock.steady());
  }

  /** How clients see somebody: the same object for as long as nothing about them changes. */
  describe(person: Person): Member {
    const { nick, uid, away, isBot } = person;
    person.described ??= {
      ...{ nick, uid, role: this.roleOf(uid) },
      ...(away !== undefined && { away }),
      ...(isBot && { bot: true }),
    };
    return person.described;
  }

  /** How clients see those who are here or held. */
  roster(): Member[] {
    return [...this.people.roster((person) => this.describe(person))];
  }

  /** Finds who is meant by a nickname or a `uid`, among those here or held. */
  find(who: string): Person | undefined {
    return isUid(who) ? this.people.get(who) : this.people.named(who);
  }

  /**
   * Finds who may be written to alone: besides those here or held whoever has asked to be told while they are gone, by
   * their `uid`, for their nickname may be another's.
   */
  addressee(who: string): { readonly uid: string; readonly nick: string } | undefined {
    return this.find(who) ?? (isUid(who) ? this.subscriptions.of(who)[0] : undefined);
  }

  /** The ban that a nickname or a `uid` names. */
  findBan(who: string): StoredBan | undefined {
    return isUid(who) ? this.bans.get(who) : this.bans.named(who);
  }

  /** The nickname under which an absent person was last known here, or else the `uid`. */
  lastNick(uid: string): string {
    const { log } = this.store;
    const known = this.roles.get(uid)?.nick ?? this.bans.get(uid)?.nick;
    return known ?? log.lastNick(uid, log.cursor() - ROOM_LIMITS.rows) ?? uid;
  }
}
