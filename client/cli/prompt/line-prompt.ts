import type { Clock } from "../../core/clock.ts";
import { type LogLine, sentence } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import { TypedInput } from "./edit/typed-input.ts";
import { answerByLine, howToChoose } from "./line-answer.ts";
import { LineOutput } from "./line-output.ts";
import { LineSheet, type LineSheetOptions } from "./line-sheet.ts";
import type { DraftOptions, Prompt, PromptListener, Sheet } from "./prompt.ts";
import { answerWith, type Question } from "./question.ts";
import { isSecret, type QuestionField } from "./question-field.ts";
import type { Origin } from "./questions.ts";
import { QUIET, Quiet, SETTLING } from "./quiet.ts";
import { hush, type TerminalHost } from "./terminal.ts";

/**
 * For a terminal that understands no control sequence: lines are written, and
 * lines are read as the terminal itself gives them. Nothing tells of a line that
 * is half typed, so what is written begins on a line of its own, and a question
 * that comes by itself takes an answer that is unmistakable, or waits for an
 * empty line.
 */
export class LinePrompt implements Prompt {
  readonly #host: TerminalHost;
  readonly #output: LineOutput;
  readonly #input = new TypedInput();
  readonly #sheets: LineSheetOptions;
  #front: LineSheet;
  #listener: PromptListener | undefined;
  #question: QuestionField | undefined;
  #isReading = false;
  /** Whether lines come behind an answer, or one whose question was refused: nobody knew that when they were typed. */
  #isBehind = false;
  #isEnded = false;
  /** Until it is, lines may come that were typed before there was anything to answer. */
  readonly #quiet: Quiet;
  /** Until it is, half a line may come that was typed before a secret was asked for. */
  readonly #quietHalf: Quiet;
  /** An empty line has asked for the question that waits. */
  #isWanted = false;

  constructor(host: TerminalHost, clock: Clock) {
    this.#host = host;
    this.#output = new LineOutput(host, clock);
    this.#quiet = new Quiet(clock, () => this.#advance());
    this.#quietHalf = new Quiet(clock, () => this.#label());
    this.#sheets = {
      remark: (sentence) => this.#remark(sentence),
      isEnded: () => this.#isEnded,
      opened: (sheet) => this.#opened(sheet),
      asked: () => this.#advance(),
      bring: (sheet, origin) => this.#bring(sheet, origin),
    };
    this.#front = new LineSheet(this.#sheets);
    hush(host);
    host.stdin.on("data", this.#read).on("end", this.#end);
    host.stdin.resume();
    this.#quiet.hear(SETTLING);
  }

  get front(): Sheet {
    return this.#front;
  }

  sheet(): Sheet {
    return new LineSheet(this.#sheets);
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
    this.#output.print(lines);
    if (this.#quietHalf.isQuiet) this.#label();
  }

  /** What is asked stands in the last line, and waits there. */
  #label(): void {
    const question = this.#question?.question;
    if (question?.type === "line") this.#output.label(question.label);
  }

  #opened(sheet: LineSheet): void {
    if (sheet !== this.#front || sheet.draft === undefined) return;
    if (this.#isEnded) sheet.draft.onLeave("eof");
    this.#remark(cliWords().prompt.opened(sheet.draft.label));
  }

  /** What was asked is asked again when that sheet is back. */
  #bring(sheet: LineSheet, origin: Origin): void {
    if (sheet === this.#front) return;
    const field = this.#question;
    this.#question = undefined;
    if (field !== undefined) this.#front.questions.putBack(field);
    if (isSecret(field)) this.#showKeys();
    this.#front = sheet;
    this.#isBehind ||= origin === "by_itself";
    this.#opened(sheet);
    this.#advance();
  }

  #complain(about: string | undefined): void {
    if (about !== undefined) this.#remark(`! ${about}`);
  }

  #remark(text: string): void {
    this.print([sentence(text)]);
  }

  close(): void {
    const { stdin } = this.#host;
    if (isSecret(this.#question)) stdin.setRawMode(false);
    this.#quiet.hush();
    this.#quietHalf.hush();
    stdin.off("data", this.#read).off("end", this.#end);
    stdin.pause();
  }

  readonly #read = (chunk: Uint8Array | string) => {
    if (!this.#quietHalf.isQuiet) {
      this.#remark(`! ${cliWords().prompt.tooEarly}`);
      return;
    }
    this.#listener?.attended("key");
    this.#isReading = true;
    this.#isBehind = false;
    this.#input.add(chunk);
    while (!this.#input.isEmpty) {
      if (isSecret(this.#question)) this.#readUnseen(this.#question);
      else if (!this.#readLine()) break;
    }
    this.#isReading = false;
    this.#complain(this.#front.held.news());
    this.#advance();
  };

  readonly #end = () => {
    this.#isEnded = true;
    if (this.#question !== undefined) this.#settle(this.#question, undefined);
    this.#front.draft?.onLeave("eof");
  };

  /** Takes one line of what has come; whether there was one. */
  #readLine(): boolean {
    const line = this.#input.takeLine();
    if (line !== undefined) this.#take(line);
    return line !== undefined;
  }

  #take(line: string): void {
    const field = this.#question;
    const { draft, held, questions } = this.#front;
    const answer = field && answerByLine(field.question, line);
    if (field !== undefined && answer !== undefined) this.#settle(field, answer);
    else if (draft === undefined || this.#isBehind || questions.has("asked")) {
      this.#remark(`! ${cliWords().prompt.tooEarly}`);
      if (draft === undefined) this.#quiet.hear(QUIET);
    } else if (line === "" && questions.has("by_itself")) this.#isWanted = true;
    else if (line === "") for (const each of held.take()) this.#say(draft, each);
    else this.#say(draft, line);
  }

  /** Behind what is held, a line waits its turn. */
  #say({ onSubmit }: DraftOptions, line: string): void {
    const { held } = this.#front;
    const submitted = held.isEmpty ? onSubmit(line) : "not_taken";
    this.#isBehind = submitted === "not_asked";
    if (submitted === "not_taken") this.#complain(held.add(line));
  }

  /** Takes one key of an answer that is not shown: the terminal's own editing would show it. */
  #readUnseen(field: QuestionField): void {
    const step = answerWith(field.question, field.line, this.#input.takeKey());
    if (step.type === "answered") this.#settle(field, step.answer);
    else if (step.type === "typing") this.#question = { ...field, line: step.line };
  }

  #advance(): void {
    if (this.#isReading || this.#question !== undefined) return;
    const { draft, questions } = this.#front;
    if (draft === undefined && !this.#quiet.isQuiet) return;
    this.#question = questions.take(({ type }) => type === "choice" || this.#isWanted || draft === undefined);
    if (this.#question === undefined) return;
    this.#isWanted = false;
    const { question } = this.#question;
    if (isSecret(this.#question)) this.#hideKeys();
    else if (question.type === "line") this.#label();
    else if (question.type === "choice") this.#remark(`! ${howToChoose(question)}`);
  }

  /** Half a line that the terminal has held back comes now: it is no part of the answer. */
  #hideKeys(): void {
    this.#host.stdin.setRawMode(true);
    this.#input.clear();
    this.#quietHalf.hear(SETTLING);
  }

  #showKeys(): void {
    this.#quietHalf.hush();
    this.#host.stdin.setRawMode(false);
    this.#output.newline();
  }

  #settle(field: QuestionField, answer: string | undefined): void {
    this.#question = undefined;
    if (isSecret(field)) this.#showKeys();
    this.#isBehind = true;
    field.settle(answer);
    this.#advance();
  }
}
