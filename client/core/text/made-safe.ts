import { isolate } from "./isolate.ts";

/**
 * Marks kept on one character, and whatever of no width stands among them.
 * Written languages stack fewer; more would cover the lines around it.
 */
const EXCESS_MARKS = /([\p{M}\p{Cf}]{8})[\p{M}\p{Cf}]+/gu;

/** A text without what a policy has for unsafe, which is shown as U+FFFD; its directions stay within each line. */
export function madeSafe(text: string, unsafe: RegExp): string {
  return text.replace(unsafe, "\ufffd").replace(EXCESS_MARKS, "$1").replace(/.+/g, isolate);
}
