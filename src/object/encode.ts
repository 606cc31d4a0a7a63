import type { Member, RoomEvent } from "../protocol/event.ts";

/** Makes JSON of the events of one room. */
export class Encoder {
  /** The roster last encoded, and its entries as JSON. */
  #members: readonly Member[] = [];
  #entries = "";

  encode(event: RoomEvent): string {
    if (event.type !== "welcome") return JSON.stringify(event);
    const { members, ...rest } = event;
    return `${JSON.stringify(rest).slice(0, -1)},"members":[${this.#roster(members)}]}`;
  }

  /**
   * Every welcome has the whole roster: when a thousand people join at once that
   * is half a million entries. Most of the time it is the last one and somebody
   * more, so only what is new is encoded.
   */
  #roster(members: readonly Member[]): string {
    let same = 0;
    while (same < this.#members.length && members[same] === this.#members[same]) same++;
    const known = same === this.#members.length ? same : 0;
    // Put together, and not joined: a string of pieces is copied once, when it is sent.
    let entries = known > 0 ? this.#entries : "";
    for (const member of members.slice(known)) entries += `${entries && ","}${JSON.stringify(member)}`;
    this.#entries = entries;
    this.#members = members;
    return entries;
  }
}
