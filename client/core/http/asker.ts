import type * as v from "valibot";
import type { Exchange, HttpOutcome, HttpRequest } from "./exchange.ts";
import { type Expected, judge } from "./judge.ts";
import { Patience, type Setback } from "./patience.ts";
import type { Unmet } from "./unmet.ts";

export interface AskerOptions {
  readonly exchange: Exchange;
  /** Milliseconds since anything, on a clock that only goes on. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** It waits and tries again: told each time that the server asks for it, and once where something fails. */
  waits(why: Delay): void;
}

export type Delay =
  | { readonly why: "asked"; readonly milliseconds: number }
  /** Nobody has answered, or a server that is in trouble. */
  | { readonly why: "silence" | "trouble" };

/** What is asked, and what an answer must be. */
export interface Asking<Schema> extends Expected<Schema> {
  readonly url: string;
  readonly method?: HttpRequest["method"];
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string | undefined;
  /** Whether something is said: then it matters whether it may have been stored, though nobody has answered. */
  readonly isPost?: boolean;
}

const FAILED: Setback = { type: "failed" };

/** Asks a server by plain HTTP. Tries again what may yet work, and no more than that. */
export class Asker {
  readonly #options: AskerOptions;
  #mayBeStored = false;

  constructor(options: AskerOptions) {
    this.#options = options;
  }

  /** Whether a post is on its way, or was and nobody knows what became of it. */
  get mayBeStored(): boolean {
    return this.#mayBeStored;
  }

  async ask<Schema extends v.GenericSchema<unknown, object>>(
    asked: Asking<Schema>,
  ): Promise<v.InferOutput<Schema> | Unmet> {
    const { now, sleep, waits } = this.#options;
    const patience = new Patience(now);
    const { isPost = false } = asked;
    let unanswered = false;
    let told = false;
    for (;;) {
      this.#mayBeStored = isPost;
      const outcome = await this.#exchange(asked);
      const judgement = judge(outcome, asked);
      if (judgement.type === "fine") return judgement.output;
      const { mayBeDone, refusal } = judgement;
      unanswered ||= isPost && mayBeDone;
      this.#mayBeStored = unanswered;
      // Who has been there a moment ago may only have been restarted.
      const setback = judgement.setback ?? (unanswered && outcome.type === "failed" ? FAILED : undefined);
      const wait = setback && patience.after(setback);
      if (wait === undefined) {
        const { origin } = new URL(asked.url);
        return { unmet: "request", origin, isPost, outcome, refusal, mayBeStored: unanswered };
      }
      if (setback?.type === "asked") waits({ why: "asked", milliseconds: wait });
      else if (!told) {
        told = true;
        waits({ why: outcome.type === "failed" && outcome.isSilence ? "silence" : "trouble" });
      }
      await sleep(wait);
    }
  }

  #exchange({ url, method = "GET", body, ...asked }: Asking<v.GenericSchema>): Promise<HttpOutcome> {
    const headers = { ...asked.headers, ...(body !== undefined && { "Content-Type": "application/json" }) };
    return this.#options.exchange({ url, method, headers, body });
  }
}
