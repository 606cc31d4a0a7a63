import type { Deed, Deleted, Edited, Message, Person, Reacted, Role } from "./message.ts";
import type { Problem } from "./problem.ts";

/** What you know of a stored event besides what the room tells. */
export interface Sighted {
  /** You wrote it, or did it, maybe with another client of yours. */
  readonly own: boolean;
  /** It is older than your being here, or was missed, and is told afterwards. */
  readonly replayed: boolean;
}

export interface Joined extends Person {
  readonly type: "joined";
  readonly role: Role;
  readonly bot?: boolean;
  readonly at: number;
}

export interface Left extends Person {
  readonly type: "left";
  /** `lost`: their connection was, and they did not come back in time. */
  readonly why: "left" | "lost" | "kicked" | "banned";
  /** Who put them out. */
  readonly by?: string;
  readonly byUid?: string;
  readonly reason?: string;
  readonly at: number;
}

export interface Renamed {
  readonly type: "renamed";
  readonly uid: string;
  readonly from: string;
  readonly nick: string;
  readonly at: number;
}

/** Somebody has another role. */
export interface RoleGiven extends Person, Deed {
  readonly type: "role";
  readonly role: Role;
}

/** Somebody is away, and where; `null`: they are back. */
export interface AwaySaid extends Person {
  readonly type: "away";
  readonly text: string | null;
}

export interface TopicSet extends Deed {
  readonly type: "topic";
  /** Empty: it was taken away. */
  readonly text: string;
}

/** Newcomers need the passphrase from now on, or no longer do. */
export interface LockSet extends Deed {
  readonly type: "locked";
  readonly locked: boolean;
}

/** Seconds that members wait between one message and the next; 0: they need not. */
export interface SlowSet extends Deed {
  readonly type: "slow";
  readonly seconds: number;
}

/** Told to mods: a ban is over. */
export interface Unbanned extends Person, Deed {
  readonly type: "unbanned";
}

/** Told to mods: somebody may come in whom the ban of a network kept out. */
export interface Allowed extends Person, Deed {
  readonly type: "allowed";
}

/** Somebody is writing. */
export interface Typing extends Person {
  readonly type: "typing";
}

/** In another client of yours, you have read up to the event of this `id`. */
export interface SeenElsewhere {
  readonly type: "seen";
  readonly id: number;
}

/** The connection is lost. It comes back by itself; what you say meanwhile goes out then. */
export interface WentOffline {
  readonly type: "offline";
  /** When it is tried again: milliseconds since 1970. */
  readonly until: number;
  /** Why, where the room said so. */
  readonly problem?: Problem;
}

/** In the room again. What was missed follows, then `caught_up`. */
export interface CameOnline {
  readonly type: "online";
}

/** All that was missed has been told. Who came and went meanwhile is not: see `room.members`. */
export interface CaughtUp {
  readonly type: "caught_up";
}

/** Between what came before and what comes next, something is missing for good. `erased`: the room begins anew. */
export interface Broken {
  readonly type: "break";
  readonly why: "retention" | "erased";
}

/** What you say waits until then (milliseconds since 1970): for slow mode, or the room's pace. */
export interface Paused {
  readonly type: "paused";
  readonly until: number;
}

/** What an earlier run had left to be sent (`saved`) was not stored. */
export interface Unsent {
  readonly type: "unsent";
  readonly what: Draft;
  readonly problem: Problem;
}

/** Something to be stored, as the protocol has it. */
export type Draft =
  | {
      readonly type: "say";
      readonly text: string;
      readonly to?: string;
      readonly re?: number;
      readonly me?: boolean;
      readonly files?: readonly string[];
    }
  | { readonly type: "edit"; readonly id: number; readonly text: string }
  | { readonly type: "delete"; readonly id: number }
  | { readonly type: "react"; readonly id: number; readonly emoji: string; readonly on: boolean };

/** All that a room tells. */
export type RoomEvent =
  | (Message & Sighted)
  | (Edited & Sighted)
  | (Deleted & Sighted)
  | (Reacted & Sighted)
  | Joined
  | Left
  | Renamed
  | RoleGiven
  | AwaySaid
  | TopicSet
  | LockSet
  | SlowSet
  | Unbanned
  | Allowed
  | Typing
  | SeenElsewhere
  | WentOffline
  | CameOnline
  | CaughtUp
  | Broken
  | Paused
  | Unsent;

/** The event of one type. */
export type RoomEventOf<Type extends RoomEvent["type"]> = Extract<RoomEvent, { readonly type: Type }>;
