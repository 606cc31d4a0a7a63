import { findMentions, type Names } from "../../../src/protocol/text/mention.ts";
import { findLinks } from "../../core/text/links.ts";

/** A piece of a message. `mention` names somebody who is here; `self`: the reader. */
export type Piece =
  | { kind: "text" | "code" | "fence"; text: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "mention"; text: string; self: boolean };

/**
 * A block has lines of its own, so those around it end and begin with it. A line
 * of at least as many of the same marks ends it, so that blocks can be shown in
 * blocks; within a line, just as many do.
 */
const FENCE =
  /(?:^|\n) {0,3}((`|~)\2{2,})(?!\2)[\w+#.-]*[ \t]*\n(?<block>[\s\S]+?)\n {0,3}\1\2*[ \t]*(?:\n|$)|\n?(?<!`)(`{3,})(?!`)(?:[\w+#.-]*\n)?(?<code>[\s\S]+?)\n?(?<!`)\4(?!`)\n?/g;
/** As many backticks end it as began it, so that it may have others. */
const CODE = /(?<!`)(`+)(?!`)(?<code>[^\n]+?)(?<!`)\1(?!`)/g;

/** Cuts a message into what is shown differently. Nothing but code marks is ever dropped. */
export function cut(text: string, names: Names): Piece[] {
  return join(text, findCode(text, FENCE, "fence"), (outside) =>
    join(outside, findCode(outside, CODE, "code"), (prose) => cutProse(prose, names)),
  );
}

/** A piece that was found in a text, and where. */
type FoundPiece = Piece & { start: number; end: number };

function findCode(text: string, pattern: RegExp, kind: "code" | "fence"): FoundPiece[] {
  return Array.from(text.matchAll(pattern), ({ 0: { length }, groups = {}, index }) => {
    const code = groups.block ?? groups.code ?? "";
    const shown = kind === "code" ? withoutMargin(code) : code;
    return { kind, text: shown, start: index, end: index + length };
  });
}

/** One space on either side belongs to the marks. */
function withoutMargin(code: string): string {
  return /^ .*\S.* $/.test(code) ? code.slice(1, -1) : code;
}

function cutProse(prose: string, names: Names): Piece[] {
  const links = findLinks(prose).map((link): FoundPiece => {
    return { kind: "link", text: prose.slice(link.start, link.end), ...link };
  });
  return join(prose, links, (words) => cutWords(words.normalize(), names));
}

function cutWords(words: string, names: Names): Piece[] {
  const mentions = findMentions(words, names).map((mention): FoundPiece => {
    return { kind: "mention", text: words.slice(mention.start, mention.end), ...mention };
  });
  return join(words, mentions, (text) => [{ kind: "text", text }]);
}

/** Pieces that were found in a text and those of what is between; neighbouring texts become one. */
function join(text: string, found: FoundPiece[], rest: (text: string) => Piece[]): Piece[] {
  const joined: Piece[] = [];
  const add = (piece: Piece) => {
    const last = joined.at(-1);
    if (last?.kind === "text" && piece.kind === "text") last.text += piece.text;
    else if (piece.text !== "") joined.push(piece);
  };
  let at = 0;
  for (const { start, end, ...piece } of found) {
    for (const each of rest(text.slice(at, start))) add(each);
    add(piece);
    at = end;
  }
  for (const each of rest(text.slice(at))) add(each);
  return joined;
}
