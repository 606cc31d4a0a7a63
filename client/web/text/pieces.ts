import { nickKey } from "../../../src/protocol/nick.ts";
import { LINK, trimLink } from "./links.ts";

/** A piece of a message. `mention` names somebody who is here; `self`: the reader. */
export type Piece =
  | { kind: "text" | "code" | "fence" | "link"; text: string }
  | { kind: "mention"; text: string; self: boolean };

/** Whose names are looked for, as `nickKey` gives them. */
export interface Names {
  you: string;
  others: ReadonlySet<string>;
}

/** A block has lines of its own, so those around it end and begin with it. */
const FENCE = /\n?```(?:[\w+#.-]*\n)?([\s\S]+?)\n?```\n?/g;
const CODE = /`([^`\n]+)`/g;
const WORD = /@?[\p{L}\p{M}\p{Nd}_-]+/gu;

/** Cuts a message into what is shown differently. Nothing but code marks is ever dropped. */
export function cut(text: string, names: Names): Piece[] {
  return split(text, FENCE, {
    hit: ([, code = ""]) => [{ kind: "fence", text: code }],
    rest: (outside) =>
      split(outside, CODE, {
        hit: ([, code = ""]) => [{ kind: "code", text: code }],
        rest: (prose) => cutProse(prose, names),
      }),
  });
}

function cutProse(prose: string, names: Names): Piece[] {
  return split(prose, LINK, {
    hit([found]) {
      const link = trimLink(found);
      const piece: Piece = { kind: URL.canParse(link) ? "link" : "text", text: link };
      return [piece, ...cutWords(found.slice(link.length), names)];
    },
    rest: (words) => cutWords(words, names),
  });
}

/** The reader's own name counts wherever it stands; another's only where somebody is called by it. */
function cutWords(words: string, names: Names): Piece[] {
  return split(words, WORD, {
    hit([word], at) {
      const key = nickKey(word.replace("@", ""));
      const self = key === names.you;
      const called = word.startsWith("@") || (at === 0 && /^[:,]/.test(words.slice(word.length)));
      const known = self || (called && names.others.has(key));
      return [known ? { kind: "mention", text: word, self } : { kind: "text", text: word }];
    },
    rest: (text) => [{ kind: "text", text }],
  });
}

interface Parts {
  hit(match: RegExpExecArray, at: number): Piece[];
  rest(text: string): Piece[];
}

/** Pieces of what matches and of what is between; neighbouring texts become one. */
function split(text: string, pattern: RegExp, { hit, rest }: Parts): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: Piece) => {
    const last = pieces.at(-1);
    if (last?.kind === "text" && piece.kind === "text") last.text += piece.text;
    else if (piece.text !== "") pieces.push(piece);
  };
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    for (const piece of rest(text.slice(end, match.index))) add(piece);
    for (const piece of hit(match, match.index)) add(piece);
    end = match.index + match[0].length;
  }
  for (const piece of rest(text.slice(end))) add(piece);
  return pieces;
}
