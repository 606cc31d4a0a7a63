import { homedir } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { firstPart } from "../prompt/editor/parted.ts";

/** A path as somebody has typed, pasted or dropped it, and what stands behind it. */
export interface TypedPath {
  /** Absolute; "" where nothing is typed. */
  readonly path: string;
  /** As it was meant, for sentences. */
  readonly shown: string;
  readonly rest: string;
}

/** Words behind a name with blanks that nobody has quoted: more are text. */
const MOST_WORDS = 20;

/** Reads a path at the beginning of a text as a shell would: quotes and backslashes keep blanks, `~` is one's home. */
export function typedPath(text: string, platform: NodeJS.Platform = process.platform): TypedPath {
  const { word, isQuoted, end } = firstPart(text, platform);
  return { ...pathOf(word, isQuoted), rest: text.slice(end).trim() };
}

/** The same; where nothing is called so, the blanks may be the name's: `/send my shot.png`. */
export function pathAmong(text: string, isThere: (path: string) => boolean): TypedPath {
  const first = typedPath(text);
  if (first.rest === "" || isThere(first.path)) return first;
  const words = text.trim().split(/(?<=\S)(?=\s)/, MOST_WORDS);
  for (let count = words.length; count > 1; count--) {
    const written = words.slice(0, count).join("");
    const whole = pathOf(written, false);
    if (isThere(whole.path)) return { ...whole, rest: text.trim().slice(written.length).trim() };
  }
  return first;
}

/** The same where nothing but a path is written: then its blanks need no quotes. */
export function wholePath(text: string, platform: NodeJS.Platform = process.platform): TypedPath {
  const isQuoted = platform === "win32" ? text.includes('"') : /["'\\]/.test(text);
  return isQuoted ? typedPath(text, platform) : { ...pathOf(text.trim(), false), rest: "" };
}

function pathOf(word: string, isQuoted: boolean): Pick<TypedPath, "path" | "shown"> {
  if (word === "") return { path: "", shown: "" };
  return { path: resolve(isQuoted ? word : expanded(word)), shown: word };
}

/** What a path begins with that is not of the disk: somebody's home; or the address of a file, as desktops drop it. */
export function expanded(word: string): string {
  if (/^~(?=[/\\]|$)/.test(word)) return homedir() + word.slice(1);
  if (!/^file:\/\//i.test(word)) return word;
  try {
    return fileURLToPath(word);
  } catch {
    return word;
  }
}
