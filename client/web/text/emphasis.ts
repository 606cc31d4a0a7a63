import { UNSPACED } from "../../../src/protocol/text/mention.ts";
import type { Piece } from "./pieces.ts";

/** A part of a line that stands out, marks and all. */
export interface Emphasis {
  kind: "strong" | "em" | "s";
  pieces: Formatted[];
}

/** What is shown of a line: `mark` is there to be left out. */
export type Formatted = Piece | Emphasis | { kind: "mark"; text: string };

const KINDS: Readonly<Record<string, Emphasis["kind"]>> = { "*": "strong", _: "em", "~": "s" };

/** Stands for a piece that is no plain text. */
const ATOM = "\ufffc";
/** Punctuation beyond ASCII, and scripts without spaces, have no spaces beside them. */
const CLOSE_BY = `(?![\\0-\\x7f])[\\p{Po}\\p{Pd}]|${UNSPACED}`;
const BEFORE = `(?<![^\\s\\p{Ps}\\p{Pi}"'*_~](?<!${CLOSE_BY}))`;
const BEHIND = `(?![^\\s\\p{Pe}\\p{Pf}"'*_~.,;:!?-](?<!${CLOSE_BY}))`;
/** One mark, not several of a kind; an opening one stands before a word and a closing one behind it. */
const MARK = new RegExp(
  `([*_~])(?<!\\1\\1)(?!\\1)(?:(?<open>(?<=${BEFORE}.)(?=[^\\s.,;:!?)\\]}/\\\\]))|)(?:(?<close>(?<=[^\\s([{/\\\\<].)${BEHIND})|)`,
  "gu",
);
/** What is worth standing out. */
const SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}\ufffc]/u;

/** Finds `*strong*`, `_emphasized_` and `~struck~` parts of a line, within which others may be; in time that goes by its length. */
export function emphasized(line: readonly Piece[]): Formatted[] {
  const text = line.map((piece) => (piece.kind === "text" ? piece.text : ATOM)).join("");
  const [opening, closing] = pairsIn(text);
  const done: Formatted[] = [];
  const open = [done];
  const put = (piece: Formatted) => open.at(-1)?.push(piece);
  let at = 0;
  for (const piece of line) {
    if (piece.kind !== "text") {
      put(piece);
      at += ATOM.length;
      continue;
    }
    const end = at + piece.text.length;
    for (const [mark] of piece.text.matchAll(/[*_~]|[^*_~]+/g)) {
      const kind = opening.get(at);
      if (kind) {
        const pieces: Formatted[] = [{ kind: "mark", text: mark }];
        put({ kind, pieces });
        open.push(pieces);
      } else if (closing.has(at)) {
        put({ kind: "mark", text: mark });
        open.pop();
      } else putText(open.at(-1), mark);
      at += mark.length;
    }
    at = end;
  }
  return done;
}

/** Where marks open and close something. Each closes the nearest one of its kind, and what was begun within it is none. */
function pairsIn(text: string): [opening: Map<number, Emphasis["kind"]>, closing: Set<number>] {
  const opening = new Map<number, Emphasis["kind"]>();
  const closing = new Set<number>();
  let open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index, groups = {} } of text.matchAll(MARK)) {
    const nth = open.findIndex((each) => each.mark === mark);
    const from = open[nth]?.at ?? 0;
    const kind = KINDS[mark];
    if (nth >= 0 && groups.close !== undefined) {
      open = open.slice(0, nth);
      if (!kind || !SOMETHING.test(text.slice(from, index))) continue;
      opening.set(from, kind);
      closing.add(index);
    } else if (groups.open !== undefined)
      open = [...open.filter((each) => each.mark !== mark), { mark, at: index }];
  }
  return [opening, closing];
}

function putText(pieces: Formatted[] | undefined, text: string): void {
  const last = pieces?.at(-1);
  if (last?.kind === "text") last.text += text;
  else pieces?.push({ kind: "text", text });
}
