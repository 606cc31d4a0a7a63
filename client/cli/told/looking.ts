import type { Attended } from "../prompt/prompt.ts";

/** Whether somebody looks at the terminal, as far as it tells. */
export class Looking {
  #state: "unknown" | "here" | "elsewhere" = "unknown";

  /** Whether they surely do. */
  get isSure(): boolean {
    return this.#state === "here";
  }

  /** Whether they surely do not. */
  get isElsewhere(): boolean {
    return this.#state === "elsewhere";
  }

  attended(by: Attended): void {
    if (by === "blur") this.#state = "elsewhere";
    // Of a terminal that tells nothing, a key says nothing about later.
    else if (by === "focus" || this.#state === "elsewhere") this.#state = "here";
  }
}
