import type { Chat } from "../../core/chat.ts";
import type { Ending } from "../end/ending.ts";
import { LEAVE_WITHIN } from "../end/leave-within.ts";
import { cliWords } from "../words/words.ts";

export interface DepartureOptions {
  chat(): Chat;
  /** Files that are to be sent before. */
  files(): number;
  remark(sentence: string): void;
  /** Out of the room. */
  left(ending: Ending): void;
}

/** The way out of a room, from the wish to leave on. */
export class Departure {
  readonly #options: DepartureOptions;
  #wanted: Ending | undefined;
  #reason: string | undefined;
  #underWay = false;

  constructor(options: DepartureOptions) {
    this.#options = options;
  }

  get isWanted(): boolean {
    return this.#wanted !== undefined;
  }

  /** Leaves once what waits is sent; asked again, or offline, at once. The others read the reason. */
  leave(ending: Ending, reason?: string): void {
    this.#reason = reason ?? this.#reason;
    if (this.isWanted || this.#isFree()) {
      void this.leaveNow(ending);
      return;
    }
    this.#wanted = ending;
    this.#options.remark(cliWords().talk.leaving(this.#options.chat().outbox.length + this.#options.files()));
  }

  async leaveNow(ending: Ending): Promise<void> {
    this.#wanted = ending;
    this.#underWay = true;
    await this.#options.chat().leave(LEAVE_WITHIN, this.#reason);
    this.#options.left(ending);
  }

  /** Something has happened, so that it may be time to go. */
  consider(): void {
    if (this.#wanted !== undefined && !this.#underWay && this.#isFree()) void this.leaveNow(this.#wanted);
  }

  #isFree(): boolean {
    const { state, outbox } = this.#options.chat();
    return state.state !== "online" || outbox.length + this.#options.files() === 0;
  }
}
