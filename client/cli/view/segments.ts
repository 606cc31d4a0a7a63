import { findLinks } from "../../core/text/links.ts";
import { graphemeWidth } from "../text/width.ts";
import type { Cell } from "./cells.ts";

/** What a row is filled with: words stay whole where they can, spaces vanish where a row ends. */
export interface Segment {
  readonly kind: "word" | "space" | "newline";
  readonly cells: readonly Cell[];
}

const SPACE = /^(?![\u00a0\u2007\u202f])[\s\u200b]+$/;
const OPENING = /^[\p{Ps}\p{Pi}]/u;
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u;

/** Splits a text where its rows may end. */
export function segmentsOf(cells: readonly Cell[]): Segment[] {
  const segments: { kind: Segment["kind"]; cells: Cell[] }[] = [];
  for (const cell of cells) {
    const kind = cell.text === "\n" ? "newline" : SPACE.test(cell.text) ? "space" : "word";
    const last = segments.at(-1);
    if (last?.kind === kind && kind !== "newline") last.cells.push(cell);
    else segments.push({ kind, cells: [cell] });
  }
  return segments.flatMap((segment) => (segment.kind === "word" ? parted(segment.cells) : [segment]));
}

/** Chinese and Japanese have no spaces: a row may end on either side of what is wide, but for its punctuation. */
function parted(cells: readonly Cell[]): Segment[] {
  const words: Cell[][] = [];
  const addresses = findLinks(cells.map(({ text }) => text).join(""));
  let offset = 0;
  let last: Cell | undefined;
  for (const cell of cells) {
    const isInAddress = addresses.some(({ start, end }) => offset > start && offset < end);
    const mayPart = last !== undefined && (isWide(last) || isWide(cell)) && !OPENING.test(last.text);
    const word = words.at(-1);
    if (word === undefined || (mayPart && !isInAddress && !CLOSING.test(cell.text))) words.push([cell]);
    else word.push(cell);
    offset += cell.text.length;
    last = cell;
  }
  return words.map((word) => ({ kind: "word", cells: word }));
}

/** Marks that may take a cell make no letter wide: Khmer and Hindi words stay whole. */
function isWide({ text }: Cell): boolean {
  return graphemeWidth(text) > 1;
}
