/** A message, as the rules have it. */
export interface Said {
  readonly type: "message";
  readonly id: number;
  readonly nick: string;
  readonly uid: string;
  readonly to: { readonly nick: string; readonly uid: string } | undefined;
  readonly re: number | undefined;
  text: string | undefined;
  edited: boolean;
}

/** An edit or a deletion. */
export interface Changed {
  readonly type: "edited" | "deleted";
  readonly id: number;
  readonly target: Said;
  readonly by: string;
  readonly byUid: string;
}

/** A reaction, or that it was taken back. */
export interface Reacted {
  readonly type: "reacted";
  readonly id: number;
  readonly target: Said;
  readonly emoji: string;
  readonly on: boolean;
  readonly by: string;
  readonly byUid: string;
}

export type Entry = Said | Changed | Reacted;

/** What has happened in a room, and by the rules of §5 and §6 who may see what of it, in the plainest way. */
export class Chronicle {
  readonly #entries: Entry[] = [];
  readonly #keep: number;

  /** `keep` is how many events retention leaves. */
  constructor(keep: number) {
    this.#keep = keep;
  }

  get cursor(): number {
    return this.#entries.length;
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
    if (entry.type === "deleted") entry.target.text = undefined;
  }

  /** A message that somebody may see and that is not deleted: others don't exist for them. */
  existing(id: number, uid: string): Said | undefined {
    const entry = this.#kept().find((each) => each.id === id);
    return entry?.type === "message" && entry.text !== undefined && maySee(entry, uid) ? entry : undefined;
  }

  /** All that somebody may see, in its present form. */
  all(uid: string): object[] {
    const kept = this.#kept();
    return kept
      .filter((entry) => maySee(entry, uid))
      .filter(
        (entry) =>
          entry.type === "message" ||
          entry.type === "deleted" ||
          (entry.target.text !== undefined && kept.includes(entry.target)),
      )
      .filter((entry) => entry.type !== "reacted" || this.#newestLike(entry) === entry)
      .map((entry) => this.shown(entry, uid));
  }

  /** The messages that somebody may see, in their present form. */
  messages(uid: string): object[] {
    return this.#kept()
      .filter((entry) => entry.type === "message" && maySee(entry, uid))
      .map((entry) => this.shown(entry, uid));
  }

  /** An event as somebody sees it now, but for its time. */
  shown(entry: Entry, reader: string): object {
    if (entry.type === "message") {
      const { type, id, nick, uid, to, re, text, edited } = entry;
      const body = text === undefined ? { deleted: true } : { text, ...(edited && { edited }) };
      const reactions = text === undefined ? [] : this.#reactionsTo(entry, reader);
      return {
        ...{ type, id, nick, uid, ...(to && { to }), ...(re !== undefined && { re }), ...body },
        ...(reactions.length > 0 && { reactions }),
      };
    }
    const { type, id, target, by, byUid } = entry;
    const told = { type, id, target: target.id, by, byUid };
    if (entry.type !== "reacted") return { ...told, ...(type === "edited" && { text: target.text }) };
    const { emoji, on } = entry;
    return { ...told, emoji, on, count: this.#whoReacted(target, emoji).length };
  }

  /** How many have reacted to a message with an emoji. */
  #whoReacted(target: Said, emoji: string): string[] {
    let uids: string[] = [];
    for (const { emoji: other, on, byUid } of this.#reactionsOf(target)) {
      if (other !== emoji) continue;
      if (!on) uids = uids.filter((uid) => uid !== byUid);
      else if (!uids.includes(byUid)) uids = [...uids, byUid];
    }
    return uids;
  }

  #reactionsTo(target: Said, reader: string): object[] {
    let emojis: string[] = [];
    const soFar = new Map<string, Set<string>>();
    for (const { emoji, on, byUid } of this.#reactionsOf(target)) {
      const uids = soFar.get(emoji) ?? new Set();
      if (on) uids.add(byUid);
      else uids.delete(byUid);
      soFar.set(emoji, uids);
      if (uids.size === 0) emojis = emojis.filter((each) => each !== emoji);
      else if (!emojis.includes(emoji)) emojis = [...emojis, emoji];
    }
    return emojis.map((emoji) => {
      const who = this.#whoReacted(target, emoji);
      return { emoji, count: who.length, ...(who.includes(reader) && { me: true }), who: who.slice(-10) };
    });
  }

  #newestLike({ target, emoji, byUid }: Reacted): Reacted | undefined {
    return this.#reactionsOf(target).findLast((each) => each.emoji === emoji && each.byUid === byUid);
  }

  #reactionsOf(target: Said): Reacted[] {
    return this.#entries.flatMap((entry) =>
      entry.type === "reacted" && entry.target === target ? [entry] : [],
    );
  }

  /** Reactions push nothing out. */
  #kept(): Entry[] {
    const others = this.#entries.filter(({ type }) => type !== "reacted");
    const floor = others.at(-this.#keep - 1)?.id ?? 0;
    return this.#entries.filter(({ id }) => id > floor);
  }
}

/** Whether an event is for somebody: public, or theirs. An empty `uid` is a stranger. */
export function maySee(entry: Entry, uid: string): boolean {
  const { to, uid: author } = entry.type === "message" ? entry : entry.target;
  return to === undefined || to.uid === uid || author === uid;
}
