import { safeText } from "../../core/text/safe-text.ts";

const SHORT = 120;

/** As much of a message as fits in a line. */
export function beginning({ text = "Deleted" }: { text?: string }): string {
  return safeText(text).replace(/\s+/g, " ").slice(0, SHORT);
}
