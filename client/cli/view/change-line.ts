import type { EventOf } from "../../../src/protocol/event.ts";
import { safeText } from "../../core/safe-text.ts";
import type { Styles } from "../styles.ts";
import { keepLeft } from "./direction.ts";
import type { Excerpt } from "./excerpts.ts";
import { INDENT, nickText } from "./message-line.ts";
import { oneLine } from "./one-line.ts";

export interface ChangeLook {
  readonly styles: Styles;
  /** The message as it was, where it has been shown. */
  readonly target: Excerpt | undefined;
  time(at: number): string;
}

/** Tells that a message has changed, and which: the log only grows. */
export function changeLine(event: EventOf<"edited" | "deleted">, look: ChangeLook): string[] {
  const { styles } = look;
  const time = look.time(event.at);
  const mark = time === "" ? "" : styles.dim(`${time} `);
  const privately = look.target?.private ? `${styles.bold("[private]")} ` : "";
  const head = `${mark}${privately}✎ ${nickText({ uid: event.byUid, nick: event.by }, styles)} `;
  if (event.type === "deleted") return [keepLeft(head, `deleted ${targetOf(event, look)}`)];
  const [first = "", ...rest] = safeText(event.text).split("\n");
  const indent = " ".repeat(time === "" ? 0 : time.length + 1) + INDENT;
  return [
    keepLeft(`${head}changed ${targetOf(event, look)} to: `, first),
    ...rest.map((row) => keepLeft(indent, row)),
  ];
}

function targetOf({ byUid }: { byUid: string }, { styles, target, time }: ChangeLook): string {
  if (target === undefined) return "an older message";
  const whose = target.uid === byUid ? "a" : `${oneLine(target.nick)}'s`;
  const at = time(target.at);
  const when = at === "" ? "" : ` of ${at}`;
  const what = target.text === undefined ? "" : ` ${styles.dim(`“${target.text}”`)}`;
  return `${whose} message${when}${what}`;
}
