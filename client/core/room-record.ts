import type { EventOf, Member, Welcome } from "../../src/protocol/event.ts";
import { DEFAULT_PACE, LIMITS } from "../../src/protocol/limits.ts";
import { MOST_PEOPLE } from "../../src/protocol/welcome.ts";
import type { RoomView } from "./chat.ts";
import type { RoomChange } from "./chat-event.ts";

/** What a client knows of its room besides the messages. */
export class RoomRecord implements RoomView {
  name = "";
  topic = "";
  locked = false;
  slow = 0;
  at = 0;
  seen = 0;
  features: readonly string[] = [];
  limits: Welcome["limits"] = { ...LIMITS, nick: [...LIMITS.nick], ...DEFAULT_PACE };
  #uid: string | undefined;
  readonly #members = new Map<string, Member>();
  /** Made anew only after somebody has come, gone or changed: large rooms are asked for it at every message. */
  #list: readonly Member[] | undefined;

  get you(): Member | undefined {
    return this.#uid === undefined ? undefined : this.#members.get(this.#uid);
  }

  get members(): readonly Member[] {
    this.#list ??= [...this.#members.values()];
    return this.#list;
  }

  welcome({ room, you, members, topic, locked, slow, limits, at, features }: Welcome): void {
    Object.assign(this, { name: room, topic, locked, slow, limits, at, features });
    this.#uid = you.uid;
    this.#list = undefined;
    this.#members.clear();
    for (const member of [...members, you]) this.#members.set(member.uid, member);
  }

  /** Follows an event. */
  apply(event: RoomChange): void {
    this.#list = undefined;
    switch (event.type) {
      case "joined":
        if (this.#members.size < MOST_PEOPLE) {
          const { nick, uid, role, bot } = event;
          this.#members.set(uid, { nick, uid, role, ...(bot && { bot }) });
        }
        return;
      case "left":
        this.#members.delete(event.uid);
        return;
      case "renamed":
        this.#change(event.uid, { nick: event.nick });
        return;
      case "role":
        this.#change(event.uid, { role: event.role });
        return;
      case "away":
        this.#away(event);
        return;
      case "topic":
        this.topic = event.text;
        return;
      case "locked":
        this.locked = event.locked;
        return;
      case "slow":
        this.slow = event.seconds;
        return;
      case "kicked":
      case "unbanned":
      case "allowed":
        return;
      default:
        event satisfies never;
    }
  }

  #away({ uid, text }: EventOf<"away">): void {
    const { away: _, ...member } = this.#members.get(uid) ?? {};
    if ("nick" in member) this.#members.set(uid, text === null ? member : { ...member, away: text });
  }

  #change(uid: string, change: Partial<Member>): void {
    const member = this.#members.get(uid);
    if (member !== undefined) this.#members.set(uid, { ...member, ...change });
  }
}
