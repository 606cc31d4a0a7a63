import type { Message } from "../../../src/protocol/event.ts";
import { gistOf } from "../../core/words/say-files.ts";
import { pageWords } from "../words/page-words.ts";
import { inShort } from "./in-short.ts";

/** As much of a message as fits in a line; of one that has no text, what its files are called. */
export function beginning(message: Pick<Message, "text" | "files">): string {
  return inShort(message.text === undefined ? pageWords.deleted : gistOf(message));
}
