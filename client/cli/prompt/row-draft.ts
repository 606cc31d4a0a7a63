import type { Clock } from "../../core/clock.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { cliWords } from "../words/words.ts";
import { type Attention, ahead } from "./attention.ts";
import { draftContent } from "./draft-content.ts";
import type { PromptAction } from "./edit/action.ts";
import type { Candidates } from "./edit/completion.ts";
import { DRAFT_LIMIT, lineOf } from "./edit/line.ts";
import { openingState, reducePrompt } from "./edit/prompt-state.ts";
import type { PromptEffect, PromptState } from "./edit/state.ts";
import type { DraftOptions, Leave } from "./prompt.ts";
import { QUIET, Quiet } from "./quiet.ts";
import type { RowContent } from "./row.ts";

export interface RowDraftOptions {
  readonly clock: Clock;
  readonly attention: Attention;
  /** It is to be drawn anew. */
  changed(): void;
  complain(sentence: string): void;
  /** Says something that can be chosen, or is known now. */
  remark(sentence: string): void;
  /** Has a text edited in a program of the person's; undefined where nothing came of it. */
  editOutside(text: string): Promise<string | undefined>;
}

const NO_CANDIDATES: Candidates = { nicks: [], commands: [] };
/** Choices that are shown. */
const SHOWN = 30;
const NEWLINE: PromptAction = { type: "insert", text: "\n" };

/** The line that goes to the room, in the terminal's last row. What is typed before it is opened waits in it. */
export class RowDraft {
  readonly #outside: RowDraftOptions;
  /** Not quiet, it has been said that it takes no more. */
  readonly #full: Quiet;
  #options: DraftOptions | undefined;
  #state = openingState();
  /** What others do just now. */
  #aside = "";
  /** Whether it holds a line that was not taken, and nothing of what came behind it. */
  #isNewLine = false;

  constructor(outside: RowDraftOptions) {
    this.#outside = outside;
    this.#full = new Quiet(outside.clock, () => {});
  }

  get isOpen(): boolean {
    return this.#options !== undefined;
  }

  /** Whether nothing would be lost, or taken for something else, if a question took its place. */
  get isIdle(): boolean {
    return this.#state.mode === "typing" && this.#state.line.text === "";
  }

  /** Whether what is typed comes too early to be sent. */
  get isAhead(): boolean {
    return this.#outside.attention.isBehind || !this.isOpen;
  }

  get text(): string {
    return this.#state.line.text;
  }

  get content(): RowContent {
    return { ...draftContent(this.#state, this.#options?.label ?? ""), aside: this.#aside };
  }

  open(options: DraftOptions): void {
    this.#options ??= options;
    this.#outside.changed();
  }

  setLabel(label: string): void {
    if (this.#options === undefined || label === this.#options.label) return;
    this.#options = { ...this.#options, label };
    this.#outside.changed();
  }

  setAside(aside: string): void {
    if (aside === this.#aside) return;
    this.#aside = aside;
    this.#outside.changed();
  }

  leave(by: Leave): void {
    this.#options?.onLeave(by);
  }

  /** Does what a key says. */
  write(action: PromptAction): void {
    const before = this.#state;
    const isAsking = action.type === "complete" && before.mode === "typing" && !before.completion;
    const candidates = isAsking ? this.#options?.candidates?.(written(before.line)) : undefined;
    if (candidates instanceof Promise)
      void candidates.then((each) => this.#completeLate(action, before, each));
    else this.#reduce(action, candidates);
  }

  /** What can be completed is known now; not if somebody has typed on meanwhile. */
  #completeLate(action: PromptAction, before: PromptState, candidates: Candidates): void {
    if (this.#state === before) this.#reduce(action, candidates);
  }

  #reduce(action: PromptAction, candidates = NO_CANDIDATES): void {
    const before = this.#state;
    const { state, effect } = reducePrompt(before, action, {
      candidates: () => candidates,
      sent: () => this.#options?.sent?.() ?? [],
    });
    this.#put(state);
    this.#effect(effect);
    const isText = action.type === "insert" || action.type === "paste";
    if (isText && before.line.text.length + action.text.length > DRAFT_LIMIT) this.#tellFull();
  }

  #effect(effect: PromptEffect): void {
    switch (effect.type) {
      case "submit":
        this.#submit(effect.text);
        return;
      case "leave":
        this.leave(effect.by);
        return;
      case "choices": {
        const shown = effect.shown.slice(0, SHOWN).map(oneLine);
        this.#outside.remark(cliWords().prompt.choices({ shown, more: effect.shown.length - shown.length }));
        return;
      }
      case "edit-outside":
        void this.#editOutside(effect.text);
        return;
      case "none":
      case "suspend":
      case "redraw":
        return;
      default:
        effect satisfies never;
    }
  }

  async #editOutside(text: string): Promise<void> {
    const edited = await this.#outside.editOutside(text);
    if (edited === undefined) return;
    this.#reduce({ type: "replace", text: edited });
    if (edited.length > DRAFT_LIMIT) this.#tellFull();
  }

  /** The same for a key that comes too early. */
  writeAhead(action: PromptAction): void {
    const { isHolding } = this.#outside.attention;
    // No paste has a Ctrl-C: who presses it behind a line that was not taken means it.
    if (isHolding && action.type === "interrupt") {
      this.write(action);
      return;
    }
    const isText = action.type === "insert" || action.type === "paste" || action.type === "submit";
    if (isText && this.#isNewLine) {
      this.#isNewLine = false;
      if (isHolding) this.write(NEWLINE);
    }
    this.write(ahead(action));
  }

  #submit(text: string): void {
    const { attention } = this.#outside;
    const submitted = this.#options?.onSubmit(text);
    if (submitted === "not_asked") attention.turn();
    if (submitted !== "not_taken") return;
    attention.hold();
    this.#isNewLine = true;
    const { history, line, undo } = this.#state;
    this.#put({ mode: "typing", history, undo, line: lineOf(text, line.ring) });
  }

  #put(state: PromptState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#outside.changed();
  }

  /** Once for what is typed in one go. */
  #tellFull(): void {
    const isTold = !this.#full.isQuiet;
    this.#full.hear(QUIET);
    if (!isTold) this.#outside.complain(cliWords().prompt.draftIsFull);
  }

  close(): void {
    this.#full.hush();
  }
}

/** What stands before the cursor. */
function written({ text, cursor }: { text: string; cursor: number }): string {
  return text.slice(0, cursor);
}
