import type { Change } from "../../../src/protocol/change.ts";
import { isolateName } from "../../core/text/isolate-name.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { safeText } from "../../core/text/safe-text.ts";
import type { Styles } from "../text/styles.ts";
import { cliWords } from "../words/words.ts";
import { isolateLinks } from "./direction.ts";
import type { Excerpt } from "./excerpts.ts";
import { restOf } from "./fitted.ts";
import { type LogLine, sentence } from "./log-line.ts";
import { nickText } from "./message-line.ts";

export interface ChangeLook {
  readonly styles: Styles;
  /** The message as it was, where it has been shown. */
  readonly target: Excerpt | undefined;
  time(at: number): string;
}

/** Tells that a message has changed, and which: the log only grows. */
export function changeLine(event: Change, look: ChangeLook): LogLine {
  const { styles } = look;
  const { view } = cliWords();
  const time = look.time(event.at);
  const mark = time === "" ? "" : styles.dim(`${time} `);
  const privately = look.target?.private ? `${styles.bold(view.private)} ` : "";
  const who = nickText({ uid: event.byUid, nick: event.by }, styles);
  const told = { who, target: targetOf(event, look) };
  const { indent } = sentence("", mark);
  switch (event.type) {
    case "edited":
      return {
        head: `${mark}${privately}${view.edits(told)}`,
        text: event.text === "" ? styles.dim(view.noText) : isolateLinks(safeText(event.text)),
        indent,
        rest: restOf(event.target, styles),
      };
    case "deleted":
      return { head: `${mark}${privately}`, text: view.deletes(told), indent };
    case "reacted": {
      const emoji = oneLine(event.emoji);
      const text = event.on ? view.reacts({ ...told, emoji }) : view.takesBack({ ...told, emoji });
      return { head: `${mark}${privately}`, text, indent };
    }
    default:
      return event satisfies never;
  }
}

/** The message that it was, as the words take it. */
function targetOf({ byUid }: { byUid: string }, { styles, target, time }: ChangeLook) {
  if (target === undefined) return undefined;
  return {
    nick: target.uid === byUid ? undefined : isolateName(oneLine(target.nick)),
    time: time(target.at),
    quote: target.text === undefined ? "" : styles.dim(cliWords().view.quoted(target.text)),
  };
}
