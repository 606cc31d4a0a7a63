import * as v from "valibot";
import { callsTo } from "../../../src/protocol/calling.ts";
import type { Message } from "../../../src/protocol/event.ts";
import { messagePage } from "../../../src/protocol/http-answer.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { parseJson } from "../../core/http/parse-json.ts";
import { passes } from "../session/passes.ts";
import { ignoredIn, nickIn, seenIn, tokenOf } from "../session/remembered.ts";

/** Milliseconds from one look after all rooms to the next. */
const PAUSE = 60_000;
const ANSWER_WITHIN = 10_000;

/** What can be told of a room without being in it. */
export interface Glance {
  unread: number;
  calls: number;
  last: Message | undefined;
  /** It can't be looked into. */
  isShut: boolean;
}

/** Looks after the rooms that the window is not in, while somebody looks at it. */
export class Glances {
  readonly of = new Map<string, Glance>();
  readonly #rooms: () => readonly string[];
  readonly #changed: () => void;
  #timer = 0;
  #isLooking = false;

  /** `rooms`: which they are. */
  constructor(rooms: () => readonly string[], changed: () => void) {
    this.#rooms = rooms;
    this.#changed = changed;
    addEventListener("visibilitychange", () => void this.look());
  }

  /** One room after the other, and again in a while. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    if (document.hidden || this.#isLooking) return;
    this.#isLooking = true;
    for (const room of this.#rooms()) {
      // What was left or come to meanwhile needs no look any more.
      if (!this.#rooms().includes(room)) continue;
      this.of.set(room, await glanceAt(room, this.of.get(room)));
      this.#changed();
    }
    this.#isLooking = false;
    this.#timer = setTimeout(() => void this.look(), PAUSE);
  }
}

async function glanceAt(room: string, before: Glance | undefined): Promise<Glance> {
  const { id, epoch } = seenIn(room);
  const token = tokenOf(room);
  // To who has never been there, nothing is unread.
  const isNew = id === 0 && epoch === 0;
  const query = isNew ? "limit=1" : `after=${id}&limit=${LIMITS.page}`;
  try {
    const response = await fetch(`/api/rooms/${room}/messages?${query}`, {
      headers: { ...passes.headers(room), ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    if (!response.ok) return { ...(before ?? NOTHING), isShut: response.status < 429 };
    const page = v.parse(messagePage, parseJson(await response.text()));
    const ignored = ignoredIn(room);
    const you = nickIn(room);
    const messages = page.events.filter((event) => event.type === "message");
    const heard = isNew
      ? []
      : messages.filter(({ nick, uid, deleted }) => !deleted && nick !== you && !ignored.has(uid));
    // What they wrote is known by their name, for nobody says here which `uid` is theirs.
    const wrote = (id: number) => messages.some((each) => each.id === id && each.nick === you);
    const callee = { uid: "", nick: you, wrote };
    return {
      unread: heard.length,
      calls: heard.filter((message) => message.to !== undefined || callsTo(message, callee)).length,
      last: messages.findLast(({ deleted }) => !deleted) ?? before?.last,
      isShut: false,
    };
  } catch {
    return before ?? NOTHING;
  }
}

const NOTHING: Glance = { unread: 0, calls: 0, last: undefined, isShut: false };
