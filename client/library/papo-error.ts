import type { Problem } from "./types/problem.ts";

/** Why you are not in a room, or no longer. */
export class PapoError extends Error implements Problem {
  override readonly name = "PapoError";
  readonly code: string;
  readonly detail?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly retryAfter?: number;

  constructor(
    { code, message, detail, params, retryAfter }: Problem,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.code = code;
    if (detail !== undefined) this.detail = detail;
    if (params !== undefined) this.params = params;
    if (retryAfter !== undefined) this.retryAfter = retryAfter;
  }
}
