import { authorOf, isDurable } from "../../src/protocol/change.ts";
import type { Chat, HistoryPage } from "../core/chat.ts";
import type { Clock } from "../core/clock.ts";
import { type Problem as CoreProblem, isProblem } from "../core/problem.ts";
import { lookBack } from "../core/timeline/look-back.ts";
import type { HistoryPoint } from "../core/timeline/position.ts";
import type { PapoError } from "./papo-error.ts";
import type { RoomEvent } from "./types/event.ts";

/** Events that wait for one follower. What comes beyond is fetched from the room when its turn comes. */
export const MOST_WAITING = 1_000;
/** Events of a page that is fetched. */
const PAGE = 200;
/** Milliseconds until a room that did not tell what was missed is asked again. */
const AGAIN_IN = 2_000;

export interface FollowerOptions {
  readonly chat: Pick<Chat, "history" | "room">;
  readonly clock: Clock;
}

const TORN: RoomEvent = { type: "break", why: "retention" };

interface NextCall {
  resolve(result: IteratorResult<RoomEvent, undefined>): void;
  reject(error: PapoError): void;
}

/** From where on nothing is kept: what is stored comes from the room. */
interface Behind {
  readonly after: number;
  /** While a page is on its way: what has happened meanwhile. */
  meanwhile: RoomEvent[] | undefined;
}

/**
 * One iteration over what a room tells. It holds up nobody: whoever reads
 * slowly has so much wait, and the rest is asked for again. Going out of the
 * room meanwhile, as a pipe does, would not do here: who says something amid
 * what they read, and awaits that, would wait for ever.
 */
export class Follower {
  readonly #options: FollowerOptions;
  #queue: RoomEvent[] = [];
  #waiting: NextCall[] = [];
  #behind: Behind | undefined;
  #end: { error: PapoError | undefined } | undefined;
  /** Up to where it has been read, and up to where it is in the queue. */
  #read: HistoryPoint = {};
  #queued = 0;

  constructor(options: FollowerOptions, start: HistoryPoint) {
    this.#options = options;
    this.#read = start;
    this.#queued = start.after ?? 0;
  }

  /** Up to where all is read; undefined where nothing stored is left to be read. */
  get place(): HistoryPoint | undefined {
    return this.#behind !== undefined || this.#queue.some(isDurable) ? this.#read : undefined;
  }

  /** Where nothing is left to be read, it goes on from there. */
  arrive(start: HistoryPoint): void {
    if (this.place === undefined) this.#read = start;
    this.#queued = Math.max(this.#queued, start.after ?? 0);
  }

  put(event: RoomEvent): void {
    if (this.#end !== undefined) return;
    if (this.#behind === undefined && this.#queue.length < MOST_WAITING) this.#give(event);
    else this.#skip(event);
  }

  next(): Promise<IteratorResult<RoomEvent, undefined>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#serve();
    });
  }

  /** Nobody reads on for now. */
  release(): void {
    for (const { resolve } of this.#waiting.splice(0)) resolve({ done: true, value: undefined });
  }

  /** Nothing more is told. What waits is read before an `error` is. */
  end(error?: PapoError): void {
    if (this.#end !== undefined) return;
    this.#end = { error };
    if (error === undefined) this.#queue = [];
    this.#serve();
  }

  #give(event: RoomEvent): void {
    if (isDurable(event)) {
      if (event.id <= this.#queued) return;
      this.#queued = event.id;
    } else if (isErased(event)) this.#queued = 0;
    this.#queue.push(event);
    this.#serve();
  }

  #serve(): void {
    while (this.#waiting.length > 0) {
      const event = this.#queue.shift();
      if (event === undefined) break;
      this.#reach(event);
      this.#waiting.shift()?.resolve({ done: false, value: event });
    }
    if (this.#waiting.length === 0) return;
    if (this.#end !== undefined) this.#finish(this.#end);
    else if (this.#behind?.meanwhile === undefined) void this.#catchUp();
  }

  #reach(event: RoomEvent): void {
    if (isDurable(event)) this.#read = { ...this.#read, after: event.id, afterAt: event.at };
    // Of the room's present life.
    else if (isErased(event)) this.#read = { after: 0 };
  }

  #finish(end: { error: PapoError | undefined }): void {
    for (const { resolve, reject } of this.#waiting.splice(0)) {
      if (end.error !== undefined) reject(end.error);
      else resolve({ done: true, value: undefined });
      // An iteration fails once.
      end.error = undefined;
    }
  }

  #skip(event: RoomEvent): void {
    this.#behind ??= { after: this.#queued, meanwhile: undefined };
    const { meanwhile } = this.#behind;
    if (isErased(event)) {
      this.#behind = { after: 0, meanwhile: undefined };
      this.#queued = 0;
      this.#queue.push(event);
    } else if (meanwhile !== undefined && meanwhile.length <= MOST_WAITING) meanwhile.push(event);
    // In the room again, or erased: there is something to ask for.
    if (event.type === "caught_up" || event.type === "break") this.#serve();
  }

  async #catchUp(): Promise<void> {
    const behind = this.#behind;
    if (behind === undefined) return;
    const meanwhile: RoomEvent[] = [];
    behind.meanwhile = meanwhile;
    const page = await this.#pageAfter(behind.after);
    if (this.#behind !== behind || this.#end !== undefined) return;
    behind.meanwhile = undefined;
    if (isProblem(page)) {
      // Offline, what brings it back tells so.
      if (page.problem !== "offline") this.#options.clock.setTimer(AGAIN_IN, () => this.#serve());
      return;
    }
    const { events, more, after = behind.after, isTorn } = page;
    const end = Math.max(after, events.at(-1)?.id ?? 0);
    const isStuck = more && end <= behind.after;
    const isOver = !more || isStuck;
    const isWhole = meanwhile.length <= MOST_WAITING;
    this.#behind = isOver && isWhole ? undefined : { after: end, meanwhile: undefined };
    if (isTorn) this.#give(TORN);
    const me = this.#options.chat.room.you?.uid;
    for (const event of events) this.#give({ ...event, own: authorOf(event) === me, replayed: true });
    if (isStuck) this.#give(TORN);
    if (this.#behind === undefined) {
      this.#give({ type: "caught_up" });
      for (const event of meanwhile) this.#give(event);
    }
    this.#serve();
  }

  /** The next of what was skipped, and whether something before it is missing for good. */
  async #pageAfter(after: number): Promise<(HistoryPage & { isTorn: boolean }) | CoreProblem> {
    const { chat } = this.#options;
    const page = await chat.history({ after, limit: PAGE });
    if (isProblem(page)) return page;
    if (after === 0 || page.events[0]?.id === after + 1) return { ...page, isTorn: false };
    // Retention takes the oldest first: as long as something that was read is there, all behind it is.
    const before = await lookBack(chat, { before: after + 1, limit: 1 });
    return isProblem(before) ? before : { ...page, isTorn: before.events.length === 0 };
  }
}

function isErased(event: RoomEvent): boolean {
  return event.type === "break" && event.why === "erased";
}
