import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import { isolateName } from "../../core/text/isolate-name.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sharedWords } from "../../core/words/shared-words.ts";
import { fileText } from "../view/file-lines.ts";
import { hookMark } from "../view/message-line.ts";
import { cliWords } from "../words/words.ts";

/** One line of a kept log. */
export interface LogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Tells the line from all others of its room, whoever else writes it: no two events have it. */
  readonly key: string;
  readonly text: string;
}

/** Whether an event is for all to see, as far as is known; a change of something private is private. */
export function isPublic(event: DurableEvent, recent: readonly Message[]): boolean {
  if (event.type === "message") return event.to === undefined;
  const target = recent.find(({ id }) => id === event.target);
  return target !== undefined && target.to === undefined;
}

/** An event as it stands in a kept log: its moment (UTC), its number, and what happened, in one line. */
export function logEntry(event: DurableEvent): LogEntry {
  const { at, id } = event;
  const key = `${new Date(at).toISOString()} #${id}`;
  return { at, key, text: `${key} ${told(event)}` };
}

function told(event: DurableEvent): string {
  const { log } = cliWords();
  switch (event.type) {
    case "message":
      return log.said({
        nick: authorOf(event),
        text: event.text === undefined ? log.deleted : line(said(event)),
        isAction: event.me === true,
        to: event.to && name(event.to.nick),
        re: event.re,
      });
    case "edited":
      return log.edited({ by: name(event.by), id: event.target, text: line(event.text) });
    case "deleted":
      return log.deletes({ by: name(event.by), id: event.target });
    case "reacted":
      return log.reacted({ by: name(event.by), id: event.target, emoji: oneLine(event.emoji), on: event.on });
    default:
      return event satisfies never;
  }
}

/** With its files, by name and size: they are no longer there where it is deleted. */
function said({ text = "", files = [] }: Message): string {
  const named = files.map((file) => fileText(file, ""));
  return [text, ...named].filter((part) => part !== "").join("\n");
}

function authorOf(message: Message): string {
  const nick = name(message.nick);
  return message.hook === undefined ? nick : sharedWords.withMarks({ nick, marks: [hookMark(message)] });
}

/** A message of several lines is one here: what begins a line is ours alone. */
function line(text: string): string {
  return oneLine(text.replace(/\r?\n/g, " ⏎ "));
}

function name(nick: string): string {
  return isolateName(oneLine(nick));
}
