import { isDurable } from "../../src/protocol/change.ts";
import type { Chat } from "../core/chat.ts";
import type { ChatEvent, ChatEventOf } from "../core/chat-event.ts";
import type { Clock } from "../core/clock.ts";
import { outboxBelow } from "../core/sending/place.ts";
import type { HistoryPoint } from "../core/timeline/position.ts";
import { Followers } from "./followers.ts";
import { Hearers } from "./hearers.ts";
import { PapoError } from "./papo-error.ts";
import { Receipts } from "./receipts.ts";
import { roomEnd } from "./room-end.ts";
import { toldEvent } from "./told-event.ts";
import { LEFT, toldProblem } from "./told-problem.ts";
import type { RoomEvent } from "./types/event.ts";
import type { Problem } from "./types/problem.ts";

/** Milliseconds that leaving waits for what was said to be stored, and then for the room's goodbye. */
const STORED_WITHIN = 10_000;
const GOODBYE_WITHIN = 1_000;

export interface RoomStayOptions {
  /** Not started yet, so that nothing is missed. */
  readonly chat: Chat;
  readonly clock: Clock;
  /** Whether what is older than the first coming is told, too. */
  readonly tellsOld: boolean;
  /** Told what a listener has thrown. */
  report(error: unknown): void;
}

/** A time in a room, from before it was joined to its end: what it tells, and to whom. */
export class RoomStay {
  readonly chat: Chat;
  readonly receipts: Receipts;
  readonly followers: Followers;
  readonly hearers: Hearers;
  readonly ended: Promise<PapoError | undefined>;
  readonly clock: Clock;
  #phase: "coming" | "here" | "leaving" | "over" = "coming";
  #tellsOld: boolean;
  #kicked: ChatEventOf<"kicked"> | undefined;
  #why: PapoError | undefined;
  #end: (error: PapoError | undefined) => void = () => {};

  constructor({ chat, clock, tellsOld, report }: RoomStayOptions) {
    this.chat = chat;
    this.clock = clock;
    this.#tellsOld = tellsOld;
    this.receipts = new Receipts(chat, (what, problem) => this.#tell({ type: "unsent", what, problem }));
    this.followers = new Followers({ chat, clock }, this.place);
    this.hearers = new Hearers(report);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    chat.subscribe((event) => this.#follow(event));
  }

  /** Up to where the room has been heard. */
  get place(): HistoryPoint {
    const { after, afterAt, epoch } = this.chat.saved();
    return {
      ...(after !== undefined && { after }),
      ...(afterAt !== undefined && { afterAt }),
      ...(epoch !== undefined && { epoch }),
    };
  }

  get isOver(): boolean {
    return this.#phase === "leaving" || this.#phase === "over";
  }

  /** Why nothing can be said any more, where that is so. */
  get over(): Problem | undefined {
    return this.isOver ? (this.#why ?? LEFT) : undefined;
  }

  /** Leaves once what was said is stored; `now`: without waiting for that. */
  async leave({ reason, now = false }: { reason?: string | undefined; now?: boolean } = {}): Promise<void> {
    if (this.#phase === "over") return;
    this.#phase = "leaving";
    this.followers.end();
    if (!now) await this.#stored();
    await this.chat.leave(GOODBYE_WITHIN, reason);
    this.#over(undefined);
  }

  /** Resolves when nothing waits to be stored, or can't be now, or has waited long enough. */
  #stored(): Promise<void> {
    const { chat } = this;
    if (chat.state.state !== "online") return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        cancel();
        stop();
        resolve();
      };
      const cancel = this.clock.setTimer(STORED_WITHIN, done);
      const stop = chat.subscribe((event) => {
        if (event.type === "state") done();
      });
      void outboxBelow(chat, 0).then(done);
    });
  }

  #follow(event: ChatEvent): void {
    this.receipts.follow(event);
    if (event.type === "kicked") this.#kicked = event;
    const told = toldEvent(event);
    if (told !== undefined && this.#isTold(told)) this.#tell(told);
    if (event.type === "caught_up" && this.#phase === "coming") {
      this.#phase = "here";
      this.#tellsOld = true;
      this.followers.arrive(this.place);
    }
    if (event.type === "state") this.#followState(event);
  }

  /** Until somebody is here, what brings them here is nothing to tell, nor what was said before, where they did not ask for it. */
  #isTold(event: RoomEvent): boolean {
    if (this.#phase !== "coming") return true;
    return isDurable(event) ? this.#tellsOld || !event.replayed : event.type === "break";
  }

  #followState({ state }: ChatEventOf<"state">): void {
    // What goes wrong before somebody is in is for who waits for them.
    if (this.#phase === "coming") return;
    if (state.state === "stopped") {
      this.#over(this.#phase === "leaving" ? undefined : roomEnd(state, this.#kicked));
    } else if (state.state === "refused") {
      // On the way back, and there is nobody to ask for another nickname or a key.
      this.#over(new PapoError(toldProblem(state.problem)));
      this.chat.close();
    }
  }

  #tell(event: RoomEvent): void {
    if (this.isOver) return;
    this.followers.put(event);
    this.hearers.tell(event);
  }

  #over(error: PapoError | undefined): void {
    if (this.#phase === "over") return;
    this.#phase = "over";
    this.#why = error;
    this.followers.end(error);
    this.receipts.end(error ?? LEFT);
    this.#end(error);
  }
}
