import { findMentions, type Names } from "../../../src/protocol/text/mention.ts";
import { findLinks } from "../../core/text/links.ts";

/** A piece of a message. `mention` names somebody who is here; `self`: the reader. */
export type Piece =
  | { kind: "text"; text: string }
  /** `source`: as it was written. */
  | { kind: "code" | "fence"; text: string; source: string; language: string | undefined }
  | { kind: "link"; text: string; href: string }
  | { kind: "mention"; text: string; self: boolean };

/**
 * A block has lines of its own, so those around it end and begin with it. A line
 * of at least as many of the same marks ends it, so that blocks can be shown in
 * blocks. Elsewhere just as many backticks end code as began it, so that it may
 * have others; one or two, within their line. What begins first holds the rest.
 */
const CODE =
  /(?:\n|(?<![^\n])) {0,3}(?<mark>(`|~)\2{2,})(?!\2)(?<language>[\w+#.-]*)[ \t]*\n(?<block>[\s\S]+?)\n {0,3}\k<mark>\2*[ \t]*(?:\n|$)|\n?(?<!`)(?<many>`{3,})(?!`)(?:(?<name>[\w+#.-]*)\n)?(?<lines>[\s\S]+?)\n?(?<!`)\k<many>(?!`)\n?|(?<!`)(?<few>``?)(?!`)(?<code>[^\n]+?)(?<!`)\k<few>(?!`)/g;

/** Cuts a message into what is shown differently. Nothing but code marks is ever dropped. */
export function cut(text: string, names: Names): Piece[] {
  const code = Array.from(text.matchAll(CODE), ({ 0: source, groups = {}, index }): FoundPiece => {
    const { block, lines, code, language, name } = groups;
    return {
      kind: code === undefined ? "fence" : "code",
      text: block ?? withoutMargin(lines ?? code ?? ""),
      source,
      language: language || name || undefined,
      start: index,
      end: index + source.length,
    };
  });
  return join(text, code, (prose) => cutProse(prose, names));
}

/** A piece that was found in a text, and where. */
type FoundPiece = Piece & { start: number; end: number };

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
