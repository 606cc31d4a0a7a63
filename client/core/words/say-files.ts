import type { Message } from "../../../src/protocol/event.ts";

const NAMES = new Intl.ListFormat("en-GB", { type: "unit" });

/** What a message says where there is one line for it: its text, or else the names of its files. */
export function gistOf({ text, files = [] }: Pick<Message, "text" | "files">): string {
  return text === "" ? NAMES.format(files.map(({ name }) => name)) : (text ?? "");
}
