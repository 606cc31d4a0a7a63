import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fold } from "../../../src/protocol/text/fold.ts";
import type { CompletedSpan } from "../prompt/edit/completion.ts";
import { expanded } from "./typed-path.ts";

/** Entries of a folder that are offered. */
const MOST = 500;
/** What is no name that anybody could type. */
const UNTYPABLE = /[\p{Cc}\ufffd]/u;
const BLANK_OR_QUOTE = /[\s"'\\]/g;
/** What a backslash keeps as it is within double quotes. */
const WITHIN_DOUBLE = /["\\$\x60]/;

type QuoteMark = '"' | "'" | "";

/** A path of which somebody has typed the beginning. */
interface Beginning {
  readonly quote: QuoteMark;
  /** Without its quotes: up to the last folder, and the beginning of a name there. */
  readonly folder: string;
  readonly name: string;
}

/** What may go on in the place of a path that is being typed; undefined where that is typed already, and text follows. */
export async function completePath(
  raw: string,
  platform: NodeJS.Platform = process.platform,
): Promise<CompletedSpan | undefined> {
  const beginning = beginningOf(raw, platform);
  if (beginning === undefined) return undefined;
  const { folder, name, quote } = beginning;
  const there = quote === "" ? expanded(folder) : folder;
  const names = (await namesIn(there === "" ? "." : there)).filter((each) => isLike(each, name));
  const exact = names.filter((each) => each.startsWith(name));
  const shown = (exact.length > 0 ? exact : names).sort().slice(0, MOST);
  const choices = await Promise.all(
    shown.map(async (each) => {
      const isFolder = await isFolderAt(join(there === "" ? "." : there, each));
      const by = written({ folder, name: each, quote }, { isFolder, platform });
      return { by, shown: isFolder ? `${each}/` : each };
    }),
  );
  return { word: raw, choices };
}

function isLike(name: string, beginning: string): boolean {
  if (UNTYPABLE.test(name) || (name.startsWith(".") && !beginning.startsWith("."))) return false;
  return fold(name).startsWith(fold(beginning));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function isFolderAt(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Undefined where a blank has ended it. */
function beginningOf(raw: string, platform: NodeJS.Platform): Beginning | undefined {
  const isWindows = platform === "win32";
  let [text, first, open]: [string, QuoteMark, QuoteMark] = ["", "", ""];
  const characters = [...raw];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? "";
    const next = characters[at + 1] ?? "";
    const isQuote = character === '"' || (character === "'" && !isWindows);
    if (open === "" && /\s/.test(character)) return undefined;
    if (open === "" && isQuote) {
      open = character === '"' ? '"' : "'";
      if (at === 0) first = open;
    } else if (open !== "" && character === open) open = "";
    else if (
      !isWindows &&
      character === "\\" &&
      (open === "" || (open === '"' && WITHIN_DOUBLE.test(next)))
    ) {
      text += next;
      at++;
    } else text += character;
  }
  const cut = Math.max(text.lastIndexOf("/"), isWindows ? text.lastIndexOf("\\") : -1) + 1;
  return { quote: first, folder: text.slice(0, cut), name: text.slice(cut) };
}

/** As it is typed: quoted as it was begun, and else with a backslash before what would part it. */
function written(
  { folder, name, quote }: Beginning,
  { isFolder, platform }: { isFolder: boolean; platform: NodeJS.Platform },
): string {
  const end = isFolder ? "/" : "";
  const path = folder + name + end;
  const behind = isFolder ? "" : " ";
  if (platform === "win32") {
    if (quote === "" && !/\s/.test(path)) return path + behind;
    return `"${quote === "" ? expanded(folder) + name + end : path}${isFolder ? "" : '" '}`;
  }
  if (quote === "") return path.replace(BLANK_OR_QUOTE, "\\$&") + behind;
  if (quote === "'" && !path.includes("'")) return `'${path}${isFolder ? "" : "' "}`;
  return `"${path.replace(new RegExp(WITHIN_DOUBLE, "g"), "\\$&")}${isFolder ? "" : '" '}`;
}
