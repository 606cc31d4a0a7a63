// What a room tells, as a program reads it. These types stand by themselves: whoever uses the package needs nothing else.

/** What somebody may do: an owner more than a mod, and a mod more than a member. */
export type Role = "owner" | "mod" | "member";

/** Somebody, by name. Nicknames change hands; a `uid` is one person for good. */
export interface Person {
  readonly nick: string;
  /** 12 characters of `A-Za-z0-9_-`. */
  readonly uid: string;
}

/** Somebody who is in the room, or was a moment ago and may be back. */
export interface Member extends Person {
  readonly role: Role;
  /** Where they are, while they are away. */
  readonly away?: string;
  /** A program speaks for them, by its own word. */
  readonly bot?: boolean;
}

/** What has been reacted to a message with one emoji. */
export interface Reaction {
  readonly emoji: string;
  readonly count: number;
  /** Whether you did. */
  readonly me?: boolean;
  /** Who did last, by `uid`, the newest at the end: ten at most. */
  readonly who: readonly string[];
}

/** A file that came with a message. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  /** What its bytes say: a kind of picture, `text/plain`, or `application/octet-stream`. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Of a picture, in pixels, as it is shown. */
  readonly width?: number;
  readonly height?: number;
}

/** What a file is made of: text, bytes, or what a page has of a file (a `Blob`, a `File`). */
export type FileContent = string | Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> };

/** Something that was said, in its present form. */
export interface Message {
  readonly type: "message";
  /** Grows with every event of the room. */
  readonly id: number;
  /** When it was stored: milliseconds since 1970, by the room's clock. */
  readonly at: number;
  readonly nick: string;
  readonly uid: string;
  /** Missing in a deleted message only. */
  readonly text?: string;
  /** A private message: only you two ever see it. */
  readonly to?: Person;
  /** The message that this replies to, by `id`. */
  readonly re?: number;
  /** An action: `* ana waves`. */
  readonly me?: boolean;
  /** A program said it, by its own word. */
  readonly bot?: boolean;
  /** A hook of this name brought it: `nick` is how another system calls itself, and nobody here. */
  readonly hook?: string;
  readonly edited?: boolean;
  readonly deleted?: boolean;
  readonly reactions?: readonly Reaction[];
  readonly files?: readonly SharedFile[];
}

/** Who did what an event tells. */
export interface Deed {
  /** Their nickname then. */
  readonly by: string;
  readonly byUid: string;
  readonly at: number;
}

/** A message has another text. */
export interface Edited extends Deed {
  readonly type: "edited";
  readonly id: number;
  /** The message, by `id`. */
  readonly target: number;
  readonly text: string;
}

/** A message is no more. */
export interface Deleted extends Deed {
  readonly type: "deleted";
  readonly id: number;
  readonly target: number;
}

/** Somebody has reacted to a message, or has taken that back. */
export interface Reacted extends Deed {
  readonly type: "reacted";
  readonly id: number;
  readonly target: number;
  readonly emoji: string;
  /** False: taken back. */
  readonly on: boolean;
  /** How many have reacted with that emoji now. */
  readonly count: number;
}

/** What a room stores, and tells whoever missed it. */
export type StoredEvent = Message | Edited | Deleted | Reacted;
