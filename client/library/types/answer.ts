import type { Message, Person, SharedFile, StoredEvent } from "./message.ts";

/** Something is stored. */
export interface Stored {
  /** The message that was said, or that was edited, deleted or reacted to. */
  readonly id: number;
}

export interface SayOptions {
  /** Says it to one person alone, by nickname or `uid`. */
  readonly to?: string | undefined;
  /** The message that this replies to, by `id`. */
  readonly reply?: number | undefined;
  /** Says what you do: `* ana waves`. */
  readonly action?: boolean | undefined;
  /** Up to four files that you have uploaded, each for one message: what `upload` told of them, or their ids. */
  readonly files?: readonly (string | Pick<SharedFile, "id">)[] | undefined;
}

export interface HistoryQuery {
  /** Messages before this `id`, in their present form. Without either, the newest. */
  readonly before?: number | undefined;
  /** All that was stored after this `id`: edits, deletions and reactions, too. */
  readonly after?: number | undefined;
  /** 1 to 200; 50 by default. */
  readonly limit?: number | undefined;
}

/** Oldest first. If there is `more`, ask on with its `before` or `after`; without these, with the `id` at its edge. */
export interface HistoryPage {
  readonly events: readonly StoredEvent[];
  readonly more: boolean;
  readonly before?: number;
  readonly after?: number;
}

export interface SearchQuery {
  /** Only messages before this `id`. */
  readonly before?: number | undefined;
  /** 1 to 200; 50 by default. */
  readonly limit?: number | undefined;
}

/** Newest first. If there is `more`, ask on with its `before`, even where nothing was found so far. */
export interface FoundPage {
  readonly events: readonly Message[];
  readonly more: boolean;
  readonly before?: number;
}

export interface Banning {
  readonly reason?: string | undefined;
  /** Puts out everybody of that person's network, too, who is no mod or owner. */
  readonly network?: boolean | undefined;
  /** For how long: 1 to 8,760. Without, for good. */
  readonly hours?: number | undefined;
  /** Deletes what they have said in public within the last day. */
  readonly hide?: boolean | undefined;
}

export interface Ban extends Person {
  readonly by: string;
  readonly byUid: string;
  readonly at: number;
  readonly reason?: string;
  /** Until when it holds; without, for good. */
  readonly until?: number;
}

/** Somebody whom the ban of their network kept out. */
export interface KeptOut extends Person {
  readonly at: number;
}

export interface BanList {
  readonly list: readonly Ban[];
  readonly kept?: readonly KeptOut[];
}

export interface ActsQuery {
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
}

/** What was done for order: who did what, to whom or to which message. */
export interface Act {
  readonly id: number;
  readonly at: number;
  readonly act: string;
  readonly by: string;
  readonly byUid: string;
  readonly nick?: string;
  readonly uid?: string;
  readonly target?: number;
  readonly reason?: string;
}

/** Newest first. */
export interface ActPage {
  readonly list: readonly Act[];
  readonly more: boolean;
}

export interface Inviting {
  /** For how many days it is good: 1 to 365. */
  readonly days: number;
  /** Whether it is for one person: the first who comes with it. */
  readonly one?: boolean | undefined;
}

export interface Invitation {
  readonly pass: string;
  readonly link: string;
  /** When it ends: seconds since 1970. */
  readonly expires: number;
}

/** A way in for the messages of another system. */
export interface Hook {
  readonly name: string;
  /** Who made it. */
  readonly by: string;
  readonly byUid: string;
  readonly at: number;
}

export interface HookList {
  readonly list: readonly Hook[];
}

export interface HookAddress {
  readonly name: string;
  /** Whoever has it may post: it is a secret, and told this once. */
  readonly url: string;
}
