/** What a person has not looked at yet. */
export interface UnreadMark {
  /** The newest message seen, by `id`. */
  readonly seen: number;
  /** The message above which the line stands. */
  readonly from: number | undefined;
  readonly count: number;
  /** How many of them are for the reader: private, or with their name. */
  readonly calls: number;
}

export function unreadSince(seen: number): UnreadMark {
  return { seen, from: undefined, count: 0, calls: 0 };
}

export interface Incoming {
  id: number;
  own: boolean;
  /** It is for the reader. */
  call: boolean;
  /** The page is in sight and scrolled to its end. */
  attended: boolean;
}

/** Follows a message that has come. The line stays where somebody found it until they speak, or look away again. */
export function arrived(unread: UnreadMark, { id, own, call, attended }: Incoming): UnreadMark {
  if (id <= unread.seen) return unread;
  if (own) return unreadSince(id);
  if (attended) return { ...unread, seen: id };
  const from = unread.count === 0 ? id : unread.from;
  return { ...unread, from, count: unread.count + 1, calls: unread.calls + (call ? 1 : 0) };
}

/** Everything up to `newest` has been looked at. */
export function attended(unread: UnreadMark, newest: number): UnreadMark {
  if (unread.count === 0 && newest <= unread.seen) return unread;
  return { seen: Math.max(newest, unread.seen), from: unread.from, count: 0, calls: 0 };
}

/** As much of a number as is worth the place. */
export function shortCount(count: number): string {
  return count > 99 ? "99+" : String(count);
}

/** `(3) lobby` */
export function titleOf(room: string, count: number): string {
  return count > 0 ? `(${shortCount(count)}) ${room}` : room;
}
