import type { LogLine } from "../view/log-line.ts";
import { pictureSize } from "./picture-size.ts";
import type { PictureWay } from "./picture-way.ts";

/** Pixels of a picture that a terminal is given: it holds all of them. */
const MOST_PIXELS = 16_777_216;
/** Rows that one takes at most, and pixels that a cell has where nobody says. */
const MOST_ROWS = 15;
const CELL = { width: 10, height: 20 };
/** The share of the columns that is surely not too wide, whatever a cell really has. */
const SHARE = 0.8;
/** Characters of base64 in one sequence of kitty's. */
const CHUNK = 4_096;

export interface Canvas {
  readonly way: PictureWay;
  readonly columns: number;
  readonly rows: number;
}

/** A picture as a line of the log; undefined where the terminal takes none of its kind, or it is too large. */
export function drawnPicture(bytes: Uint8Array, { way, columns, rows }: Canvas): LogLine | undefined {
  const size = pictureSize(bytes);
  if (size === undefined || (way === "kitty" && size.kind !== "png")) return undefined;
  const { width, height } = size;
  if (width < 1 || height < 1 || width * height > MOST_PIXELS) return undefined;
  const most = Math.min(MOST_ROWS, Math.max(1, Math.floor(rows / 2)));
  const fit = Math.min(1, (columns * SHARE * CELL.width) / width, (most * CELL.height) / height);
  const taken = Math.min(most, Math.max(1, Math.round((height * fit) / CELL.height)));
  const base64 = Buffer.from(bytes).toString("base64");
  const sequence =
    way === "kitty" ? byKitty(base64, taken) : byIterm(base64, { rows: taken, bytes: bytes.length });
  // The rows are made first, and the cursor comes back to where it was: what a terminal does with it is its own affair.
  const others = taken - 1;
  const [up, down] = others === 0 ? ["", ""] : [`\x1b[${others}A`, `\x1b[${others}B`];
  const text = `${"\r\n".repeat(others)}${up}\x1b7${sequence}\x1b8${down}`;
  return { head: "", text, indent: 0, isWhole: true };
}

/** https://sw.kovidgoyal.net/kitty/graphics-protocol/: as wide as its height makes it; nothing is answered. */
function byKitty(base64: string, rows: number): string {
  const chunks = base64.match(new RegExp(`.{1,${CHUNK}}`, "g")) ?? [];
  return chunks
    .map((chunk, at) => {
      const head = at === 0 ? `a=T,f=100,q=2,C=1,r=${rows},` : "";
      return `\x1b_G${head}m=${at === chunks.length - 1 ? 0 : 1};${chunk}\x1b\\`;
    })
    .join("");
}

/** https://iterm2.com/documentation-images.html */
function byIterm(base64: string, { rows, bytes }: { rows: number; bytes: number }): string {
  return `\x1b]1337;File=inline=1;size=${bytes};height=${rows};preserveAspectRatio=1:${base64}\x07`;
}
