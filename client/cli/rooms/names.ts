import type { Address } from "../../core/address.ts";
import { hueOf } from "../../core/text/hue.ts";
import { graphemes } from "../text/graphemes.ts";
import type { Styles } from "../text/styles.ts";
import { textWidth } from "../text/width.ts";
import type { LogLine } from "../view/log-line.ts";

/** Characters of a tag. */
const LONGEST = 14;
/** Of them, what is left of its end where it is longer: hosts differ there. */
const END = 7;

/** What a room is called among others: with its host only where one of another server has its name. */
export function nameAmong({ room, origin }: Address, others: readonly Address[]): string {
  const isTwofold = others.some((other) => other.room === room && other.origin !== origin);
  return isTwofold ? `${room}@${new URL(origin).host}` : room;
}

/** A line that tells in which room it was said. An address that stands alone stays alone, to be copied. */
export function tagged(line: LogLine, tag: string): LogLine {
  if (line.isWhole || tag === "") return line;
  const { rest } = line;
  return {
    ...line,
    head: `${tag} ${line.head}`,
    indent: line.indent + widthOfTag(tag) + 1,
    ...(rest !== undefined && { rest: (count: number) => tagged(rest(count), tag) }),
  };
}

/** The names of all rooms as they stand before lines: in columns, each in the colour of its name. */
export function tagsOf(names: readonly string[], styles: Styles): string[] {
  const shown = names.map(cut);
  const width = Math.max(...shown.map(textWidth));
  return shown.map((name, at) => {
    const blank = " ".repeat(width - textWidth(name));
    return styles.nick(hueOf(names[at] ?? ""), name) + blank;
  });
}

function cut(name: string): string {
  const letters = graphemes(name);
  if (letters.length <= LONGEST) return name;
  return [...letters.slice(0, LONGEST - END - 1), "…", ...letters.slice(-END)].join("");
}

const STYLE = /\x1b\[[\d;]*m/g;

function widthOfTag(tag: string): number {
  return textWidth(tag.replace(STYLE, ""));
}
