import type { Clock } from "../../core/clock.ts";
import { type LogLine, sentence } from "../view/log-line.ts";
import { wrap } from "../view/wrap.ts";
import { cliWords } from "../words/words.ts";
import { Attention, ahead } from "./attention.ts";
import type { PromptAction } from "./edit/action.ts";
import { keyDecoder } from "./edit/keys.ts";
import {
  type DraftField,
  type DraftOptions,
  draftAfter,
  draftOf,
  type Field,
  isCut,
  isIdle,
  type QuestionField,
  questionField,
  rowContent,
  UNOPENED_DRAFT,
} from "./field.ts";
import type { Prompt } from "./prompt.ts";
import { answerWith, type Question } from "./question.ts";
import { type Origin, Questions } from "./questions.ts";
import { QUIET, Quiet } from "./quiet.ts";
import { Screen } from "./screen.ts";
import { openTerminal, type Terminal, type TerminalHost } from "./terminal.ts";

/** A draft, and the questions that take its place, in the terminal's last row. */
export class RowPrompt implements Prompt {
  readonly #screen: Screen;
  readonly #terminal: Terminal;
  readonly #attention: Attention;
  readonly #questions = new Questions();
  #draft = UNOPENED_DRAFT;
  /** The question that has the row. */
  #question: QuestionField | undefined;
  /** The question that took the last key; undefined where the draft did. */
  #answering: Question["type"] | undefined;
  #isClosed = false;
  /** Whether the draft holds a line that was not taken, and nothing of what came behind it. */
  #isNewLine = false;
  /** Not quiet, it has been said that the draft takes no more. */
  readonly #full: Quiet;

  constructor(host: TerminalHost, clock: Clock) {
    this.#attention = new Attention(clock, () => this.#advance());
    this.#full = new Quiet(clock, () => {});
    this.#screen = new Screen(host.stdout);
    const decode = keyDecoder();
    this.#terminal = openTerminal(host, {
      reading: () => this.#attention.reading(),
      key: (key) => {
        this.#attention.key(key.name);
        this.#act(decode(key));
      },
      read: () => {
        this.#attention.read();
        this.#advance();
      },
      resize: () => this.#screen.resize(),
      taken: () => this.#draw(),
      releasing: () => this.#screen.hide(),
      hangup: () => this.#hangUp(),
    });
  }

  open(options: DraftOptions): void {
    if (this.#draft.options === undefined) this.#draft = { ...this.#draft, options };
    this.#draw();
  }

  setLabel(label: string): void {
    const { options } = this.#draft;
    if (options === undefined || label === options.label) return;
    this.#draft = { ...this.#draft, options: { ...options, label } };
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
    this.#attention.close();
    this.#full.hush();
    this.#terminal.close();
  }

  get #front(): Field {
    return this.#question ?? this.#draft;
  }

  #draw(): void {
    if (!this.#isClosed) this.#screen.show(rowContent(this.#front));
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
    this.#answering = this.#question?.question.type;
    if (this.#question !== undefined) this.#answer(this.#question, action);
    else if (this.#draft.options === undefined && action.type === "interrupt")
      this.#terminal.signal("SIGINT");
    else if (this.#isAhead && !this.#isWayOut(action)) this.#write(this.#lineFor(action), ahead(action));
    else this.#write(this.#draft, action);
  }

  /** No paste has a Ctrl-C: who presses it behind a line that was not taken means it. */
  #isWayOut({ type }: PromptAction): boolean {
    return type === "interrupt" && this.#attention.isHolding;
  }

  /** The draft to write in: behind a line that was not taken, what comes with it begins another one. */
  #lineFor({ type }: PromptAction): DraftField {
    const begins = this.#isNewLine && (type === "insert" || type === "paste" || type === "submit");
    if (!begins) return this.#draft;
    this.#isNewLine = false;
    if (!this.#attention.isHolding) return this.#draft;
    return draftAfter(this.#draft, { type: "insert", text: "\n" }).draft;
  }

  /** Whether what is typed comes too early to be sent. */
  get #isAhead(): boolean {
    return this.#attention.isBehind || this.#draft.options === undefined || this.#questions.has("asked");
  }

  /** An action of the draft. */
  #write(draft: DraftField, action: PromptAction): void {
    const next = draftAfter(draft, action);
    if (next.draft !== draft) {
      this.#draft = next.draft;
      this.#draw();
    }
    const { effect } = next;
    if (effect.type === "submit") this.#submit(effect.text);
    if (effect.type === "leave") draft.options?.onLeave(effect.by);
    if (isCut(draft, action)) this.#tellFull();
  }

  #submit(text: string): void {
    const submitted = this.#draft.options?.onSubmit(text);
    if (submitted === "not_asked") this.#attention.turn();
    if (submitted !== "not_taken") return;
    this.#attention.hold();
    this.#draft = draftOf(this.#draft, text);
    this.#isNewLine = true;
    this.#draw();
  }

  /** Once for what is typed in one go. */
  #tellFull(): void {
    const isTold = !this.#full.isQuiet;
    this.#full.hear(QUIET);
    if (!isTold) this.print([sentence(`! ${cliWords().prompt.draftIsFull}`)]);
  }

  #answer(field: QuestionField, action: PromptAction): void {
    const step = answerWith(field.question, field.line, action);
    switch (step.type) {
      case "typing":
        this.#question = { ...field, line: step.line };
        this.#draw();
        return;
      case "answered":
        this.#attention.turn();
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
        this.print([sentence(`! ${cliWords().prompt.oneLine}`)]);
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
    if (this.#isClosed || this.#attention.isBusy || this.#question !== undefined) return;
    const { isQuiet } = this.#attention;
    const isOpen = this.#draft.options !== undefined;
    // Before there is a draft, no key has asked for it. Who answers goes on answering.
    if (!isOpen && !isQuiet && this.#answering === undefined) return;
    this.#question = this.#questions.take(
      ({ type }) => !isOpen || (isIdle(this.#draft) && (isQuiet || this.#isSeries(type))),
    );
    if (this.#question === undefined) return;
    const { question } = this.#question;
    this.#draw();
    if (question.type === "reveal") this.print(question.about.map((text) => sentence(text)));
  }

  /** One choice after the other: in between, the row would be the draft, and take the next answer. */
  #isSeries(next: Question["type"]): boolean {
    return next === "choice" && this.#answering === "choice";
  }

  #hangUp(): void {
    if (this.#draft.options !== undefined) this.#draft.options.onLeave("hangup");
    else if (this.#question !== undefined) this.#settle(this.#question, undefined);
    else this.#terminal.signal("SIGHUP");
  }
}
