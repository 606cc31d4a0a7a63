import type { EventOf } from "../../../src/protocol/event.ts";
import type { ChatEvent } from "../chat-event.ts";
import type { Clock } from "../clock.ts";
import { localProblem, type Problem, waitOf } from "../problem.ts";
import type { Continuity, FirstImpression } from "../timeline/position.ts";
import { checkDraft } from "./check.ts";
import type { Courier } from "./courier.ts";
import type { Draft, Entry } from "./entry.ts";
import type { Outbox } from "./outbox.ts";

export interface SendingOptions {
  clock: Clock;
  outbox: Outbox;
  courier: Courier;
  limits(): { text: number; frame: number };
  /** A draft as it is sent. */
  encode(draft: Draft): Draft;
  tell(event: ChatEvent): void;
  /** The room and this client number differently; only a new welcome can tell. */
  confused(): void;
  /** The room is there, and says nothing of what it was sent; by another connection it may. */
  silent(): void;
}

/** Milliseconds in which the room must say something of what it was sent. */
const ANSWER_WITHIN = 30_000;

/** The way of an entry from the person to the room's log, told step by step. */
export class Sending {
  readonly #options: SendingOptions;
  /** The key of the entry that an event about to come was, by its `id`. */
  readonly #entryOf = new Map<number, number>();
  #cancelDeadline: (() => void) | undefined;

  constructor(options: SendingOptions) {
    this.#options = options;
  }

  put(draft: Draft): Entry | Problem {
    const { outbox, clock, limits, encode } = this.#options;
    const problem = checkDraft(encode(draft), limits());
    if (problem !== undefined) return problem;
    const entry = outbox.add(draft, clock.now());
    if (entry === undefined) return localProblem("outbox_full");
    this.#pending(entry);
    return entry;
  }

  resend(key: number): void {
    const entry = this.#options.outbox.resend(key);
    if (entry !== undefined) this.#pending(entry);
  }

  /** In the room, which has stored everything up to `sent`. Where that doesn't decide, nothing is sent before it is {@link proved}. */
  welcomed(sent: number, impression: FirstImpression): void {
    const { outbox } = this.#options;
    if (impression !== "open") this.#decide(sent, impression);
    else if (!outbox.hold(sent)) this.#decide(sent, "torn");
  }

  proved(continuity: Continuity): void {
    const { outbox, courier } = this.#options;
    if (!outbox.isHeld) return;
    this.#decide(0, continuity);
    courier.pump();
  }

  /** Something is on its way. */
  expectAnswer(): void {
    const { clock, silent } = this.#options;
    this.#cancelDeadline ??= clock.setTimer(ANSWER_WITHIN, silent);
  }

  disconnected(): void {
    this.#cancelDeadline?.();
    this.#cancelDeadline = undefined;
  }

  stored({ cid, id }: EventOf<"stored">): void {
    const { outbox, courier, tell } = this.#options;
    for (const entry of outbox.storedUpTo(cid)) {
      const known = id !== undefined && entry.state === "sent" && entry.cid === cid;
      if (known) this.#entryOf.set(id, entry.key);
      tell({ type: "stored", entry, ...(known && { id }) });
    }
    this.#answered();
    courier.pump();
  }

  refused(cid: number, problem: Problem): void {
    const { clock, outbox, courier, tell, confused } = this.#options;
    switch (problem.problem) {
      case "out_of_order":
        if (outbox.outOfOrder(cid) === "confused") confused();
        break;
      case "rate_limited": {
        if (!outbox.again(cid)) break;
        const until = clock.now() + waitOf(problem);
        courier.pause(until);
        tell({ type: "paused", until });
        break;
      }
      default: {
        const entry = outbox.failed(cid);
        if (entry !== undefined) tell({ type: "failed", entry, problem });
      }
    }
    this.#answered();
    courier.pump();
  }

  /** The key of the entry that an event of this `id` was; asked once. */
  entryOf(id: number): number | undefined {
    const key = this.#entryOf.get(id);
    this.#entryOf.delete(id);
    return key;
  }

  #answered(): void {
    this.disconnected();
    if (this.#options.outbox.isFlying) this.expectAnswer();
  }

  #decide(sent: number, continuity: Continuity): void {
    const { outbox, tell } = this.#options;
    const { stored, unsure } = outbox.welcomed(sent, continuity);
    for (const entry of stored) tell({ type: "stored", entry });
    if (unsure.length > 0) tell({ type: "unsure", entries: unsure });
  }

  #pending(entry: Entry): void {
    this.#options.tell({ type: "pending", entry });
    this.#options.courier.pump();
  }
}
