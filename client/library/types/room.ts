/// <reference lib="esnext.disposable" />

import type {
  ActPage,
  ActsQuery,
  BanList,
  Banning,
  FoundPage,
  HistoryPage,
  HistoryQuery,
  HookAddress,
  HookList,
  Invitation,
  Inviting,
  SayOptions,
  SearchQuery,
  Stored,
} from "./answer.ts";
import type { RoomEvent, RoomEventOf } from "./event.ts";
import type { FileContent, Member, Role, SharedFile } from "./message.ts";
import type { Problem } from "./problem.ts";
import type { Saved } from "./saved.ts";

/** Why a room ended that you did not leave. `code`: `kicked`, `banned`, `erased`, `closed`, `replaced`, `nick_taken` … */
export type RoomEnd = Error & Problem;

/**
 * You in one room. It keeps itself connected: what you say is stored once, and each event is told once, in order, over
 * whatever happens to the network. Iterate over it for all events, or listen to some.
 *
 * What nobody iterates over yet waits. Where more than 1,000 events wait, the rest is fetched from the room's history
 * when its turn comes, so that a slow program loses nothing that is stored. The iteration ends when you leave, and throws
 * where the room has put an end to it.
 */
export interface Room extends AsyncIterable<RoomEvent>, AsyncDisposable {
  /** `lobby` */
  readonly name: string;
  /** `https://HOST/lobby`, without anything secret. */
  readonly url: string;
  /** `offline`: the connection is lost, and comes back by itself. */
  readonly state: "online" | "offline" | "ended";
  readonly you: Member;
  /** Who is here, or was a moment ago and may be back. */
  readonly members: readonly Member[];
  readonly topic: string;
  /** Whether newcomers need the passphrase. */
  readonly locked: boolean;
  /** Seconds that members wait between one message and the next. */
  readonly slow: number;
  /** What the room can do beyond the basics: `reactions`, `seen`, `away` … */
  readonly features: readonly string[];
  /** Resolves when this is over: with the reason, where you have not left. It never rejects. */
  readonly ended: Promise<RoomEnd | undefined>;

  /** Says something. Resolves when it is stored, however long that takes; until then it goes out by itself. */
  say(text: string, options?: SayOptions): Promise<Stored | Problem>;
  /**
   * Brings a file to the room, for a message to take up within an hour: `say(text, { files: [file] })`. Tried once, now,
   * whether the connection is there or not.
   */
  upload(content: FileContent, options: { readonly name: string }): Promise<SharedFile | Problem>;
  /** The address at which a file of a message is read, by whoever has it. */
  fileUrl(file: Pick<SharedFile, "id" | "name">): string;
  /** A message with files keeps them, and may lose its text. */
  edit(id: number, text: string): Promise<Stored | Problem>;
  delete(id: number): Promise<Stored | Problem>;
  /** Reacts with one emoji, or takes that back. */
  react(id: number, emoji: string, on?: boolean): Promise<Stored | Problem>;

  /** The past; without a query, the newest messages. */
  history(query?: HistoryQuery): Promise<HistoryPage | Problem>;
  /** What you may see that has this text, upper or lower case alike. */
  search(text: string, query?: SearchQuery): Promise<FoundPage | Problem>;

  /** Tells the others that you are writing. Every 3 s at most; not for private messages. */
  typing(): void;
  /** You have read up to this event; your other clients are told. */
  seen(id: number): void;
  /** Tells everybody where you are; `null`: you are back. */
  away(text: string | null): Promise<Problem | undefined>;
  rename(nick: string): Promise<Problem | undefined>;

  // For mods and owners. Whom they concern: a nickname or a `uid`.

  setTopic(text: string): Promise<Problem | undefined>;
  kick(who: string, reason?: string): Promise<Problem | undefined>;
  ban(who: string, how?: Banning): Promise<Problem | undefined>;
  unban(who: string): Promise<Problem | undefined>;
  /** Lets somebody in whom the ban of their network keeps out. */
  allow(who: string): Promise<Problem | undefined>;
  setRole(who: string, role: Role): Promise<Problem | undefined>;
  /** Has newcomers say this passphrase: 4 to 64 characters. */
  lock(key: string): Promise<Problem | undefined>;
  unlock(): Promise<Problem | undefined>;
  /** Has members wait that many seconds between messages, 0 to 600. */
  setSlow(seconds: number): Promise<Problem | undefined>;
  bans(): Promise<BanList | Problem>;
  /** What was done for order. */
  acts(query?: ActsQuery): Promise<ActPage | Problem>;
  /** Makes an invitation to this room. */
  invite(wanted: Inviting): Promise<Invitation | Problem>;
  /** Makes an address to which another system can post, or gives the hook of that name another. */
  hook(name: string): Promise<HookAddress | Problem>;
  hooks(): Promise<HookList | Problem>;
  /** Ends a hook. */
  unhook(name: string): Promise<Pick<HookAddress, "name"> | Problem>;

  /**
   * Calls `listener` with each event of a type from now on. What it returns ends that. A listener that throws, or
   * rejects, is reported and harms nothing else.
   */
  on<Type extends RoomEvent["type"]>(type: Type, listener: (event: RoomEventOf<Type>) => unknown): () => void;

  /** Leaves for all to see, once what you have said is stored (10 s at most, and only while online). */
  leave(reason?: string): Promise<void>;
  /** What the next run needs to be the same person and to go on from here: `joinRoom(url, { nick, saved })`. */
  saved(): Saved;
}
