import type { Problem } from "./types/problem.ts";

/** Why you are not in a room, or no longer. */
export class PapoError extends Error implements Problem {
  // What is built is minified, and a stack begins with this.
  static override readonly name = "PapoError";
  override readonly name = "PapoError";
  /** Modules and CommonJS have a class each, and what one throws is the other's, too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "PapoError";
  }

  declare readonly code: string;
  declare readonly detail?: string;
  declare readonly params?: Readonly<Record<string, string | number>>;
  declare readonly retryAfter?: number;

  constructor(
    { code, message, detail, params, retryAfter }: Problem,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    Object.assign(this, {
      code,
      ...(detail !== undefined && { detail }),
      ...(params !== undefined && { params }),
      ...(retryAfter !== undefined && { retryAfter }),
    });
  }
}
