import { cliWords } from "../words/words.ts";
import { HeldLines } from "./held-lines.ts";
import type { DraftOptions, Sheet } from "./prompt.ts";
import type { Question } from "./question.ts";
import { questionField } from "./question-field.ts";
import { type Origin, Questions } from "./questions.ts";

export interface LineSheetOptions {
  /** Says something of ours. */
  remark(sentence: string): void;
  /** Whether no line will come any more. */
  isEnded(): boolean;
  opened(sheet: LineSheet): void;
  /** It has a question that waits. */
  asked(): void;
  bring(sheet: LineSheet, origin: Origin): void;
}

/** Where lines go while this is in front. */
export class LineSheet implements Sheet {
  readonly questions = new Questions();
  readonly held = new HeldLines();
  readonly #options: LineSheetOptions;
  #draft: DraftOptions | undefined;

  constructor(options: LineSheetOptions) {
    this.#options = options;
  }

  get draft(): DraftOptions | undefined {
    return this.#draft;
  }

  open(options: DraftOptions): void {
    if (this.#draft !== undefined) return;
    this.#draft = options;
    this.#options.opened(this);
  }

  setLabel(label: string): void {
    if (this.#draft !== undefined) this.#draft = { ...this.#draft, label };
  }

  /** Nothing stands beside lines. */
  setAside(): void {}

  ask(question: Question, origin: Origin = "asked"): Promise<string | undefined> {
    const { remark, isEnded, asked } = this.#options;
    if (question.type === "reveal") {
      remark(`! ${cliWords().prompt.cannotReveal}`);
      return Promise.resolve(undefined);
    }
    if (isEnded()) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.questions.add(questionField(question, resolve), origin);
      if (origin === "by_itself" && question.type === "line") {
        remark(`! ${cliWords().prompt.enterToAnswer(question.label.trim())}`);
      }
      asked();
    });
  }

  bring(origin: Origin): void {
    this.#options.bring(this, origin);
  }

  get rest(): string {
    return this.held.take().join("\n");
  }
}
