import type { CommandInput } from "../../src/protocol/command.ts";
import type { EventOf } from "../../src/protocol/event.ts";
import type { Clock } from "./clock.ts";
import { localProblem, type Problem } from "./problem.ts";

/** Commands that are answered to the asker alone. Their `cid` only ties answer to question. */
export type Question = Extract<CommandInput, { type: "history" | "search" | "bans" }>;
export type Answer = EventOf<"history" | "found" | "bans">;
type Done = (answer: Answer | Problem) => void;

/** Questions that may wait for their turn or their answer. */
const BOUND = 100;

/** Questions on their way to the room, and the answers back. */
export class Asks {
  readonly #clock: Clock;
  readonly #ready: () => void;
  #open = new Map<number, { question: Question; done: Done }>();
  #unsent: number[] = [];
  #lastCid = 0;

  /** `ready` is called when there is something to send. */
  constructor(clock: Clock, ready: () => void) {
    this.#clock = clock;
    this.#ready = ready;
  }

  ask(question: Question, done: Done): void {
    if (this.#open.size >= BOUND) {
      done(localProblem("outbox_full"));
      return;
    }
    const cid = ++this.#lastCid;
    this.#open.set(cid, { question: { ...question, cid }, done });
    this.#queue(cid);
  }

  /** Takes the next question that is to be sent. */
  next(): Question | undefined {
    const cid = this.#unsent.shift();
    return cid === undefined ? undefined : this.#open.get(cid)?.question;
  }

  get waiting(): boolean {
    return this.#unsent.length > 0;
  }

  answered(answer: Answer): void {
    this.#close(answer.cid, answer);
  }

  /** Refused by the room. For `rate_limited` it is asked again by itself. */
  refused(cid: number | undefined, problem: Problem): void {
    if (problem.problem !== "rate_limited" || cid === undefined) {
      this.#close(cid, problem);
      return;
    }
    const asked = this.#open.get(cid);
    this.#clock.setTimer(problem.retryAfter ?? 1_000, () => {
      if (asked !== undefined && this.#open.get(cid) === asked) this.#queue(cid);
    });
  }

  /** The connection is gone, and the answers with it. */
  disconnected(): void {
    const open = [...this.#open.values()];
    this.#open = new Map();
    this.#unsent = [];
    for (const { done } of open) done(localProblem("offline"));
  }

  #queue(cid: number): void {
    this.#unsent.push(cid);
    this.#ready();
  }

  #close(cid: number | undefined, answer: Answer | Problem): void {
    const asked = cid === undefined ? undefined : this.#open.get(cid);
    if (cid !== undefined) this.#open.delete(cid);
    asked?.done(answer);
  }
}
