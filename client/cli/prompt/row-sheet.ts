import type { DraftOptions, Sheet } from "./prompt.ts";
import type { Question } from "./question.ts";
import { questionField } from "./question-field.ts";
import { type Origin, Questions } from "./questions.ts";
import { RowDraft, type RowDraftOptions } from "./row-draft.ts";

export interface RowSheetOptions extends Omit<RowDraftOptions, "changed"> {
  /** Its draft is to be drawn anew. */
  changed(sheet: RowSheet): void;
  /** It has a question that waits. */
  asked(): void;
  bring(sheet: RowSheet, origin: Origin): void;
}

/** What the terminal's last row shows while this is in front: a draft, or a question. */
export class RowSheet implements Sheet {
  readonly draft: RowDraft;
  readonly questions = new Questions();
  readonly #options: RowSheetOptions;

  constructor(options: RowSheetOptions) {
    this.#options = options;
    this.draft = new RowDraft({ ...options, changed: () => options.changed(this) });
  }

  open(options: DraftOptions): void {
    this.draft.open(options);
  }

  setLabel(label: string): void {
    this.draft.setLabel(label);
  }

  setAside(aside: string): void {
    this.draft.setAside(aside);
  }

  ask(question: Question, origin: Origin = "asked"): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.questions.add(questionField(question, resolve), origin);
      this.#options.asked();
    });
  }

  bring(origin: Origin): void {
    this.#options.bring(this, origin);
  }

  get rest(): string {
    return this.draft.text;
  }
}
