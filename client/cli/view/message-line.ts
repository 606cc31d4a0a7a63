import type { Message } from "../../../src/protocol/event.ts";
import { hueOf } from "../../core/hue.ts";
import { safeText } from "../../core/safe-text.ts";
import type { Styles } from "../styles.ts";
import { keepLeft } from "./direction.ts";
import type { Excerpt } from "./excerpts.ts";
import { oneLine } from "./one-line.ts";

/** What a message is shown with. */
export interface MessageLook {
  readonly styles: Styles;
  /** When it was said, or "". */
  readonly time: string;
  /** Whether it concerns its reader more than others. */
  readonly highlighted: boolean;
  /** What it replies to, where that is known. */
  readonly repliesTo?: Excerpt | undefined;
}

/** Rows of a text behind its first are set in, so that none can be taken for somebody else's line. */
export const INDENT = "  ";

/** A message as lines of the log. */
export function messageLines(message: Message, look: MessageLook): string[] {
  const { styles, time, highlighted } = look;
  const mark = styles.dim(time === "" ? "" : `${time} `);
  const [first = "", ...rest] = bodyOf(message).split("\n");
  const emphasize = (text: string) =>
    text === "" ? text : message.deleted ? styles.dim(text) : highlighted ? styles.highlight(text) : text;
  const indent = " ".repeat(time === "" ? 0 : time.length + 1) + INDENT;
  return [
    keepLeft(mark + headOf(message, look), emphasize(first)),
    ...rest.map((row) => keepLeft(indent, emphasize(row))),
  ].map((line, index, lines) =>
    message.edited && index === lines.length - 1 ? `${line} ${styles.dim("(edited)")}` : line,
  );
}

/** A nickname in the colour of its bearer. */
export function nickText({ uid, nick }: { uid: string; nick: string }, styles: Styles): string {
  return styles.nick(hueOf(uid), oneLine(nick));
}

function headOf(message: Message, look: MessageLook): string {
  const { styles } = look;
  const author = nickText(message, styles);
  const quote = message.re === undefined ? "" : ` ${styles.dim(quoteOf(look.repliesTo))}`;
  if (message.to !== undefined) {
    const parties = `${styles.bold("[private]")} ${author} → ${nickText(message.to, styles)}${quote}`;
    return message.me ? `${parties}: * ` : `${parties}: `;
  }
  return message.me ? `* ${author}${quote} ` : `${author}${quote}: `;
}

function quoteOf(target: Excerpt | undefined): string {
  if (target === undefined) return "(re an older message)";
  const nick = oneLine(target.nick);
  return target.text === undefined ? `(re ${nick}'s deleted message)` : `(re ${nick}: “${target.text}”)`;
}

function bodyOf({ deleted, text }: Message): string {
  return deleted || text === undefined ? "(deleted)" : safeText(text);
}
