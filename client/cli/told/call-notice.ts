import { oneLine } from "../../core/text/one-line.ts";
import { safeText } from "../../core/text/safe-text.ts";
import { graphemes } from "../text/graphemes.ts";
import type { Said } from "../view/view.ts";
import { cliWords } from "../words/words.ts";

/** Characters of a head, and of what is below it. */
const HEAD = 80;
const BODY = 240;
/** Code units of a text as a program is told it; a room takes no more. */
const TEXT = 16_000;

/** That somebody calls, as it is told outside of the log: safe to write anywhere, and short. */
export interface CallNotice {
  readonly room: string;
  readonly nick: string;
  readonly isPrivate: boolean;
  readonly head: string;
  readonly body: string;
  /** All of it, over several lines maybe. */
  readonly text: string;
}

export function noticeOf({ nick, text, isPrivate }: Said, room: string): CallNotice {
  const { told } = cliWords();
  const who = { nick: oneLine(nick), room };
  return {
    ...who,
    isPrivate,
    head: cut(isPrivate ? told.saysPrivately(who) : told.saysIn(who), HEAD),
    body: cut(oneLine(text), BODY),
    text: safeText(text).slice(0, TEXT),
  };
}

function cut(text: string, most: number): string {
  const all = graphemes(text.trim());
  return all.length <= most ? all.join("") : oneLine(`${all.slice(0, most - 1).join("")}…`);
}
