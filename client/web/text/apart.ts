import { pageText } from "./page-text.ts";

/** Stands on either side of what somebody else wrote; a text that is safe on a page never has it. */
const MARK = "\0";

/** A name or a text from elsewhere, to be set apart within a sentence. */
export function apart(text: string): string {
  return MARK + pageText(text) + MARK;
}

/** The parts of a sentence: every second one was set apart. */
export function partsOfSentence(sentence: string): string[] {
  return sentence.split(MARK);
}
