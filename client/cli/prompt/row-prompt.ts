import type { Clock } from "../../core/clock.ts";
import { type LogLine, sentence } from "../view/log-line.ts";
import { wrap } from "../view/wrap.ts";
import type { PromptAction } from "./action.ts";
import type { Candidates } from "./completion.ts";
import {
  type DraftField,
  type DraftOptions,
  draftField,
  type Field,
  isIdle,
  type QuestionField,
  questionField,
  rowContent,
} from "./field.ts";
import { keyDecoder } from "./keys.ts";
import type { Prompt } from "./prompt.ts";
import { reducePrompt } from "./prompt-state.ts";
import { answerWith, type Question } from "./question.ts";
import { type Origin, Questions } from "./questions.ts";
import { Screen } from "./screen.ts";
import { openTerminal, type Terminal, type TerminalHost } from "./terminal.ts";

const NO_CANDIDATES: Candidates = { nicks: [], commands: [] };
/** Milliseconds without a key before a question that comes by itself takes the row: who is typing goes on typing. */
export const QUIET = 1_000;

/** A draft, and the questions that take its place, in the terminal's last row. */
export class RowPrompt implements Prompt {
  readonly #clock: Clock;
  readonly #screen: Screen;
  readonly #terminal: Terminal;
  readonly #questions = new Questions();
  #draft: DraftField | undefined;
  /** The question that has the row. */
  #question: QuestionField | undefined;
  /** Whether keys come that were pressed before what is drawn now could be seen. */
  #isReading = false;
  #isPasting = false;
  /** Forgets the timer after which it is quiet; undefined while it is. */
  #forgetNoise: (() => void) | undefined;
  #isClosed = false;

  constructor(host: TerminalHost, clock: Clock) {
    this.#clock = clock;
    this.#screen = new Screen(host.stdout);
    const decode = keyDecoder();
    this.#terminal = openTerminal(host, {
      reading: () => {
        this.#isReading = true;
      },
      key: (key) => {
        if (key.name === "paste-start") this.#isPasting = true;
        if (key.name === "paste-end") this.#isPasting = false;
        this.#act(decode(key));
      },
      read: () => {
        this.#isReading = false;
        this.#hearKeys();
        this.#advance();
      },
      resize: () => this.#screen.resize(),
      taken: () => this.#draw(),
      releasing: () => this.#screen.hide(),
      hangup: () => this.#hangUp(),
    });
  }

  get isFree(): boolean {
    return this.#draft === undefined && this.#question === undefined && this.#questions.isEmpty;
  }

  open(options: DraftOptions): void {
    this.#draft ??= draftField(options);
    this.#draw();
  }

  setLabel(label: string): void {
    if (this.#draft === undefined || label === this.#draft.options.label) return;
    this.#draft = { ...this.#draft, options: { ...this.#draft.options, label } };
    if (this.#front === this.#draft) this.#draw();
  }

  ask(question: Question, origin: Origin = "asked"): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#questions.add(questionField(question, resolve), origin);
      this.#advance();
    });
  }

  print(lines: readonly LogLine[]): void {
    this.#screen.print(lines.flatMap((line) => wrap(line, this.#screen.columns)));
  }

  close(): void {
    this.#isClosed = true;
    this.#forgetNoise?.();
    this.#terminal.close();
  }

  get #front(): Field | undefined {
    return this.#question ?? this.#draft;
  }

  #draw(): void {
    const front = this.#front;
    if (front === undefined) this.#screen.hide();
    else this.#screen.show(rowContent(front));
  }

  #act(action: PromptAction): void {
    switch (action.type) {
      case "none":
        return;
      case "suspend":
        this.#terminal.suspend();
        return;
      case "redraw":
        this.#screen.clear();
        return;
      default:
        this.#pass(action);
    }
  }

  /** Hands an action to whoever has the row. */
  #pass(action: Exclude<PromptAction, { type: "none" | "suspend" | "redraw" }>): void {
    if (this.#question !== undefined) this.#answer(this.#question, action);
    else if (this.#draft !== undefined)
      this.#write(this.#draft, this.#questions.has("asked") ? ahead(action) : action);
  }

  /** An action of the draft. */
  #write(draft: DraftField, action: PromptAction): void {
    const { candidates, onSubmit, onLeave } = draft.options;
    const choices = action.type === "complete" ? candidates?.() : undefined;
    const { state, effect } = reducePrompt(draft.state, action, choices ?? NO_CANDIDATES);
    if (state !== draft.state) {
      this.#draft = { ...draft, state };
      this.#draw();
    }
    if (effect.type === "submit") onSubmit(effect.text);
    if (effect.type === "leave") onLeave(effect.by);
  }

  #answer(field: QuestionField, action: PromptAction): void {
    const step = answerWith(field.question, field.line, action);
    switch (step.type) {
      case "typing":
        this.#question = { ...field, line: step.line };
        this.#draw();
        return;
      case "answered":
        this.#settle(field, step.answer);
        return;
      case "put_away":
        this.#settle(field, undefined);
        this.#act(action);
        return;
      case "not_meant":
        this.#question = undefined;
        this.#questions.putBack(questionField(field.question, field.settle));
        this.#draw();
        if (step.typed !== "") this.#act({ type: "insert", text: step.typed });
        this.#act(action);
        return;
      case "too_many_lines":
        this.print([sentence("! An answer is one line: nothing of what you pasted was taken.")]);
        return;
      default:
        step satisfies never;
    }
  }

  #settle(field: QuestionField, answer: string | undefined): void {
    this.#question = undefined;
    this.#draw();
    field.settle(answer);
    this.#advance();
  }

  /** Lets the next question have the row, once nobody could take it for what was there before. */
  #advance(): void {
    if (this.#isClosed || this.#isReading || this.#isPasting || this.#question !== undefined) return;
    const isFree = this.#draft === undefined || (isIdle(this.#draft) && this.#forgetNoise === undefined);
    this.#question = this.#questions.take(() => isFree);
    if (this.#question === undefined) return;
    const { question } = this.#question;
    this.#draw();
    if (question.type === "reveal") this.print(question.about.map((text) => sentence(text)));
  }

  #hearKeys(): void {
    this.#forgetNoise?.();
    this.#forgetNoise = this.#clock.setTimer(QUIET, () => {
      this.#forgetNoise = undefined;
      this.#advance();
    });
  }

  #hangUp(): void {
    if (this.#draft !== undefined) this.#draft.options.onLeave("hangup");
    else if (this.#question !== undefined) this.#settle(this.#question, undefined);
  }
}

/**
 * What was typed behind a line that asks something, before the question could
 * be seen: it answers nothing, and is said to nobody. It stays in the draft.
 */
function ahead(action: PromptAction): PromptAction {
  if (action.type === "submit") return { type: "insert", text: "\n" };
  return action.type === "interrupt" || action.type === "eof" ? { type: "none" } : action;
}
