import { madeSafe } from "../../core/text/made-safe.ts";

/** A page obeys no sequences, and knows what can't be seen. */
const UNSAFE = /(?![\n\t])\p{Cc}|\p{Cs}/gu;

/** A string from elsewhere, made safe to read on a page. */
export function pageText(text: string): string {
  return madeSafe(text.replaceAll("\r\n", "\n"), UNSAFE);
}
