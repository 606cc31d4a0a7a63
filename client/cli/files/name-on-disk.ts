import { DEVICE } from "../person/folder-name.ts";

/** What can't be seen, or turns the order of what can, and half of a pair. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u061c]/gu;
/**
 * What parts folders, drives and streams, or what some disk has in no name; and
 * what expands or runs something in a shell (of POSIX or of Windows) or ends a
 * quotation, even where a script has put the name in quotation marks. Blanks and
 * brackets are in too many names, and do no more than part or match some.
 */
const FORBIDDEN = /[<>:"/\\|?*$\u0060;&!'%{}]/g;
/** A beginning that hides a file, or has programs take it for an option or somebody's home. */
const AT_START = /^[.~-]+/;
/** Windows leaves these away, and with them the difference between two names. */
const AT_END = /[. ]+$/;
/** Bytes of a name (UTF-8): disks take 255, and a number may be put in. */
const MOST = 200;
/** What stands behind the last dot, if that may be an ending. */
const ENDING = /\.[^.\s]{1,16}$/u;

/** The name that a file from elsewhere gets in a folder: one part of a path on any system, and harmless as an argument. */
export function nameOnDisk(given: string): string {
  const clean = given.normalize().replace(UNSEEN, "").replace(FORBIDDEN, "_").trim().replace(AT_END, "");
  if (/^[.~\s-]*$/.test(clean)) return "file";
  return cut(clean.replace(AT_START, "_").replace(DEVICE, "$&_"));
}

/** With a number in it, before its ending. */
export function numbered(name: string, number: number): string {
  const [ending = ""] = ENDING.exec(name) ?? [];
  return `${name.slice(0, name.length - ending.length)} (${number})${ending}`;
}

function cut(name: string): string {
  if (Buffer.byteLength(name) <= MOST) return name;
  const [ending = ""] = ENDING.exec(name) ?? [];
  let stem = "";
  let size = Buffer.byteLength(ending);
  for (const character of name) {
    size += Buffer.byteLength(character);
    if (size > MOST) break;
    stem += character;
  }
  return stem.trimEnd() + ending;
}
