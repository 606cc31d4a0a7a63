import type { CommandInput } from "../../../src/protocol/command.ts";
import type { EventOf } from "../../../src/protocol/event.ts";
import type { Clock } from "../clock.ts";
import { localProblem, type Problem, waitOf } from "../problem.ts";

/** Commands that are answered to the asker alone. Their `cid` only ties answer to question. */
export type Query = Extract<CommandInput, { type: "search" | Exclude<Answer["type"], "found"> }>;
export type Answer = EventOf<
  "history" | "found" | "bans" | "acts" | "invite" | "hook" | "hooks" | "unhook" | "push"
>;
type Done = (answer: Answer | Problem) => void;

/** Questions that may wait for their turn or their answer. */
const BOUND = 100;
/** Milliseconds in which the room must answer one. */
const ANSWER_WITHIN = 30_000;
/** How often one is asked again that came too early, and for how many milliseconds it waits for that at most. */
const ATTEMPTS = 10;
const LONGEST_WAIT = 60_000;

interface Asked {
  readonly question: Query;
  readonly done: Done;
  attempts: number;
  cancelTimer(): void;
}

/** Questions on their way to the room, and the answers back. */
export class Asks {
  readonly #clock: Clock;
  readonly #ready: () => void;
  #open = new Map<number, Asked>();
  #unsent: number[] = [];
  #lastCid = 0;

  /** `ready` is called when there is something to send. */
  constructor(clock: Clock, ready: () => void) {
    this.#clock = clock;
    this.#ready = ready;
  }

  ask(question: Query, done: Done): void {
    if (this.#open.size >= BOUND) {
      done(localProblem("outbox_full"));
      return;
    }
    const cid = ++this.#lastCid;
    this.#open.set(cid, { question: { ...question, cid }, done, attempts: 0, cancelTimer: () => {} });
    this.#queue(cid);
  }

  /** Takes the next question that is to be sent. */
  next(): Query | undefined {
    const cid = this.#unsent.shift();
    const asked = cid === undefined ? undefined : this.#open.get(cid);
    if (asked === undefined) return undefined;
    asked.attempts += 1;
    asked.cancelTimer = this.#clock.setTimer(ANSWER_WITHIN, () =>
      this.#close(cid, localProblem("no_answer")),
    );
    return asked.question;
  }

  get waiting(): boolean {
    return this.#unsent.length > 0;
  }

  answered(answer: Answer): void {
    this.#close(answer.cid, answer);
  }

  /** Refused by the room. For `rate_limited` it is asked again by itself, within reason. */
  refused(cid: number | undefined, problem: Problem): void {
    const asked = cid === undefined ? undefined : this.#open.get(cid);
    if (cid === undefined || asked === undefined) return;
    asked.cancelTimer();
    const wait = waitOf(problem);
    if (problem.problem !== "rate_limited" || asked.attempts >= ATTEMPTS || wait > LONGEST_WAIT) {
      this.#close(cid, problem);
    } else asked.cancelTimer = this.#clock.setTimer(wait, () => this.#queue(cid));
  }

  /** The connection is gone, and the answers with it. */
  disconnected(): void {
    const open = [...this.#open.values()];
    this.#open = new Map();
    this.#unsent = [];
    for (const { done, cancelTimer } of open) {
      cancelTimer();
      done(localProblem("offline"));
    }
  }

  #queue(cid: number): void {
    this.#unsent.push(cid);
    this.#ready();
  }

  #close(cid: number | undefined, answer: Answer | Problem): void {
    const asked = cid === undefined ? undefined : this.#open.get(cid);
    if (cid === undefined || asked === undefined) return;
    asked.cancelTimer();
    this.#open.delete(cid);
    asked.done(answer);
  }
}
