import type { Question } from "./question.ts";
import type { QuestionField } from "./question-field.ts";

/**
 * When a question may come. `asked`: one has called for it, and waits for it.
 * `by_itself`: it comes of something that has happened, in the middle of
 * whatever one is typing, and must not take that for its answer.
 */
export type Origin = "asked" | "by_itself";

/** The questions that wait. What was asked for comes first. */
export class Questions {
  readonly #waiting: Record<Origin, QuestionField[]> = { asked: [], by_itself: [] };

  has(origin: Origin): boolean {
    return this.#waiting[origin].length > 0;
  }

  add(field: QuestionField, origin: Origin): void {
    this.#waiting[origin].push(field);
  }

  /** It had the row, and was not meant yet. */
  putBack(field: QuestionField): void {
    this.#waiting.by_itself.unshift(field);
  }

  /** The next one; `mayCome` decides about those that come by themselves. */
  take(mayCome: (question: Question) => boolean): QuestionField | undefined {
    const [next] = this.#waiting.by_itself;
    return (
      this.#waiting.asked.shift() ??
      (next !== undefined && mayCome(next.question) ? this.#waiting.by_itself.shift() : undefined)
    );
  }
}
