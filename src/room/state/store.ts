import type { ActType } from "../../protocol/act.ts";
import type { Change } from "../../protocol/change.ts";
import type { Saying } from "../../protocol/command.ts";
import type { SharedFile } from "../../protocol/event.ts";
import type { Pushed } from "../../protocol/push.ts";
import type { Role } from "../../protocol/role.ts";
import type { Used } from "../report.ts";

/** How much has been written on a day (UTC): messages, edits and reactions included. */
export interface DayCount {
  readonly said: number;
}

/** What every row of the log has. */
interface Logged {
  /** Strictly increasing within the room, without holes. */
  readonly id: number;
  /** Milliseconds since 1970, never decreasing. */
  readonly at: number;
  /** Who did it. */
  readonly uid: string;
  readonly nick: string;
  /** Salted hash of the network address that it came from; empty where it is not known. */
  readonly address: string;
  /** What had been written on its day with it. */
  readonly tally: DayCount;
  /** The person's client that sent it, and that client's number for it; undefined for a post without a key. */
  readonly client?: string | undefined;
  readonly cid?: number | undefined;
  /** The other party, where only two may see it. */
  readonly to?: { readonly uid: string; readonly nick: string } | undefined;
}

/** How something is said, besides its text, its files and to whom: as it was sent, for good. What is not so is left out. */
export interface Manner extends Readonly<Omit<Saying, "text" | "to" | "files">> {
  /** By a program, by its own word. */
  readonly bot?: boolean;
  /** Through a hook of this name. */
  readonly hook?: string;
}

/** A message in its present form. */
export interface LoggedMessage extends Logged {
  readonly type: "message";
  /** Undefined once it is deleted. */
  readonly text: string | undefined;
  readonly manner: Manner;
  readonly edited: boolean;
  /** The files that came with it; undefined where there are none, or it is deleted. */
  readonly files?: readonly SharedFile[] | undefined;
  /** Who has reacted, as `Reactions` keeps it. */
  readonly reactions: string | undefined;
  /** Of what was first posted under a key, so that a repeat is known whatever became of it since. */
  readonly digest?: string | undefined;
}

/** An edit or a deletion. */
export interface LoggedRevision extends Logged {
  readonly type: Exclude<Change["type"], "reacted">;
  /** The message's id. */
  readonly target: number;
  /** The message's present text; undefined where it is deleted or no longer kept. */
  readonly text: string | undefined;
}

/** A reaction, or that it was taken back. */
export interface LoggedReaction extends Logged {
  readonly type: "reacted";
  /** The message's id. */
  readonly target: number;
  readonly emoji: string;
  readonly on: boolean;
  /** How many have reacted to the message with this emoji, at present. */
  readonly count: number;
}

export type LoggedChange = LoggedRevision | LoggedReaction;

export type LoggedEvent = LoggedMessage | LoggedChange;

/** Where a client and a person stand, from one pass over the log. */
export interface StoredNumbers {
  /** The highest `cid` stored, by `uid` and client: see {@link clientKey}. */
  readonly cids: Map<string, number>;
  /** The id of what was stored under `cid` 1, likewise: of a post by plain HTTP, its only message. */
  readonly firsts: Map<string, number>;
  /** When a person last said or edited something, by `uid`; those who said something first come first. */
  readonly lastSaid: Map<string, number>;
}

/** A key for one client of one person. A `uid` has 12 characters, so nothing can run together. */
export function clientKey(uid: string, client: string): string {
  return uid + client;
}

/**
 * The room's durable events. Readers pass the `uid` that looks and get what it
 * may see: everything public, and private messages from or to it; an empty
 * `uid` is a stranger. Whatever is appended is on disk before anything read
 * after it is sent.
 */
export interface MessageLog {
  /** The newest id, 0 where there has been none. */
  cursor(): number;
  /**
   * The newest id that no reader is shown any more, because retention took it or is about to. Reactions do not
   * count: there may be any number of them above it.
   */
  floor(): number;
  /** The newest id that retention has removed from the disk. */
  removed(): number;
  /** How many events are on the disk, besides reactions. */
  kept(): number;
  /** How many reactions there have been, so far. */
  reactions(): number;
  /** The newest id of a reaction that was removed because they were too many; 0 where none was. */
  reactionsRemoved(): number;
  /** The id above which there are so many events before another id, besides reactions; or all that are kept. */
  back(before: number, count: number): number;
  /** When the newest event was stored, 0 where there has been none. */
  lastAt(): number;
  /** When an event was stored, whoever may see it; undefined where retention has taken it. */
  timeOf(id: number): number | undefined;
  append(event: LoggedEvent): void;
  /** Replaces a message's text: `undefined` wipes it, its files, and who has reacted. */
  rewrite(id: number, text: string | undefined): void;
  /** Replaces who has reacted to a message. */
  putReactions(id: number, reactions: string): void;
  find(id: number, uid: string): LoggedMessage | undefined;
  /**
   * Events after an id and up to another one, oldest first, without edits of what is gone, reactions to it, and
   * reactions that a later one of the same person and emoji has superseded.
   */
  after(id: number, uid: string, span: { readonly through: number; readonly limit: number }): LoggedEvent[];
  /** The newest of the events after an id, oldest first, likewise. */
  newestAfter(id: number, uid: string, limit: number): LoggedEvent[];
  /** The newest messages before an id and above another one, oldest first. */
  before(id: number, uid: string, span: { readonly above: number; readonly limit: number }): LoggedMessage[];
  /** Every message before an id and above another one, newest first; read as it is walked. */
  scan(id: number, uid: string, above: number): Iterable<LoggedMessage>;
  /** The newest messages above an id, newest first, whoever may see them. */
  newest(above: number, limit: number): LoggedMessage[];
  numbers(): StoredNumbers;
  /** The nickname under which somebody last wrote, above an id. */
  lastNick(uid: string, above: number): string | undefined;
  /** Removes events up to an id. */
  removeThrough(id: number): void;
  /** Removes all reactions but the newest so many, as events; messages keep what they have. */
  removeReactions(keep: number): void;
  /** The counts that go with the newest event, and when that was. */
  lastTally(): ({ readonly at: number } & DayCount) | undefined;
  /** How much each network (a salted hash) has said, edited and reacted on a day. Reads all of the day. */
  networksOn(day: number): Map<string, number>;
  /** The newest id among the kept events from before a time, 0 if there is none. Reads those and one more. */
  lastBefore(at: number): number;
}

/** Somebody who is here or held. */
export interface StoredMember {
  readonly uid: string;
  readonly nick: string;
  /** Until when the nickname waits; undefined while a socket is open, as far as the disk knows. */
  readonly heldUntil: number | undefined;
  /** Salted hash of the network address of the last connection. */
  readonly address: string;
  /** Where they are, of who is held and away. */
  readonly away: string | undefined;
  /** Whether a program speaks for them. */
  readonly isBot: boolean;
}

export interface StoredRole {
  readonly uid: string;
  readonly nick: string;
  readonly role: Exclude<Role, "member">;
  /** When it was given, in ms since 1970; 0 where that is not known. */
  readonly since: number;
}

export interface StoredBan {
  readonly uid: string;
  readonly nick: string;
  readonly by: string;
  readonly byUid: string;
  readonly at: number;
  readonly reason: string | undefined;
  /** Salted hashes of the network addresses that it covers. */
  readonly addresses: readonly string[];
  /** Until when it covers them, in ms since 1970. */
  readonly networkUntil: number;
  /** Until when it holds, in ms since 1970; undefined: for good. */
  readonly until: number | undefined;
}

/** An act of order. */
export interface StoredAct {
  readonly id: number;
  /** In ms since 1970. */
  readonly at: number;
  readonly act: ActType;
  readonly by: string;
  readonly byUid: string;
  /** Whom it was done to. */
  readonly nick?: string | undefined;
  readonly uid?: string | undefined;
  /** To which message. */
  readonly target?: number | undefined;
  readonly reason?: string | undefined;
}

/** The acts of order, a row each. */
export interface ActLog {
  /** The newest one's id, 0 where there is none. */
  last(): number;
  put(act: StoredAct): void;
  /** The newest before an id, newest first. */
  before(id: number, limit: number): StoredAct[];
  /** Removes those from before a time (ms since 1970), and all but the newest. */
  trim(span: { readonly since: number; readonly keep: number }): void;
}

/** How far people have read, a row each. */
export interface SeenLog {
  /** Up to which id somebody has read, 0 where that is not known. */
  of(uid: string): number;
  put(uid: string, id: number): void;
  /** Forgets those who had read no further than to this id: it is removed, and all before it. */
  trim(id: number): void;
}

/** A pass for one person, and whose it has become. */
export interface StoredPass {
  readonly id: string;
  readonly uid: string;
  /** When it runs out, in seconds since 1970. */
  readonly exp: number;
}

/** Somebody whom a moderator lets in whatever their network. */
export interface StoredAllowed {
  readonly uid: string;
  readonly nick: string;
}

/** A way in for messages of other systems: whoever knows its secret may post. */
export interface StoredHook {
  readonly name: string;
  /** Salted hash of the secret in its address. */
  readonly hash: string;
  /** Who made it. */
  readonly by: string;
  readonly byUid: string;
  /** In ms since 1970. */
  readonly at: number;
}

/** The hooks, a row each. `key` is what names have in common that count as one. */
export interface HookShelf {
  /** All of them, the oldest first. */
  all(): StoredHook[];
  put(key: string, hook: StoredHook): void;
  drop(key: string): void;
}

/** A device that is told of what is said while its person is not looking. */
export interface StoredSubscription {
  /** Names it within the room. */
  readonly id: number;
  readonly uid: string;
  /** How its person was called when they were last here. */
  readonly nick: string;
  /** When that was, in ms since 1970; of who is here, some time since they came. */
  readonly at: number;
  readonly wants: Pushed;
  /** Where to push to, and what to encrypt with (base64url). */
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  /** Scheme and host by which its person came; "" where that is not known. */
  readonly origin: string;
}

/** What a device is yet to be told: all that concerns it from one message on. */
export interface WaitingPush {
  /** The subscription's. */
  readonly id: number;
  /** The id of the first such message. */
  readonly from: number;
  /** Since when it waits, and until when at least, in ms since 1970. */
  readonly since: number;
  readonly notBefore: number;
  /** How often it has been sent in vain. */
  readonly tries: number;
}

/** The devices that are told, a row each; and in one more row what they all are yet to be told. */
export interface SubscriptionShelf {
  all(): StoredSubscription[];
  put(subscription: StoredSubscription): void;
  drop(id: number): void;
  waiting(): WaitingPush[];
  putWaiting(waiting: readonly WaitingPush[]): void;
}

/** Where the bytes of a file lie: in an object beside the room, or in the deployment's bucket. */
export type FilePlace = "object" | "bucket";

/** A file that the room knows of, from the moment that its bytes are on their way. */
export interface StoredFile extends SharedFile {
  readonly place: FilePlace;
  /** Who sends it. */
  readonly uid: string;
  /** Salted hash of the network address that it comes from. */
  readonly address: string;
  /** When its upload began, in ms since 1970. */
  readonly at: number;
  /** `coming`: its size is what is kept free for it. `gone`: nobody may read it any more. */
  readonly state: "coming" | "here" | "gone";
  /** The message that has taken it up. */
  readonly message: number | undefined;
  /** Whether its bytes are removed. */
  readonly isWiped: boolean;
}

/** How many bytes, or files, there are of some kind. */
export interface FileTotals {
  /** Bytes that lie somewhere or are on their way. */
  readonly kept: number;
  /** Bytes of those that no message has taken up; those of one network; and how many files of one person they are. */
  readonly unclaimed: number;
  readonly unclaimedOfNetwork: number;
  readonly unclaimedOfPerson: number;
  /** Bytes that one network has sent since a time, whatever became of them. */
  readonly sentByNetwork: number;
}

/** The room's files, a row each. */
export interface FileLedger {
  find(id: string): StoredFile | undefined;
  /** Stores a file that is new, or what has become of one. */
  add(file: StoredFile): void;
  change(file: StoredFile): void;
  drop(id: string): void;
  /** Those to look after, the oldest first: no message has taken them up, or their bytes are yet to be removed. */
  waiting(): StoredFile[];
  /** Those of messages up to an id. */
  ofMessagesThrough(id: number): StoredFile[];
  /** Reads all rows. `since` is in ms since 1970. */
  totals(of: { readonly uid: string; readonly address: string; readonly since: number }): FileTotals;
}

/** What the room is, apart from what was said in it. */
export interface Profile {
  /** When it was made, in ms since 1970; another one tells that it was erased meanwhile, or restored. */
  readonly epoch: number;
  readonly topic: string;
  /** Salted hash of the passphrase, where there is one. */
  readonly lock: string | undefined;
  /** Seconds of slow mode. */
  readonly slow: number;
  /** When its last member left, in ms since 1970; undefined while there is one. */
  readonly emptySince: number | undefined;
  /** The last time of day, in ms since 1970, that the room has taken for true: see {@link believedTime}. */
  readonly believed: number;
  /** Since when, in ms since 1970, the clock has shown a time that is too far from that. */
  readonly doubted: number | undefined;
  /** The generation of the data in which it was last opened: see generation.ts. Undefined where nobody counts them. */
  readonly generation: number | undefined;
  /** How far the deployment's day was used up as the room was last told, in per cent, and of which day: see report.ts. */
  readonly used: Used["share"];
  readonly usedDay: number;
  /** Where the bytes of its files lie: a name of this one room's, made with the first of them. */
  readonly shelf: string | undefined;
}

/** Everything that survives a crash. Reads come once, at the start; each `put` and `drop` writes one row. */
export interface Store {
  readonly log: MessageLog;
  readonly acts: ActLog;
  readonly hooks: HookShelf;
  readonly files: FileLedger;
  readonly subscriptions: SubscriptionShelf;
  readonly seen: SeenLog;
  /** Rows written so far on a day (UTC), and elsewhere for this room: `add` counts those. */
  readonly written: { readonly day: number; readonly rows: number; add(rows: number): void };
  /** Whether something waits to be written. */
  readonly isDirty: boolean;
  /** Writes it, all or nothing. */
  commit(): void;
  /** Undefined for a room that nobody has made. */
  profile(): Profile | undefined;
  putProfile(profile: Profile): void;
  members(): StoredMember[];
  putMember(member: StoredMember): void;
  dropMember(uid: string): void;
  roles(): StoredRole[];
  putRole(role: StoredRole): void;
  dropRole(uid: string): void;
  bans(): StoredBan[];
  putBan(ban: StoredBan): void;
  dropBan(uid: string): void;
  allowed(): StoredAllowed[];
  putAllowed(allowed: StoredAllowed): void;
  dropAllowed(uid: string): void;
  passes(): StoredPass[];
  putPass(pass: StoredPass): void;
  dropPass(id: string): void;
}
