import type { CommandInput, CommandOf, PushSubscriptionInput, Saying } from "../../src/protocol/command.ts";
import type {
  Act,
  Ban,
  DurableEvent,
  Hook,
  Kept,
  Member,
  Message,
  Welcome,
} from "../../src/protocol/event.ts";
import type { Invitation } from "../../src/protocol/invitation.ts";
import type { Pushed } from "../../src/protocol/push.ts";
import type { Role } from "../../src/protocol/role.ts";
import type { ChatEvent, ChatState } from "./chat-event.ts";
import type { Clock } from "./clock.ts";
import type { Codec } from "./codec.ts";
import type { Connect } from "./connection/connection.ts";
import type { Problem } from "./problem.ts";
import type { Entry } from "./sending/entry.ts";
import type { SavedPosition } from "./timeline/position.ts";

/** What a chat needs from outside. */
export interface ChatOptions {
  connect: Connect;
  clock: Clock;
  /** A number from 0 up to 1, for the jitter between attempts. */
  random(): number;
  nick: string;
  /** The person's secret: see `randomToken`. */
  token: string;
  /** The name of this client among the person's: see `randomClient`. */
  client: string;
  /** The room's passphrase. */
  key?: string;
  /** The deployment's admin token. */
  admin?: string;
  /** Whether a program speaks here; the others are told so. */
  bot?: boolean;
  /** What becomes of texts on their way; without one, they go as they are written. */
  codec?: Codec;
  /** What an earlier run of the same client left: see `Chat.saved`. */
  saved?: Saved;
}

/**
 * What the next run of the same client (a reloaded tab) needs, so that nothing
 * is lost or doubled. Plain JSON. Without `after` and `afterAt` (an empty
 * screen), the room tells its latest messages.
 */
export interface Saved extends SavedPosition {
  /** The last number known to be stored. */
  stored?: number;
  outbox?: readonly Entry[];
}

/** The room as a screen shows it. Empty until the first welcome, and kept while offline. */
export interface RoomView {
  readonly name: string;
  readonly you: Member | undefined;
  /** Who is here or held, in the order of their coming. */
  readonly members: readonly Member[];
  readonly topic: string;
  readonly locked: boolean;
  /** Seconds between one message of a member and the next; 0 for no slow mode. */
  readonly slow: number;
  /** Up to which event this person has read, over all their clients; 0 where nobody knows. */
  readonly seen: number;
  /** What it takes: see `limits` of `welcome` in the protocol. */
  readonly limits: Pick<Welcome["limits"], "file">;
  /** What it can do, as the protocol names it: what is missing is not to be offered. */
  readonly features: readonly string[];
  /** When it welcomed this client, by its own clock; 0 where it does not say. */
  readonly at: number;
}

export type HistoryQuery = Omit<Extract<CommandInput, { type: "history" }>, "cid" | "type">;
export type SearchQuery = Omit<Extract<CommandInput, { type: "search" }>, "cid" | "type">;
/** If there is `more`: `before` or `after` says where the next page goes on; without it, behind the last event. */
export type HistoryPage = { events: DurableEvent[]; more: boolean; before?: number; after?: number };
export type FoundPage = { events: Message[]; more: boolean; before?: number };

/**
 * One person in one room, by one client. Keeps itself connected, sends each
 * message once, and tells each event once. Where a method returns a problem,
 * nothing was done; what the room refuses later comes as an event.
 */
/** How somebody is banned: see §7.6 of the protocol. */
export type Banning = Omit<CommandOf<"ban">, "type" | "who">;

/** What an invitation is to be: see §11 of the protocol. */
export type Inviting = Omit<CommandOf<"invite">, "type" | "cid">;

export interface ActsQuery {
  readonly before?: number;
  readonly limit?: number;
}

export interface Chat {
  readonly state: ChatState;
  readonly room: RoomView;
  /** What is not acknowledged yet, in order; those that are `unsure` first. */
  readonly outbox: readonly Entry[];
  /** The newest messages told, in their present form, oldest first; a bounded number. */
  readonly recent: readonly Message[];

  /** Calls `listener` with every event from now on. What it returns ends that. */
  subscribe(listener: (event: ChatEvent) => void): () => void;
  start(): void;
  /** Joins again where the room refused or ended it, with what the person changed; `anew`: by another connection, which shows another pass. */
  rejoin(change?: { nick?: string; token?: string; key?: string; admin?: string; anew?: boolean }): void;
  /** The network is back, or the machine woke up: try at once. */
  wake(): void;
  /** Leaves the room for all to see, and maybe to read why; resolves when the socket is closed, or after `within` ms (1,000). */
  leave(within?: number, reason?: string): Promise<void>;
  /** Drops the connection without leaving: the nickname stays held for a while. */
  close(): void;
  saved(): Saved;

  say(saying: Saying): Entry | Problem;
  edit(id: number, text: string): Entry | Problem;
  delete(id: number): Entry | Problem;
  /** Reacts to a message with one emoji, or takes that back. */
  react(id: number, emoji: string, on?: boolean): Entry | Problem;
  /** Sends an `unsure` entry again, behind what waits. */
  resend(key: number): void;
  /** Takes an entry out of the outbox, unless it is on its way. Tells whether it did. */
  drop(key: number): boolean;
  /** Tells the others that this person is typing, every 3 s at most. Not to be called for a private message. */
  typing(): void;
  /** This person has read up to the event of this `id`. */
  seen(id: number): void;
  /** Tells everybody where this person is, until `null` says that they are back. */
  away(text: string | null): Problem | undefined;
  /** Whether this client is being looked at: for the room, which tells nobody. */
  visible(on: boolean): void;

  rename(nick: string): Problem | undefined;
  kick(who: string, reason?: string): Problem | undefined;
  ban(who: string, how?: Banning): Problem | undefined;
  unban(who: string): Problem | undefined;
  /** Lets somebody in whom a ban of their network keeps out. */
  allow(who: string): Problem | undefined;
  role(who: string, role: Role): Problem | undefined;
  topic(text: string): Problem | undefined;
  lock(key: string): Problem | undefined;
  unlock(): Problem | undefined;
  slow(seconds: number): Problem | undefined;

  history(query?: HistoryQuery): Promise<HistoryPage | Problem>;
  search(query: SearchQuery): Promise<FoundPage | Problem>;
  bans(): Promise<{ list: Ban[]; kept?: Kept[] } | Problem>;
  /** The log of acts of order, newest first. */
  acts(query?: ActsQuery): Promise<{ list: Act[]; more: boolean } | Problem>;
  /** Makes an invitation to this room. */
  invite(wanted: Inviting): Promise<Invitation | Problem>;
  /** Makes a hook, or gives one another address, which is secret and told this once. */
  hook(name: string): Promise<{ name: string; url: string } | Problem>;
  hooks(): Promise<{ list: Hook[] } | Problem>;
  /** Ends a hook. */
  unhook(name: string): Promise<{ name: string } | Problem>;
  /** Has a browser told of what is said while nobody looks, of what calls this person or of everything; `null`: of nothing. */
  push(subscription: PushSubscriptionInput, wants: Pushed | null): Promise<{ for: Pushed | null } | Problem>;
}
