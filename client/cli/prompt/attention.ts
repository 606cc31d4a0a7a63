import type { Clock } from "../../core/clock.ts";
import type { PromptAction } from "./edit/action.ts";
import { PASTING, QUIET, Quiet, SETTLING } from "./quiet.ts";

/** What somebody can have seen of the row by the time that they press a key. */
export class Attention {
  readonly #quiet: Quiet;
  /** Not quiet, what comes belongs to a line that was not taken. */
  readonly #held: Quiet;
  /** Whether keys come that were pressed before what is drawn now could be seen. */
  #isReading = false;
  #isPasting = false;
  #isBehind = false;

  /** Keys may come at first that were pressed before there was a row. */
  constructor(clock: Clock, onQuiet: () => void) {
    this.#quiet = new Quiet(clock, onQuiet);
    this.#held = new Quiet(clock, () => {});
    this.#quiet.hear(SETTLING);
  }

  reading(): void {
    this.#isReading = true;
    this.#isBehind = false;
  }

  key(name: string | undefined): void {
    if (name === "paste-start") this.#isPasting = true;
    if (name === "paste-end") this.#isPasting = false;
  }

  read(): void {
    this.#isReading = false;
    this.#quiet.hear(QUIET);
    if (this.isHolding) this.hold();
  }

  /** A line was not taken: what was typed behind it, pasted with it maybe, is not to be said before it. */
  hold(): void {
    this.#held.hear(PASTING);
  }

  /** What is being typed was meant for a draft that is gone. */
  startle(): void {
    this.#held.hear(QUIET);
  }

  /** What comes now stands in another draft. */
  release(): void {
    this.#held.hush();
  }

  /** Whether what comes stands behind a line that was not taken. */
  get isHolding(): boolean {
    return !this.#held.isQuiet;
  }

  /** What the row shows has changed under the keys that come still. */
  turn(): void {
    this.#isBehind = true;
  }

  /** Whether keys come behind an answer, or a line whose question was refused: nobody knew that when they were pressed. */
  get isBehind(): boolean {
    return this.#isBehind || this.isHolding;
  }

  /** Whether keys are coming, which belong together. */
  get isBusy(): boolean {
    return this.#isReading || this.#isPasting;
  }

  get isQuiet(): boolean {
    return this.#quiet.isQuiet;
  }

  close(): void {
    this.#quiet.hush();
    this.#held.hush();
  }
}

/** What leaves, or takes what comes behind it for something else than the draft. */
const TOO_EARLY: ReadonlySet<PromptAction["type"]> = new Set(["interrupt", "eof", "search", "edit-outside"]);

/**
 * What was typed before one could see what the line in front of it came to (a
 * question, a refusal), or that there is a room: it answers nothing, and is said
 * to nobody. It stays in the draft.
 */
export function ahead(action: PromptAction): PromptAction {
  if (action.type === "submit") return { type: "insert", text: "\n" };
  return TOO_EARLY.has(action.type) ? { type: "none" } : action;
}
