import type { Message, SharedFile } from "../../../src/protocol/event.ts";
import { isolateName } from "../../core/text/isolate-name.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { graphemes } from "../text/graphemes.ts";
import { cliWords } from "../words/words.ts";
import type { LogLine } from "./log-line.ts";

/** Characters of a file's name: a server keeps no more. */
const LONGEST = 120;
/** An ending must be where it stands. */
const BIDI = /\p{Bidi_Control}/gu;

export interface FilesLook {
  addressOf(file: SharedFile): string;
  /** Whether a line can lead to its file without showing where that is. */
  readonly isLinked: boolean;
}

/** Each file of a message as a line of its own, set in as far as its text is. */
export function fileLines({ files = [], deleted }: Message, indent: number, look: FilesLook): LogLine[] {
  if (deleted) return [];
  return files.map((file) => {
    const address = look.addressOf(file);
    const line = { head: " ".repeat(indent), text: fileText(file, ""), indent: indent + 2 };
    return look.isLinked ? { ...line, leadsTo: address } : { ...line, address };
  });
}

/** A file in one line: its name, its size, and its address unless that is "". */
export function fileText(file: SharedFile, address: string): string {
  return cliWords().files.line({ name: fileTitle(file), size: file.size, address });
}

/** A file's name as it can be shown anywhere, in one line. */
export function fileTitle({ name }: Pick<SharedFile, "name">): string {
  const all = graphemes(oneLine(name.replace(BIDI, "")));
  return isolateName(all.length <= LONGEST ? all.join("") : oneLine(`${all.slice(0, LONGEST).join("")}…`));
}

/** What a message says where a text is all there is: the names of its files where it has none. */
export function spokenIn({ text = "", files = [] }: Pick<Message, "text" | "files">): string {
  return text === "" && files.length > 0 ? cliWords().files.named(files.map(fileTitle)) : text;
}
