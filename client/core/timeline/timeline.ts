import type { DurableEvent, Welcome } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Skipped } from "../../../src/protocol/untrusted.ts";
import type { HistoryPage } from "../chat.ts";
import { isProblem, localProblem, type Problem } from "../problem.ts";
import type { Answer, Query } from "./asks.ts";
import { type Continuity, Position, type SavedPosition } from "./position.ts";

/** Questions that filling one gap may take: more than any history has pages. */
const MOST_PAGES = 1_000;
/** Live events that wait behind a gap. */
const MOST_LIVE = 10_000;
/** Ids between an event and the next that are still believed: others' private messages of many hours. */
const LEAP = 1_000_000;
/** Questions in a row that the room may leave without an answer. */
const MOST_SILENCES = 3;

export interface TimelineOptions {
  ask(question: Query, done: (answer: Answer | Problem) => void): void;
  /** The next event, in order of `id`, each once. */
  tell(event: DurableEvent, replayed: boolean): void;
  /** Something between the last event and the next is missing for good. */
  broken(why: "retention" | "erased"): void;
  /** Whether the room still had everything, where the welcome left that open. */
  proved(continuity: Continuity): void;
  caughtUp(): void;
  /** The room does not answer; by another connection it may. */
  stuck(problem: Problem): void;
}

/** `live` events wait behind the pages that fill the gap, and behind what the welcome brought. */
interface Filling {
  state: "filling";
  welcome: Welcome;
  live: (DurableEvent | Skipped)[];
  /** Questions asked so far. */
  asked: number;
}

/** Puts replay, history and live events together, so that each is told once and in order. */
export class Timeline {
  readonly position: Position;
  readonly #options: TimelineOptions;
  #phase: { state: "live" } | Filling = { state: "live" };
  /** The highest `id` told. */
  #seen: number;
  /** The highest `id` that the room has. */
  #newest = 0;
  #silences = 0;

  constructor(options: TimelineOptions, saved: SavedPosition = {}) {
    this.#options = options;
    this.position = new Position(saved);
    this.#seen = saved.after ?? 0;
  }

  welcome(welcome: Welcome): void {
    const { place } = this.position;
    const resumes = this.position.resumes(welcome);
    this.position.welcomed(welcome);
    if (!resumes) {
      if (place.after !== undefined) this.#options.broken("erased");
      this.#seen = 0;
    }
    this.#newest = welcome.cursor;
    this.#phase = { state: "filling", welcome, live: [], asked: 0 };
    if (resumes && welcome.gap) this.#fill(this.#phase, place.after ?? 0);
    else this.#finish(this.#phase);
  }

  /** An event as it happens; of one that can't be read, its place counts. */
  live(event: DurableEvent | Skipped): void {
    // What was taken for the newest was none, and would hide all that comes: another connection tells what is.
    if (event.id < this.#newest - LEAP) this.#options.stuck(localProblem("no_answer"));
    else if (this.#phase.state === "live") this.#tell(event, false);
    else if (this.#phase.live.push(event) > MOST_LIVE) this.#giveUp(this.#phase);
  }

  /** The connection is gone; what waits will be replayed. */
  disconnected(): void {
    this.#phase = { state: "live" };
  }

  #fill(filling: Filling, from: number): void {
    const { events: newest, cursor } = filling.welcome;
    const goal = newest[0]?.id ?? cursor;
    const isFirst = filling.asked === 0;
    this.#ask(filling, { type: "history", after: from, limit: LIMITS.page }, (page) => {
      const { events, more, after = 0 } = page;
      const end = Math.max(after, events.at(-1)?.id ?? 0);
      const deliver = () => {
        for (const event of events) this.#tell(event, true);
        if (!more || end >= goal) this.#finish(filling);
        else if (end > from) this.#fill(filling, end);
        else this.#giveUp(filling);
      };
      if (!isFirst) deliver();
      else if (events[0]?.id === from + 1) this.#prove("whole", deliver);
      else this.#probe({ filling, before: from + 1 }, deliver);
    });
  }

  /**
   * Retention takes the oldest first: as long as something that was seen is still
   * there, nothing behind it is missing. Ids that are skipped prove nothing,
   * for they may be other people's private messages.
   */
  #probe({ filling, before }: { filling: Filling; before: number }, then: () => void): void {
    this.#ask(filling, { type: "history", before, limit: 1 }, ({ events, more, before: next = before }) => {
      if (events.length === 0 && more && next < before) {
        this.#probe({ filling, before: next }, then);
        return;
      }
      this.#prove(events.length > 0 ? "whole" : "torn", then);
    });
  }

  #prove(continuity: "whole" | "torn", then: () => void): void {
    if (continuity === "torn") this.#options.broken("retention");
    this.#options.proved(continuity);
    then();
  }

  #ask(filling: Filling, question: Query, then: (page: HistoryPage) => void): void {
    if (++filling.asked > MOST_PAGES) {
      this.#giveUp(filling);
      return;
    }
    this.#options.ask(question, (answer) => {
      if (this.#phase !== filling) return;
      const silent = isProblem(answer) && answer.problem === "no_answer";
      this.#silences = silent ? this.#silences + 1 : 0;
      if (silent && this.#silences < MOST_SILENCES) this.#options.stuck(answer);
      else if (!isProblem(answer) && answer.type === "history") then(answer);
      else this.#giveUp(filling);
    });
  }

  /** The room doesn't tell what is missing. */
  #giveUp(filling: Filling): void {
    this.#prove("torn", () => this.#finish(filling));
  }

  #finish({ welcome, live }: Filling): void {
    for (const event of welcome.events) this.#tell(event, true);
    this.position.reach(welcome.cursor, welcome.cursorAt);
    this.#phase = { state: "live" };
    this.#options.caughtUp();
    for (const event of live) this.#tell(event, false);
  }

  #tell(event: DurableEvent | Skipped, replayed: boolean): void {
    if (event.id <= this.#seen || event.id > this.#newest + LEAP) return;
    this.#seen = event.id;
    this.#newest = Math.max(this.#newest, event.id);
    this.position.reach(event.id, event.at);
    if (event.type !== "skipped") this.#options.tell(event, replayed);
  }
}
