import { safeText } from "./safe-text.ts";

/** A string from elsewhere, made safe and put into one line. */
export function oneLine(text: string): string {
  return safeText(text).replaceAll("\n", " ");
}
