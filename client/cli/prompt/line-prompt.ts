import { StringDecoder } from "node:string_decoder";
import type { Clock } from "../../core/clock.ts";
import { layOut } from "../view/lay-out.ts";
import { type LogLine, sentence } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import type { PromptAction } from "./action.ts";
import { type DraftOptions, type QuestionField, questionField } from "./field.ts";
import { DRAFT_LIMIT } from "./line.ts";
import type { Prompt } from "./prompt.ts";
import { answerWith, type Choice, type Question } from "./question.ts";
import { type Origin, Questions } from "./questions.ts";
import { QUIET, SETTLING } from "./quiet.ts";
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
 * is half typed, so what is written begins on a line of its own, and a question
 * that comes by itself takes an answer that is unmistakable, or waits for an
 * empty line.
 */
export class LinePrompt implements Prompt {
  readonly #host: TerminalHost;
  readonly #clock: Clock;
  readonly #decoder = new StringDecoder("utf8");
  readonly #questions = new Questions();
  #draft: DraftOptions | undefined;
  #question: QuestionField | undefined;
  /** What has come of a line that has not ended. */
  #rest = "";
  #isReading = false;
  /** Whether lines come behind an answer, or one whose question was refused: nobody knew that when they were typed. */
  #isBehind = false;
  #isEnded = false;
  /** When a newline was written last, with nothing behind it. */
  #newlineAt: number | undefined;
  /** Forgets the timer until which lines may come that were typed before there was anything to answer. */
  #forgetNoise: (() => void) | undefined;
  /** Forgets the timer until which half a line may come that was typed before a secret was asked for. */
  #forgetHalf: (() => void) | undefined;
  /** An empty line has asked for the question that waits. */
  #isWanted = false;

  constructor(host: TerminalHost, clock: Clock) {
    this.#host = host;
    this.#clock = clock;
    hush(host);
    host.stdin.on("data", this.#read).on("end", this.#end);
    host.stdin.resume();
    this.#hearLines(SETTLING);
  }

  open(options: DraftOptions): void {
    if (this.#draft !== undefined) return;
    this.#draft = options;
    if (this.#isEnded) options.onLeave("eof");
    this.#remark(cliWords().prompt.opened(options.label));
  }

  setLabel(): void {}

  ask(question: Question, origin: Origin = "asked"): Promise<string | undefined> {
    if (question.type === "reveal") {
      this.#remark(`! ${cliWords().prompt.cannotReveal}`);
      return Promise.resolve(undefined);
    }
    if (this.#isEnded) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#questions.add(questionField(question, resolve), origin);
      if (origin === "by_itself" && question.type === "line") {
        this.#remark(`! ${cliWords().prompt.enterToAnswer(question.label.trim())}`);
      }
      this.#advance();
    });
  }

  print(lines: readonly LogLine[]): void {
    const { stdout } = this.#host;
    // A label stands in the last line, and waits there; or half a line, of which nothing tells.
    const start = this.#newlineAt === this.#clock.now() ? "" : "\n";
    stdout.write(start + layOut(lines, stdout));
    this.#newlineAt = this.#clock.now();
    if (this.#question?.question.type === "line" && this.#forgetHalf === undefined) {
      this.#label(this.#question.question.label);
    }
  }

  #label(label: string): void {
    this.#host.stdout.write(label);
    this.#newlineAt = undefined;
  }

  #remark(text: string): void {
    this.print([sentence(text)]);
  }

  close(): void {
    const { stdin } = this.#host;
    if (isSecret(this.#question)) stdin.setRawMode(false);
    this.#forgetNoise?.();
    this.#forgetHalf?.();
    stdin.off("data", this.#read).off("end", this.#end);
    stdin.pause();
  }

  readonly #read = (chunk: Uint8Array | string) => {
    if (this.#forgetHalf !== undefined) {
      this.#remark(`! ${cliWords().prompt.tooEarly}`);
      return;
    }
    this.#isReading = true;
    this.#isBehind = false;
    this.#rest += typeof chunk === "string" ? chunk : this.#decoder.write(Buffer.from(chunk));
    while (this.#rest !== "") {
      if (isSecret(this.#question)) this.#readUnseen(this.#question);
      else if (!this.#readLine()) break;
    }
    this.#isReading = false;
    this.#advance();
  };

  readonly #end = () => {
    this.#isEnded = true;
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
    else if (this.#draft === undefined || this.#isBehind || this.#questions.has("asked")) {
      this.#remark(`! ${cliWords().prompt.tooEarly}`);
      if (this.#draft === undefined) this.#hearLines(QUIET);
    } else if (line === "" && this.#questions.has("by_itself")) this.#isWanted = true;
    else this.#isBehind = this.#draft.onSubmit(line) === "not_asked";
  }

  #hearLines(quietAfter: number): void {
    this.#forgetNoise?.();
    this.#forgetNoise = this.#clock.setTimer(quietAfter, () => {
      this.#forgetNoise = undefined;
      this.#advance();
    });
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
    if (this.#draft === undefined && this.#forgetNoise !== undefined) return;
    this.#question = this.#questions.take(
      ({ type }) => type === "choice" || this.#isWanted || this.#draft === undefined,
    );
    if (this.#question === undefined) return;
    this.#isWanted = false;
    const { question } = this.#question;
    if (isSecret(this.#question)) this.#hideKeys(question.label);
    else if (question.type === "line") this.#label(question.label);
    else if (question.type === "choice") this.#remark(`! ${howToChoose(question)}`);
  }

  /** Half a line that the terminal has held back comes now: it is no part of the answer. */
  #hideKeys(label: string): void {
    this.#host.stdin.setRawMode(true);
    this.#rest = "";
    this.#forgetHalf = this.#clock.setTimer(SETTLING, () => {
      this.#forgetHalf = undefined;
      this.#label(label);
    });
  }

  #settle(field: QuestionField, answer: string | undefined): void {
    this.#question = undefined;
    if (isSecret(field)) {
      this.#forgetHalf?.();
      this.#forgetHalf = undefined;
      this.#host.stdin.setRawMode(false);
      this.#host.stdout.write("\n");
      this.#newlineAt = this.#clock.now();
    }
    this.#isBehind = true;
    field.settle(answer);
    this.#advance();
  }
}

/**
 * Beside a choice, all that is none of its answers goes to the room. They stand
 * behind a slash: somebody may say `y` many messages after it was asked.
 */
function answerIn(question: Question, line: string): string | undefined {
  if (question.type !== "choice") return line;
  const answer = /^\/(.*)$/.exec(line.trim().toLowerCase())?.[1];
  return question.answers.find((each) => each === answer);
}

function howToChoose({ label, answers }: Choice): string {
  const ways = answers.map((answer) => `/${answer}`);
  return cliWords().prompt.choose({ question: label.trim(), ways });
}

function actionOf(key: string): PromptAction {
  if (Object.hasOwn(KEYS, key)) return KEYS[key] ?? NONE;
  return /\p{Cc}/u.test(key) ? NONE : { type: "insert", text: key };
}

function isSecret(field: QuestionField | undefined): field is QuestionField {
  return field?.question.type === "line" && field.question.secret === true;
}
