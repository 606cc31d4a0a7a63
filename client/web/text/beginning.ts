import type { Message } from "../../../src/protocol/event.ts";
import { gistOf } from "../../core/words/say-files.ts";
import { pageWords } from "../words/page-words.ts";
import { pageText } from "./page-text.ts";

const SHORT = 120;
/** What is left of a pair that was cut. */
const HALF = /[\ud800-\udbff]$/;

/** As much of a message as fits in a line; of one that has no text, what its files are called. */
export function beginning(message: Pick<Message, "text" | "files">): string {
  const said = message.text === undefined ? pageWords.deleted : gistOf(message);
  return pageText(said.replace(/\s+/g, " ").slice(0, SHORT).replace(HALF, ""));
}
