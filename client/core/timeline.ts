import type { DurableEvent, Welcome } from "../../src/protocol/event.ts";
import { LIMITS } from "../../src/protocol/limits.ts";
import type { Answer, Question } from "./asks.ts";
import { isProblem, type Problem } from "./problem.ts";

export interface TimelineOptions {
  ask(question: Question, done: (answer: Answer | Problem) => void): void;
  /** The next event, in order of `id`, each once. */
  tell(event: DurableEvent, replayed: boolean): void;
  /** Something between the last event and the next is missing for good. */
  broken(why: "retention" | "erased"): void;
  caughtUp(): void;
}

/** `live` events wait behind the pages that fill the gap, and behind what the welcome brought. */
interface Filling {
  state: "filling";
  welcome: Welcome;
  live: DurableEvent[];
}

/** Puts replay, history and live events together, so that each is told once and in order. */
export class Timeline {
  readonly #options: TimelineOptions;
  #phase: { state: "live" } | Filling = { state: "live" };
  /** The highest `id` told. */
  #seen = 0;
  /** Where the next join goes on from: the same, or the cursor where nothing was to be told. */
  #after: number | undefined;
  #epoch: number | undefined;

  constructor(options: TimelineOptions, saved: { after?: number; epoch?: number } = {}) {
    this.#options = options;
    this.#after = saved.after;
    this.#seen = saved.after ?? 0;
    this.#epoch = saved.epoch;
  }

  /** Where a join resumes; empty for the first. */
  get position(): { after?: number; epoch?: number } {
    return {
      ...(this.#after !== undefined && { after: this.#after }),
      ...(this.#epoch !== undefined && { epoch: this.#epoch }),
    };
  }

  /** Whether what a welcome brings goes on from what was seen. */
  resumes(welcome: Welcome): boolean {
    return this.#after !== undefined && this.#after <= welcome.cursor && !this.isErased(welcome);
  }

  /** Whether the room has been erased since the last welcome. */
  isErased(welcome: Welcome): boolean {
    return this.#epoch !== undefined && this.#epoch !== welcome.epoch;
  }

  welcome(welcome: Welcome): void {
    const resumes = this.resumes(welcome);
    const { broken } = this.#options;
    if (!resumes) {
      if (this.#after !== undefined) broken("erased");
      this.#seen = 0;
      this.#after = welcome.cursor;
    }
    this.#epoch = welcome.epoch;
    this.#phase = { state: "filling", welcome, live: [] };
    if (resumes && welcome.gap) this.#fill(this.#phase, "first");
    else this.#finish(this.#phase);
  }

  live(event: DurableEvent): void {
    if (this.#phase.state === "filling") this.#phase.live.push(event);
    else this.#tell(event, false);
  }

  /** The connection is gone; what waits will be replayed. */
  disconnected(): void {
    this.#phase = { state: "live" };
  }

  #fill(filling: Filling, page: "first" | "later"): void {
    const from = this.#after ?? 0;
    const { events: newest, cursor } = filling.welcome;
    const goal = newest[0]?.id ?? cursor;
    this.#ask(filling, { type: "history", after: from, limit: LIMITS.page }, ({ events, more }) => {
      const end = events.at(-1)?.id ?? from;
      const deliver = () => {
        for (const event of events) this.#tell(event, true);
        if (more && end > from && end < goal) this.#fill(filling, "later");
        else this.#finish(filling);
      };
      if (page === "later" || events[0]?.id === from + 1) deliver();
      else this.#probe({ filling, before: from + 1 }, deliver);
    });
  }

  /**
   * Retention takes the oldest first: as long as something that was seen is still
   * there, nothing behind it is missing. Ids that are skipped prove nothing,
   * for they may be other people's private messages.
   */
  #probe({ filling, before }: { filling: Filling; before: number }, then: () => void): void {
    this.#ask(filling, { type: "history", before, limit: 1 }, ({ events }) => {
      if (events.length === 0) this.#options.broken("retention");
      then();
    });
  }

  #ask(
    filling: Filling,
    question: Question,
    then: (page: { events: DurableEvent[]; more: boolean }) => void,
  ): void {
    this.#options.ask(question, (answer) => {
      if (this.#phase !== filling) return;
      if (!isProblem(answer) && answer.type === "history") return then(answer);
      this.#options.broken("retention");
      this.#finish(filling);
    });
  }

  #finish({ welcome, live }: Filling): void {
    for (const event of welcome.events) this.#tell(event, true);
    this.#phase = { state: "live" };
    this.#options.caughtUp();
    for (const event of live) this.#tell(event, false);
  }

  #tell(event: DurableEvent, replayed: boolean): void {
    if (event.id <= this.#seen) return;
    this.#seen = event.id;
    this.#after = event.id;
    this.#options.tell(event, replayed);
  }
}
