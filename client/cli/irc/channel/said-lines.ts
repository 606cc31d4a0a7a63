import type { Message } from "../../../../src/protocol/event.ts";
import { isolate } from "../../../core/text/isolate.ts";
import type { IrcLine } from "../wire/irc-message.ts";
import { splitText, type TextLine } from "../wire/split-text.ts";
import type { SaidManner } from "./said-manner.ts";

/** Bytes of a line without its tags and its end. */
export const LINE_BYTES = 510;
/** However long what stands before a text is. */
const LEAST = 100;

/** How a message is told to a client. */
export interface MessageTelling {
  readonly source: string;
  readonly target: string;
  readonly room: string;
  /** A name for a batch, where the client takes messages of several lines; else they come one by one. */
  batch?(): string;
  /** What stands before an old message, for who is told no times. */
  readonly mark?: string;
  /** How it was said through this gateway, if it was. */
  readonly manner?: SaidManner | undefined;
  /** Its files, each as a line. */
  readonly files?: readonly string[];
}

/** The id of a message, by which a client names it. */
export function msgidOf(room: string, id: number): string {
  return `${room}.${id}`;
}

/** The room and the number that such an id is of. */
export function readMsgid(msgid: string): { readonly room: string; readonly id: number } | undefined {
  const [, room, digits] = /^(.+)\.(\d{1,15})$/.exec(msgid) ?? [];
  return room === undefined ? undefined : { room, id: Number(digits) };
}

export function timeTag(at: number): string {
  return new Date(at).toISOString();
}

/** A message as lines of IRC. */
export function saidLines(message: Message, telling: MessageTelling): IrcLine[] {
  const { source, target, room, mark = "", batch, manner, files = [] } = telling;
  const { id, at, text = "", re, me, bot } = message;
  const { command = "PRIVMSG", tags = {} } = manner ?? {};
  const every = { time: timeTag(at), ...tags };
  const first: Readonly<Record<string, string>> = {
    ...every,
    msgid: msgidOf(room, id),
    ...(re !== undefined && { "+draft/reply": msgidOf(room, re) }),
    ...(bot && { bot: "" }),
  };
  const overhead = Buffer.byteLength(`:${source} ${command} ${target} :\x01ACTION \x01`);
  const most = Math.max(LINE_BYTES - overhead, LEAST);
  const written = text === "" ? [] : (manner?.lines ?? splitText(text, most - Buffer.byteLength(mark)));
  const lines = marked([...written, ...files.flatMap((file) => fileInLines(file, most))], mark);
  const spoken = (line: string) => (me ? `\x01ACTION ${line}\x01` : line);
  const said = (line: TextLine, lineTags: Readonly<Record<string, string>>): IrcLine => ({
    tags: lineTags,
    source,
    command,
    params: [target, spoken(isolate(line.text))],
  });
  if (lines.length > 1 && batch !== undefined && !me) {
    const name = batch();
    return [
      { tags: first, source, command: "BATCH", params: [`+${name}`, "draft/multiline", target] },
      ...lines.map((line) =>
        said(line, { batch: name, ...(line.goesOn && { "draft/multiline-concat": "" }) }),
      ),
      { source, command: "BATCH", params: [`-${name}`] },
    ];
  }
  // An empty line can't be said alone.
  return lines
    .filter(({ text }) => text !== "")
    .map((line, place) => said(line, place === 0 ? first : every));
}

/** A file's address is of use in one piece alone. */
function fileInLines(file: string, most: number): TextLine[] {
  return splitText(Buffer.byteLength(file) <= most ? file : file.replace(/ (?=\S+$)/, "\n"), most);
}

/** With something before the first of them. */
function marked([first, ...others]: readonly TextLine[], mark: string): TextLine[] {
  return first === undefined ? [] : [{ ...first, text: mark + first.text }, ...others];
}
