import type { Message } from "../../../src/protocol/event.ts";
import { sharedWords } from "./shared-words.ts";

/** What a message says where there is one line for it: its text, or else the names of its files. */
export function gistOf({ text, files = [] }: Pick<Message, "text" | "files">): string {
  return text === "" ? sharedWords.files(files.map(({ name }) => name)) : (text ?? "");
}
