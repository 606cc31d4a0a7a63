import type { Change } from "../../../src/protocol/change.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { safeText } from "../../core/text/safe-text.ts";
import type { Styles } from "../text/styles.ts";
import type { Excerpt } from "./excerpts.ts";
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
  const time = look.time(event.at);
  const mark = time === "" ? "" : styles.dim(`${time} `);
  const privately = look.target?.private ? `${styles.bold("[private]")} ` : "";
  const who = `${mark}${privately}✎ ${nickText({ uid: event.byUid, nick: event.by }, styles)} `;
  const { indent } = sentence("", mark);
  switch (event.type) {
    case "edited":
      return { head: `${who}changed ${targetOf(event, look)} to: `, text: safeText(event.text), indent };
    case "deleted":
      return { head: who, text: `deleted ${targetOf(event, look)}`, indent };
    default:
      return event satisfies never;
  }
}

function targetOf({ byUid }: { byUid: string }, { styles, target, time }: ChangeLook): string {
  if (target === undefined) return "an older message";
  const whose = target.uid === byUid ? "a" : `${oneLine(target.nick)}'s`;
  const at = time(target.at);
  const when = at === "" ? "" : ` of ${at}`;
  const what = target.text === undefined ? "" : ` ${styles.dim(`“${target.text}”`)}`;
  return `${whose} message${when}${what}`;
}
