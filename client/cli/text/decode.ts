/** How a text is written in bytes. */
type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Why a text cannot be read: it is not the UTF-8 or UTF-16 that it seems to be, has no mark, is UTF-32, has a NUL. */
export interface Undecodable {
  readonly trouble: "utf8" | "utf16" | "unmarked" | "utf32" | "nul";
}

export const NOT_UTF_8: Undecodable = { trouble: "utf8" };
const NOT_UTF_16: Undecodable = { trouble: "utf16" };
const UNMARKED: Undecodable = { trouble: "unmarked" };
const UTF_32: Undecodable = { trouble: "utf32" };

/** What looks like text, and is not as a room has it. */
export const WITH_NUL: Undecodable = { trouble: "nul" };

/** Pairs of bytes by which text of two bytes a letter is told. */
const LOOKED_AT = 64;

/** A whole text, without its byte order mark. */
export function decodeText(bytes: Uint8Array): string | Undecodable {
  const encoding = encodingOf(bytes);
  if (typeof encoding !== "string") return encoding;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return encoding === "utf-8" ? NOT_UTF_8 : NOT_UTF_16;
  }
}

/** A stream as UTF-8, which is not checked yet. Where it cannot go on, it ends with why. */
export async function* asUtf8(
  input: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array | Undecodable> {
  const { start, rest } = await beginning(input);
  const encoding = encodingOf(start);
  if (typeof encoding !== "string") {
    yield encoding;
    return;
  }
  yield* encoding === "utf-8" ? all(start, rest) : recoded(encoding, all(start, rest));
}

function encodingOf(start: Uint8Array): Encoding | Undecodable {
  const [a, b, c, d] = start;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? UTF_32 : "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0 && b === 0 && ((c === 0 && d !== 0) || (c === 0xfe && d === 0xff))) return UTF_32;
  if (c === 0 && d === 0 && a !== 0 && b === 0) return UTF_32;
  return isUnmarked(start) ? UNMARKED : "utf-8";
}

/** The zeros that UTF-16 has beside each letter of ASCII give it away: many, and all on one side. */
function isUnmarked(start: Uint8Array): boolean {
  const pairs = Math.min(LOOKED_AT, start.length >> 1);
  let [before, behind] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (start[at] === 0) before++;
    if (start[at + 1] === 0) behind++;
  }
  return pairs >= 2 && Math.min(before, behind) === 0 && Math.max(before, behind) * 2 > pairs;
}

async function* recoded(
  encoding: Encoding,
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array | Undecodable> {
  const strict = new TextDecoder(encoding, { fatal: true });
  const lenient = new TextDecoder(encoding);
  // The lines before the damage are good.
  let text = "";
  try {
    for await (const chunk of input) {
      text = lenient.decode(chunk, { stream: true });
      strict.decode(chunk, { stream: true });
      yield Buffer.from(text);
    }
    text = lenient.decode();
    strict.decode();
  } catch {
    yield Buffer.from(text.slice(0, text.indexOf("\ufffd")));
    yield NOT_UTF_16;
  }
}

/** As many chunks as tell how a stream is written, in one; and those behind them. */
async function beginning(
  input: AsyncIterable<Uint8Array | string>,
): Promise<{ start: Uint8Array; rest: AsyncIterator<Uint8Array | string> }> {
  const rest = input[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  // Of UTF-16 and UTF-32 the marks begin alike. Who waits for more than that keeps a line waiting.
  while (start.length < 2 || (start.length < 4 && mayBeWide(start))) {
    const { value, done } = await rest.next();
    if (done) break;
    start = Buffer.concat([start, Buffer.from(value)]);
  }
  return { start, rest };
}

function mayBeWide([a, b]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || a === 0 || b === 0;
}

async function* all(start: Uint8Array, rest: AsyncIterator<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  yield start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield Buffer.from(next.value);
}
