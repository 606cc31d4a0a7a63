import type { HistoryPoint } from "../core/timeline/position.ts";
import { Follower, type FollowerOptions } from "./follower.ts";
import type { PapoError } from "./papo-error.ts";
import type { RoomEvent } from "./types/event.ts";

/** Everybody who iterates over one room, each at their own pace; and what waits where nobody does. */
export class Followers {
  readonly #options: FollowerOptions;
  readonly #open = new Set<Follower>();
  /** Holds what happens while nobody iterates, for who does next. */
  #next: Follower | undefined;
  #begun = false;
  #end: { error: PapoError | undefined } | undefined;

  constructor(options: FollowerOptions, start: HistoryPoint) {
    this.#options = options;
    this.#next = new Follower(options, start);
  }

  /** Up to where everybody has read; undefined where that is all there is. `isHeard`: who only listens reads nothing. */
  place(isHeard: boolean): HistoryPoint | undefined {
    const followers = [...this.#open, ...(this.#next && (this.#begun || !isHeard) ? [this.#next] : [])];
    const places = followers.flatMap(({ place }) => place ?? []);
    return places.toSorted((a, b) => (a.after ?? 0) - (b.after ?? 0))[0];
  }

  /** In the room, which has been heard up to there. */
  arrive(start: HistoryPoint): void {
    this.#next?.arrive(start);
  }

  put(event: RoomEvent): void {
    for (const follower of this.#open) follower.put(event);
    this.#next?.put(event);
  }

  /** Where there is an `error`, whoever iterates gets it behind what waits. */
  end(error?: PapoError): void {
    this.#end = { error };
    for (const follower of this.#open) follower.end(error);
    this.#next?.end(error);
  }

  /** `start`: up to where the room has been heard. */
  iterate(start: HistoryPoint): AsyncIterableIterator<RoomEvent> {
    const follower = this.#next ?? new Follower(this.#options, start);
    this.#next = undefined;
    this.#begun = true;
    this.#open.add(follower);
    if (this.#end !== undefined) follower.end(this.#end.error);
    return this.#iterator(follower);
  }

  #iterator(follower: Follower): AsyncIterableIterator<RoomEvent> {
    const over: IteratorReturnResult<undefined> = { done: true, value: undefined };
    let isOver = false;
    const iterator: AsyncIterableIterator<RoomEvent> = {
      next: () => (isOver ? Promise.resolve(over) : follower.next()),
      return: () => {
        if (!isOver) this.#close(follower);
        isOver = true;
        return Promise.resolve(over);
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  /** Whoever iterates next goes on from there, where nobody else does now. */
  #close(follower: Follower): void {
    this.#open.delete(follower);
    follower.release();
    if (this.#open.size === 0 && this.#end === undefined) this.#next ??= follower;
  }
}
