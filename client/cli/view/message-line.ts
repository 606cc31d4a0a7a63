import type { Message } from "../../../src/protocol/event.ts";
import { hueOf } from "../../core/text/hue.ts";
import { isolateName } from "../../core/text/isolate-name.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { safeText } from "../../core/text/safe-text.ts";
import { sharedWords } from "../../core/words/shared-words.ts";
import type { Styles } from "../text/styles.ts";
import { textWidth } from "../text/width.ts";
import { cliWords } from "../words/words.ts";
import { unstyled } from "./cells.ts";
import { isolateLinks } from "./direction.ts";
import type { Excerpt } from "./excerpts.ts";
import { restOf } from "./fitted.ts";
import type { LogLine } from "./log-line.ts";
import { markFound } from "./mark-found.ts";

/** What a message is shown with. */
export interface MessageLook {
  readonly styles: Styles;
  /** When it was said, or "". */
  readonly time: string;
  /** Whether it concerns its reader more than others. */
  readonly highlighted: boolean;
  /** Whether its reader has said it. */
  readonly isOwn?: boolean;
  /** What a search has found in it. */
  readonly found?: string | undefined;
  /** What it replies to, where that is known. */
  readonly repliesTo?: Excerpt | undefined;
}

/** A message as a line of the log; what goes on stands under its text. */
export function messageLine(message: Message, look: MessageLook): LogLine {
  const { styles, time, highlighted, isOwn = false, found } = look;
  const mark =
    styles.dim(time === "" ? "" : `${time} `) + (highlighted || found !== undefined ? styles.mark : "");
  const [author, colon] = authorOf(message, isOwn ? { ...styles, nick: styles.own } : styles);
  const quote = message.re === undefined ? "" : ` ${styles.dim(quoteOf(look.repliesTo))}`;
  const whole = bodyOf(message);
  const body = found === undefined ? whole : markFound(whole, found, styles.highlight);
  const emphasis = message.deleted ? styles.dim : highlighted ? styles.highlight : undefined;
  const text = body === "" || emphasis === undefined ? body : emphasis(body);
  const edited = message.edited ? styles.dim(cliWords().view.edited) : "";
  return {
    head: `${mark}${author}${quote}${colon}`,
    text: [text, edited].filter((part) => part !== "").join(" "),
    indent: textWidth(unstyled(`${mark}${author}${colon}`)),
    rest: restOf(message.id, styles),
  };
}

/** A nickname in the colour of its bearer. */
export function nickText({ uid, nick }: { uid: string; nick: string }, styles: Styles): string {
  return styles.nick(hueOf(uid), isolateName(oneLine(nick)));
}

/** Who speaks, and what parts that from what they say. */
function authorOf(message: Message, styles: Styles): [author: string, colon: string] {
  const author = nickText(message, styles);
  if (message.to !== undefined) {
    const parties = `${styles.bold(cliWords().view.private)} ${author} → ${nickText(message.to, styles)}`;
    return [parties, message.me ? ": * " : ": "];
  }
  if (message.hook !== undefined)
    return [sharedWords.withMarks({ nick: author, marks: [hookMark(message)] }), ": "];
  return message.me ? [`* ${author}`, " "] : [author, ": "];
}

/** What tells what a hook has brought from what somebody says who calls themselves so. */
export function hookMark({ nick, hook = "" }: Pick<Message, "nick" | "hook">): string {
  return sharedWords.hook(hook === nick ? "" : isolateName(oneLine(hook)));
}

function quoteOf(target: Excerpt | undefined): string {
  const { view } = cliWords();
  if (target === undefined) return view.replyToOlder;
  const nick = isolateName(oneLine(target.nick));
  return target.text === undefined ? view.replyToDeleted(nick) : view.reply({ nick, quote: target.text });
}

function bodyOf({ deleted, text }: Message): string {
  return deleted || text === undefined ? cliWords().view.deleted : isolateLinks(safeText(text));
}
