import { StringDecoder } from "node:string_decoder";
import { layOut } from "../view/lay-out.ts";
import { type LogLine, sentence } from "../view/log-line.ts";
import type { PromptAction } from "./action.ts";
import { type DraftOptions, type QuestionField, questionField } from "./field.ts";
import { DRAFT_LIMIT } from "./line.ts";
import type { Prompt } from "./prompt.ts";
import { answerWith, type Question } from "./question.ts";
import { type Origin, Questions } from "./questions.ts";
import { hush, type TerminalHost } from "./terminal.ts";

/** A key that comes as several characters. */
const SEQUENCE = /^\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|[^[O])?/;
const NONE: PromptAction = { type: "none" };
const KEYS: Readonly<Record<string, PromptAction>> = {
  "\r": { type: "submit" },
  "\n": { type: "submit" },
  "\b": { type: "delete", motion: "left" },
  "\x7f": { type: "delete", motion: "left" },
  "\x15": { type: "kill", motion: "start" },
  "\x03": { type: "interrupt" },
  "\x04": { type: "eof" },
};

/**
 * For a terminal that understands no control sequence: lines are written, and
 * lines are read as the terminal itself gives them. Nothing tells of a line that
 * is half typed, so a question that comes by itself takes an answer that is
 * unmistakable, or waits for an empty line.
 */
export class LinePrompt implements Prompt {
  readonly #host: TerminalHost;
  readonly #decoder = new StringDecoder("utf8");
  readonly #questions = new Questions();
  #draft: DraftOptions | undefined;
  #question: QuestionField | undefined;
  /** What has come of a line that has not ended. */
  #rest = "";
  #isReading = false;
  /** An empty line has asked for the question that waits. */
  #isWanted = false;

  constructor(host: TerminalHost) {
    this.#host = host;
    hush(host);
    host.stdin.on("data", this.#read).on("end", this.#end);
    host.stdin.resume();
  }

  get isFree(): boolean {
    return this.#draft === undefined && this.#question === undefined && this.#questions.isEmpty;
  }

  open(options: DraftOptions): void {
    if (this.#draft !== undefined) return;
    this.#draft = options;
    this.#remark(`— ${options.label}Enter sends what you type; /help tells more —`);
  }

  setLabel(): void {}

  ask(question: Question, origin: Origin = "asked"): Promise<string | undefined> {
    if (question.type === "reveal") {
      this.#remark(
        "! What must not stay on the screen can't be shown here: this terminal takes nothing back.",
      );
      return Promise.resolve(undefined);
    }
    return new Promise((resolve) => {
      this.#questions.add(questionField(question, resolve), origin);
      if (origin === "by_itself" && question.type === "line") {
        this.#remark(`! ${question.label.trim()} Press Enter on an empty line to answer.`);
      }
      this.#advance();
    });
  }

  print(lines: readonly LogLine[]): void {
    const { stdout } = this.#host;
    const label = this.#question?.question.type === "line" ? this.#question.question.label : "";
    // A label stands in the last line, and waits there.
    if (label !== "") stdout.write("\n");
    stdout.write(layOut(lines, stdout));
    if (label !== "") stdout.write(label);
  }

  #remark(text: string): void {
    this.print([sentence(text)]);
  }

  close(): void {
    const { stdin } = this.#host;
    if (isSecret(this.#question)) stdin.setRawMode(false);
    stdin.off("data", this.#read).off("end", this.#end);
    stdin.pause();
  }

  readonly #read = (chunk: Uint8Array | string) => {
    this.#isReading = true;
    this.#rest += typeof chunk === "string" ? chunk : this.#decoder.write(Buffer.from(chunk));
    while (this.#rest !== "") {
      if (isSecret(this.#question)) this.#readUnseen(this.#question);
      else if (!this.#readLine()) break;
    }
    this.#isReading = false;
    this.#advance();
  };

  readonly #end = () => {
    if (this.#question !== undefined) this.#settle(this.#question, undefined);
    this.#draft?.onLeave("eof");
  };

  /** Takes one line of what has come; whether there was one. */
  #readLine(): boolean {
    const end = this.#rest.search(/[\r\n]/);
    if (end === -1) {
      this.#rest = this.#rest.slice(0, DRAFT_LIMIT);
      return false;
    }
    const line = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end).replace(/^\r?\n|^\r/, "");
    this.#take(line);
    return true;
  }

  #take(line: string): void {
    const field = this.#question;
    const answer = field && answerIn(field.question, line);
    if (field !== undefined && answer !== undefined) this.#settle(field, answer);
    else if (this.#questions.has("asked")) {
      this.#remark("! A line that was typed before the question could be read is not sent.");
    } else if (line === "" && this.#questions.has("by_itself")) this.#isWanted = true;
    else this.#draft?.onSubmit(line);
  }

  /** Takes one key of an answer that is not shown: the terminal's own editing would show it. */
  #readUnseen(field: QuestionField): void {
    const [key = ""] = SEQUENCE.exec(this.#rest) ?? [...this.#rest];
    this.#rest = this.#rest.slice(key.length);
    const step = answerWith(field.question, field.line, actionOf(key));
    if (step.type === "answered") this.#settle(field, step.answer);
    else if (step.type === "typing") this.#question = { ...field, line: step.line };
  }

  #advance(): void {
    if (this.#isReading || this.#question !== undefined) return;
    this.#question = this.#questions.take(
      ({ type }) => type === "choice" || this.#isWanted || this.#draft === undefined,
    );
    if (this.#question === undefined) return;
    this.#isWanted = false;
    const { question } = this.#question;
    if (isSecret(this.#question)) this.#host.stdin.setRawMode(true);
    this.#host.stdout.write(question.type === "line" ? question.label : `${question.label.trim()}\n`);
  }

  #settle(field: QuestionField, answer: string | undefined): void {
    this.#question = undefined;
    if (isSecret(field)) {
      this.#host.stdin.setRawMode(false);
      this.#host.stdout.write("\n");
    }
    field.settle(answer);
    this.#advance();
  }
}

/** Beside a choice, all that is none of its answers goes to the room. */
function answerIn(question: Question, line: string): string | undefined {
  if (question.type !== "choice") return line;
  const answer = line.trim().toLowerCase();
  return question.answers.includes(answer) ? answer : undefined;
}

function actionOf(key: string): PromptAction {
  if (Object.hasOwn(KEYS, key)) return KEYS[key] ?? NONE;
  return /\p{Cc}/u.test(key) ? NONE : { type: "insert", text: key };
}

function isSecret(field: QuestionField | undefined): field is QuestionField {
  return field?.question.type === "line" && field.question.secret === true;
}
