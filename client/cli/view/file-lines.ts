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

/** A message, and each of its files as a line of its own, set in as far as its text is; where it has no text, the first stands there. */
export function withFileLines(said: LogLine, { files = [], deleted }: Message, look: FilesLook): LogLine[] {
  if (deleted) return [said];
  const isAlone = said.text === "" && files.length > 0;
  const lines = files.map((file, at) => {
    const address = look.addressOf(file);
    const head = isAlone && at === 0 ? said.head : " ".repeat(said.indent);
    const line = { head, text: fileText(file, ""), indent: said.indent + 2 };
    return look.isLinked ? { ...line, leadsTo: address } : { ...line, address };
  });
  return isAlone ? lines : [said, ...lines];
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
