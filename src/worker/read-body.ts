import { refuseAs } from "../protocol/detail.ts";
import { isRefusal, type Refusal, refuse } from "../protocol/error.ts";
import { isTooLarge } from "../protocol/frame-size.ts";
import { LIMITS } from "../protocol/limits.ts";

/** Encodings that are named after ASCII, and that the platform takes for Windows-1252. */
const ASCII = /^(?:us-ascii|ascii|ansi_x3\.4-1968)$/i;

/** Fails where bytes can't be read, and takes a byte order mark off. */
const STRICT = { fatal: true, ignoreBOM: false };

/** One parameter of a Content-Type (RFC 9110, section 5.6.6): its name, and its value with or without quotes. */
const PARAMETER = /;\s*([^\s;=]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g;

/** The refusal of a body that is too large. */
export const bodyTooLarge: Refusal = refuseAs("body_too_large", { most: LIMITS.frame });

const JSON_TYPE = "application/json";
const TEXT_TYPE = "text/plain";

/** What was sent, yet to be checked. */
interface ReadBody {
  readonly posted: unknown;
}

/** What is posted: JSON as it is, or a plain text with the nickname from the query. */
export async function readBody(request: Request, nick: string | undefined): Promise<ReadBody | Refusal> {
  const essence = essenceOf(request);
  if (essence === JSON_TYPE) return await readJson(request);
  if (essence !== TEXT_TYPE) return refuse("unsupported_type");
  const text = await readText(request);
  if (isRefusal(text)) return text;
  if (new TextEncoder().encode(text).length > LIMITS.frame) return bodyTooLarge;
  return { posted: { nick, text: text.replaceAll("\r\n", "\n").replace(/\n$/, "") } };
}

/** What is sent, where it can be JSON only. */
export async function readJson(request: Request): Promise<ReadBody | Refusal> {
  if (essenceOf(request) !== JSON_TYPE) return refuseAs("body_not_json_type");
  const text = await readText(request);
  if (isRefusal(text)) return text;
  if (isTooLarge(text)) return bodyTooLarge;
  try {
    return { posted: JSON.parse(text) };
  } catch {
    return refuseAs("body_no_json");
  }
}

export function essenceOf({ headers }: Request): string {
  return headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
}

/** Refuses a body that is packed: nobody knows how large it becomes. */
export function checkEncoding({ headers }: Request): Refusal | undefined {
  const coding = headers.get("Content-Encoding")?.trim().toLowerCase() ?? "identity";
  return coding === "identity" || coding === "" ? undefined : refuseAs("body_encoded");
}

/** A body as text, in the charset that it names. */
export async function readText(request: Request): Promise<string | Refusal> {
  const encoded = checkEncoding(request);
  if (encoded) return encoded;
  const bytes = await request.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return refuseAs("body_cut");
  return decode(new Uint8Array(bytes), charsetOf(request.headers.get("Content-Type") ?? ""));
}

/** The encoding that a Content-Type names, or else UTF-8. Of several the first counts. */
export function charsetOf(type: string): string {
  for (const [, name = "", quoted, plain = ""] of type.matchAll(PARAMETER)) {
    if (name.toLowerCase() !== "charset") continue;
    const label = quoted?.replace(/\\(.)/g, "$1") ?? plain;
    if (label !== "") return label;
  }
  return "utf-8";
}

/** Bytes as text, without a byte order mark; never with characters in place of what could not be read. */
export function decode(bytes: Uint8Array, label: string): string | Refusal {
  const decoder = decoderOf(label, bytes);
  if (!decoder) {
    return refuseAs("unknown_charset");
  }
  try {
    if (ASCII.test(label.trim()) && bytes.some((byte) => byte > 0x7f)) throw new TypeError("not ASCII");
    return decoder.decode(bytes);
  } catch {
    return refuseAs("bad_encoding");
  }
}

/** In UTF-16, the byte order mark says which of the two it is, whatever the label. */
function decoderOf(label: string, [first, second]: Uint8Array): TextDecoder | undefined {
  try {
    const decoder = new TextDecoder(label, STRICT);
    if (!decoder.encoding.startsWith("utf-16")) return decoder;
    if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be", STRICT);
    return first === 0xff && second === 0xfe ? new TextDecoder("utf-16le", STRICT) : decoder;
  } catch {
    return undefined;
  }
}
