import { fold } from "../../../src/protocol/text/fold.ts";

/** Where somebody can be in a window: a room, or in it a private talk with one person. */
export interface Place {
  readonly room: string;
  /** With whom, by `uid`. */
  readonly uid?: string | undefined;
  /** The message, by `id`, that is to be brought into sight. */
  readonly message?: number | undefined;
}

/** The address of a message: `/lobby#58`. */
export function messagePath(room: string, id: number): string {
  return `/${room}#${id}`;
}

/** The message that an address's fragment names, by `id`. */
export function messageOfFragment(fragment: string): number | undefined {
  const id = Number(/^#(\d{1,15})$/.exec(fragment)?.[1]);
  return id > 0 ? id : undefined;
}

/** What the list says of a place. */
export interface PlaceEntry extends Place {
  readonly key: string;
  /** The room's name, or the person's. */
  readonly name: string;
  readonly unread: number;
  /** How many of them are for the reader: private, or with their name. */
  readonly calls: number;
  readonly muted: boolean;
  /** It is what is shown. */
  readonly current: boolean;
  /** How it stands with the room, where that is worth a word. */
  readonly state: string;
  /** Something was begun there, and not sent. */
  readonly draft?: boolean;
  /** What was said last. */
  readonly last: string;
}

/** No room's name has a plus. */
export function keyOf({ room, uid }: Place): string {
  return uid === undefined ? room : `${room}+${uid}`;
}

/** How much of it asks for its reader: of a room that they have muted, what is for them alone. */
function asking({ unread, calls, muted }: PlaceEntry): number {
  return muted ? calls : unread;
}

/** The next place with something unread, from the one that is shown on, round the list. */
export function nextUnread(entries: readonly PlaceEntry[], step: 1 | -1): PlaceEntry | undefined {
  const at = entries.findIndex(({ current }) => current);
  const from = at < 0 && step < 0 ? entries.length : at;
  return entries
    .map((_, index) => entries.at((from + step * (index + 1)) % entries.length))
    .find((entry) => entry && !entry.current && asking(entry) > 0);
}

/** Unread messages, of muted rooms those alone that are for the reader; `elsewhere`: without those of what is shown. */
export function unreadIn(
  entries: readonly PlaceEntry[],
  elsewhere: boolean,
): { unread: number; calls: number } {
  const counted = entries.filter(({ current }) => !(elsewhere && current));
  return {
    unread: counted.reduce((sum, entry) => sum + asking(entry), 0),
    calls: counted.reduce((sum, { calls }) => sum + calls, 0),
  };
}

/** The places that have what was typed in their names: those that begin with it first, else as they come. */
export function matching(entries: readonly PlaceEntry[], typed: string): PlaceEntry[] {
  const wanted = fold(typed.trim());
  const found = entries.filter(({ name }) => fold(name).includes(wanted));
  const begins = (entry: PlaceEntry) => fold(entry.name).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))];
}
