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

export type Entry = Said | Changed;

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
          entry.type !== "edited" || (entry.target.text !== undefined && kept.includes(entry.target)),
      )
      .map(shown);
  }

  /** The messages that somebody may see, in their present form. */
  messages(uid: string): object[] {
    return this.#kept()
      .filter((entry) => entry.type === "message" && maySee(entry, uid))
      .map(shown);
  }

  #kept(): Entry[] {
    return this.#entries.slice(-this.#keep);
  }
}

/** Whether an event is for somebody: public, or theirs. An empty `uid` is a stranger. */
export function maySee(entry: Entry, uid: string): boolean {
  const { to, uid: author } = entry.type === "message" ? entry : entry.target;
  return to === undefined || to.uid === uid || author === uid;
}

/** An event as clients see it now, but for its time. */
export function shown(entry: Entry): object {
  if (entry.type === "message") {
    const { type, id, nick, uid, to, re, text, edited } = entry;
    const body = text === undefined ? { deleted: true } : { text, ...(edited && { edited }) };
    return { type, id, nick, uid, ...(to && { to }), ...(re !== undefined && { re }), ...body };
  }
  const { type, id, target, by, byUid } = entry;
  return { type, id, target: target.id, by, byUid, ...(type === "edited" && { text: target.text }) };
}
