import type { Message } from "../../../src/protocol/event.ts";
import type { IrcLine } from "./irc-message.ts";
import { splitText } from "./split-text.ts";

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
  /** What a sender said it with, who hears it themselves. */
  readonly command?: "PRIVMSG" | "NOTICE";
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
  const { source, target, room, mark = "", batch, command = "PRIVMSG" } = telling;
  const { id, at, text = "", re, me, bot } = message;
  const time = { time: timeTag(at) };
  const own: Readonly<Record<string, string>> = {
    ...time,
    msgid: msgidOf(room, id),
    ...(re !== undefined && { "+draft/reply": msgidOf(room, re) }),
    ...(bot && { bot: "" }),
  };
  const overhead = Buffer.byteLength(`:${source} PRIVMSG ${target} :\x01ACTION \x01`);
  const lines = splitText(`${mark}${text}`, Math.max(LINE_BYTES - overhead, LEAST));
  const said = (line: string, lineTags: Readonly<Record<string, string>>): IrcLine => ({
    tags: lineTags,
    source,
    command,
    params: [target, me ? `\x01ACTION ${line}\x01` : line],
  });
  if (lines.length > 1 && batch !== undefined && !me) {
    const name = batch();
    return [
      {
        tags: own,
        source,
        command: "BATCH",
        params: [`+${name}`, "draft/multiline", target],
      },
      ...lines.map((line) => said(line, { batch: name })),
      { source, command: "BATCH", params: [`-${name}`] },
    ];
  }
  return lines.map((line, at) => said(line, at === 0 ? own : time));
}
