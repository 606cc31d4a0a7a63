import type { Clock } from "../../core/clock.ts";
import { fitted } from "../view/fitted.ts";
import { type LogLine, sentence } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import { Attention } from "./attention.ts";
import type { PromptAction, RoomKey } from "./edit/action.ts";
import { keyDecoder } from "./edit/keys.ts";
import { Editing } from "./editor/editing.ts";
import { focusIn } from "./focus.ts";
import type { DraftOptions, Prompt, PromptListener, Sheet } from "./prompt.ts";
import { answerWith, type Question } from "./question.ts";
import { type QuestionField, questionContent, questionField } from "./question-field.ts";
import type { Origin } from "./questions.ts";
import { RowSheet, type RowSheetOptions } from "./row-sheet.ts";
import { Screen } from "./screen.ts";
import { openTerminal, type Terminal, type TerminalHost } from "./terminal.ts";

/** A draft, and the questions that take its place, in the terminal's last row. */
export class RowPrompt implements Prompt {
  readonly #screen: Screen;
  readonly #terminal: Terminal;
  readonly #attention: Attention;
  readonly #sheets: RowSheetOptions;
  readonly #editing: Editing;
  #front: RowSheet;
  #listener: PromptListener | undefined;
  /** The question that has the row. */
  #question: QuestionField | undefined;
  /** The question that took the last key; undefined where the draft did. */
  #answering: Question["type"] | undefined;
  #isClosed = false;

  constructor(host: TerminalHost, clock: Clock) {
    this.#attention = new Attention(clock, () => this.#advance());
    this.#screen = new Screen(host.stdout);
    this.#sheets = {
      clock,
      attention: this.#attention,
      changed: (sheet) => {
        if (sheet === this.#front && this.#question === undefined) this.#draw();
      },
      complain: (text) => this.#complain(text),
      remark: (text) => this.print([sentence(text)]),
      editOutside: (text) => this.#editing.edit(text),
      asked: () => this.#advance(),
      bring: (sheet, origin) => this.#bring(sheet, origin),
    };
    this.#front = new RowSheet(this.#sheets);
    this.#editing = new Editing({
      env: host.env,
      terminal: () => this.#terminal,
      print: (lines) => this.print(lines),
      complain: (text) => this.#complain(text),
    });
    const decode = keyDecoder();
    this.#terminal = openTerminal(host, {
      reading: () => this.#attention.reading(),
      key: (key) => {
        const focus = focusIn(key);
        this.#listener?.attended(focus ?? "key");
        if (focus !== undefined) return;
        this.#attention.key(key.name);
        this.#act(decode(key));
      },
      read: () => {
        this.#attention.read();
        this.#advance();
      },
      resize: () => {
        if (!this.#editing.isUnderWay) this.#screen.resize();
      },
      taken: () => this.#draw(),
      releasing: () => this.#screen.hide(),
      hangup: () => this.#hangUp(),
    });
  }

  get front(): Sheet {
    return this.#front;
  }

  sheet(): Sheet {
    return new RowSheet(this.#sheets);
  }

  heed(listener: PromptListener): void {
    this.#listener = listener;
  }

  open(options: DraftOptions): void {
    this.#front.open(options);
  }

  setLabel(label: string): void {
    this.#front.setLabel(label);
  }

  ask(question: Question, origin: Origin = "asked"): Promise<string | undefined> {
    return this.#front.ask(question, origin);
  }

  print(lines: readonly LogLine[]): void {
    if (this.#editing.isUnderWay) this.#editing.hold(lines);
    else this.#screen.print(lines.flatMap((line) => fitted(line, this.#screen.columns)));
  }

  close(): void {
    this.#isClosed = true;
    this.#editing.close();
    this.#attention.close();
    this.#front.draft.close();
    this.#terminal.close();
  }

  #draw(): void {
    if (this.#isClosed || this.#editing.isUnderWay) return;
    this.#screen.show(this.#question ? questionContent(this.#question) : this.#front.draft.content);
  }

  #complain(text: string): void {
    this.print([sentence(`! ${text}`)]);
  }

  /** What was asked is asked again when that sheet is back; what is not to stay on the screen is not. */
  #bring(sheet: RowSheet, origin: Origin): void {
    if (sheet === this.#front) return;
    const field = this.#question;
    this.#question = undefined;
    this.#answering = undefined;
    if (field?.question.type === "reveal") field.settle(undefined);
    else if (field !== undefined) this.#front.questions.putBack(field);
    this.#front = sheet;
    if (origin === "asked") this.#attention.release();
    else this.#attention.startle();
    this.#draw();
    this.#advance();
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
      case "room":
        if (!this.#listener?.turnTo(action.to)) this.#pass(withoutRooms(action.to));
        return;
      default:
        this.#pass(action);
    }
  }

  /** Hands an action to whoever has the row. */
  #pass(action: PromptAction): void {
    this.#answering = this.#question?.question.type;
    const { draft, questions } = this.#front;
    if (this.#question !== undefined) this.#answer(this.#question, action);
    else if (!draft.isOpen && action.type === "interrupt") this.#interrupt();
    else if (draft.isAhead || questions.has("asked")) draft.writeAhead(action);
    else draft.write(action);
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
        this.#front.questions.putBack(questionField(field.question, field.settle));
        this.#draw();
        if (step.typed !== "") this.#act({ type: "insert", text: step.typed });
        this.#act(action);
        return;
      case "too_many_lines":
        this.#complain(cliWords().prompt.oneLine);
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
    if (this.#isClosed || this.#editing.isUnderWay || this.#attention.isBusy || this.#question !== undefined)
      return;
    const { isQuiet } = this.#attention;
    const { draft, questions } = this.#front;
    const { isOpen, isIdle } = draft;
    // Before there is a draft, no key has asked for it. Who answers goes on answering.
    if (!isOpen && !isQuiet && this.#answering === undefined) return;
    this.#question = questions.take(({ type }) => !isOpen || (isIdle && (isQuiet || this.#isSeries(type))));
    if (this.#question === undefined) return;
    const { question } = this.#question;
    this.#draw();
    if (question.type === "reveal") this.print(question.about.map((text) => sentence(text)));
  }

  /** One choice after the other: in between, the row would be the draft, and take the next answer. */
  #isSeries(next: Question["type"]): boolean {
    return next === "choice" && this.#answering === "choice";
  }

  #interrupt(): void {
    if (this.#listener === undefined) this.#terminal.signal("SIGINT");
    else this.#listener.interrupt();
  }

  #hangUp(): void {
    const { draft } = this.#front;
    if (draft.isOpen) draft.leave("hangup");
    else if (this.#question !== undefined) this.#settle(this.#question, undefined);
    else this.#terminal.signal("SIGHUP");
  }
}

/** What the keys mean where there is one room: words. */
function withoutRooms(to: RoomKey): PromptAction {
  if (to !== "previous" && to !== "next") return { type: "none" };
  return { type: "move", motion: to === "previous" ? "word-left" : "word-right" };
}
