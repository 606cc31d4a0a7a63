import { safeText } from "../../core/text/safe-text.ts";
import { pageWords } from "../words/page-words.ts";

const SHORT = 120;

/** As much of a message as fits in a line. */
export function beginning({ text = pageWords.deleted }: { text?: string }): string {
  return safeText(text).replace(/\s+/g, " ").slice(0, SHORT);
}
