import type { Welcome } from "../../../src/protocol/event.ts";

/** Where a join goes on: the last event, when that was stored, and in which life of the room. */
export interface HistoryPoint {
  after?: number;
  afterAt?: number;
  epoch?: number;
}

/** What outlives a run of the client. */
export interface SavedPosition extends HistoryPoint {
  /** Up to which event the room had been heard, where the next screen begins anew. */
  heard?: number;
}

/**
 * How the room of a welcome fits to what has been heard before.
 * - `whole`: it still has everything since. What it doesn't know of this client, it has not stored.
 * - `torn`: something since then may be gone.
 * - `other`: it was erased, or goes on from an older state; what was heard is of another history.
 */
export type Continuity = "whole" | "torn" | "other";

/** `open`: so much is new that the welcome doesn't show it; the pages that fill the gap will. */
export type FirstImpression = Continuity | "open";

/** How far the room has been heard. An id alone names no point in history: a restored room may use it again. */
export class Position {
  #place: HistoryPoint;
  /** How far an earlier run had heard it, until the room has answered this one. */
  #earlier: number | undefined;

  constructor({ heard, ...place }: SavedPosition) {
    this.#place = place;
    this.#earlier = heard;
  }

  get place(): HistoryPoint {
    return this.#place;
  }

  get saved(): SavedPosition {
    const heard = this.#heard;
    return { ...this.#place, ...(heard !== undefined && { heard }) };
  }

  /** Whether what a welcome brings goes on from the last event. */
  resumes(welcome: Welcome): boolean {
    return this.#place.after !== undefined && this.continuity(welcome) !== "other";
  }

  continuity(welcome: Welcome): FirstImpression {
    const { after, epoch } = this.#place;
    const heard = this.#heard;
    if (welcome.reset || (epoch !== undefined && epoch !== welcome.epoch)) return "other";
    // Hearing and sending both begin with the first welcome.
    if (heard === undefined) return epoch === undefined ? "whole" : "torn";
    if (heard > welcome.cursor) return "other";
    const oldest = welcome.events[0]?.id ?? welcome.cursor + 1;
    // Retention takes the oldest first: as long as something from before is kept, all behind it is.
    if ((after !== undefined && !welcome.gap) || oldest <= heard + 1) return "whole";
    return after === undefined ? "torn" : "open";
  }

  /** In the room, and before what its welcome brings is told. */
  welcomed(welcome: Welcome): void {
    const { epoch } = welcome;
    this.#place = this.resumes(welcome) ? { ...this.#place, epoch } : { epoch };
    this.#earlier = undefined;
  }

  /** Everything up to the event of this `id`, stored at `at`, has been heard. */
  reach(id: number, at: number | undefined): void {
    const { after = -1, afterAt: _, ...place } = this.#place;
    if (id > after) this.#place = { ...place, after: id, ...(at !== undefined && { afterAt: at }) };
  }

  get #heard(): number | undefined {
    return this.#place.after ?? this.#earlier;
  }
}
