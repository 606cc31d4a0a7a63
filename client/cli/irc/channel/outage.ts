import type { ChatState } from "../../../core/chat-event.ts";
import type { Clock } from "../../../core/clock.ts";
import { cliWords } from "../../words/words.ts";

/** Milliseconds for which a connection may be lost before anybody has to know. */
const UNNOTICED = 10_000;

/** Tells a client that a room is out of reach, and that it is back: what one writes meanwhile looks as if said. */
export class Outage {
  readonly #clock: Clock;
  readonly #tell: (sentence: string) => void;
  #stage: "none" | "begun" | "told" = "none";
  #cancel = () => {};

  constructor(clock: Clock, tell: (sentence: string) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  follow({ state }: ChatState): void {
    const isOut = state === "waiting" || state === "connecting";
    if (isOut && this.#stage === "none") {
      this.#stage = "begun";
      this.#cancel = this.#clock.setTimer(UNNOTICED, () => {
        this.#stage = "told";
        this.#tell(cliWords().irc.outOfReach);
      });
    }
    if (isOut) return;
    this.#cancel();
    if (state === "online" && this.#stage === "told") this.#tell(cliWords().irc.inReach);
    this.#stage = "none";
  }
}
