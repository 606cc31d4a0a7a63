import type { DurableEvent } from "../../../src/protocol/event.ts";

/** What was missed and not shown: from where on, and up to what stands in the log. */
export class MissedPlace {
  #after: number | undefined;
  #until: number | undefined;

  /** The id behind which the first of it stands; undefined where there is none. */
  get after(): number | undefined {
    return this.#after;
  }

  /** `until`: the first event behind it that the log has, if there is one. */
  begin(after: number, until: number | undefined): void {
    this.#after = after;
    this.#until = until;
  }

  /** What of a page is shown nowhere yet. The next begins behind `id`; undefined where there is none. */
  goOn(events: readonly DurableEvent[], id: number | undefined): readonly DurableEvent[] {
    const until = this.#until ?? Number.POSITIVE_INFINITY;
    this.#after = id !== undefined && id < until - 1 ? id : undefined;
    return events.filter((event) => event.id < until);
  }
}
