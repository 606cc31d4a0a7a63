import { LIMITS, ROOM_LIMITS } from "./limits.ts";

const BACKSLASH = 0x5c;
const SLASH = 0x2f;

/** Bytes that one UTF-16 unit takes in UTF-8, at most. */
const PER_UNIT = 3;

/** Whether a frame is larger than `LIMITS.frame`. Most are so short that nobody need count. */
export function isTooLarge(frame: string): boolean {
  return frame.length * PER_UNIT > LIMITS.frame && frameSize(frame) > LIMITS.frame;
}

/**
 * Bytes of a frame (UTF-8) as `LIMITS.frame` counts them: without needless
 * escapes. Some languages' libraries write all but ASCII as `\uXXXX`, and the
 * same message must not be too big for them alone. A frame that is beyond
 * `ROOM_LIMITS.rawFrame` as it came is not looked into.
 */
export function frameSize(frame: string): number {
  if (frame.length > ROOM_LIMITS.rawFrame) return frame.length;
  const raw = new TextEncoder().encode(frame).length;
  return raw <= LIMITS.frame || raw > ROOM_LIMITS.rawFrame ? raw : raw - spareBytes(frame);
}

/** Bytes that the escapes of a JSON text could do without. */
function spareBytes(json: string): number {
  let spare = 0;
  for (let at = json.indexOf("\\"); at !== -1; ) {
    const { length, needed } = escapeAt(json, at);
    spare += length - needed;
    at = json.indexOf("\\", at + length);
  }
  return spare;
}

/** The escape at a place: how long it is written, and how many bytes it needs. What is none counts as it is. */
function escapeAt(json: string, at: number): { length: number; needed: number } {
  const unit = unitAt(json, at);
  if (unit === undefined) return { length: 2, needed: json.charCodeAt(at + 1) === SLASH ? 1 : 2 };
  const next = isHigh(unit) ? unitAt(json, at + 6) : undefined;
  return next !== undefined && isLow(next) ? { length: 12, needed: 4 } : { length: 6, needed: bytesOf(unit) };
}

/** The UTF-16 unit that `\uXXXX` at a place stands for; undefined where there is no such escape. */
function unitAt(json: string, at: number): number | undefined {
  if (json.charCodeAt(at) !== BACKSLASH || json[at + 1] !== "u") return undefined;
  const unit = Number(`0x${json.slice(at + 2, at + 6)}`);
  return Number.isNaN(unit) ? undefined : unit;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** Bytes of one UTF-16 unit in the shortest JSON: JSON can't do without some escapes, such as `\n`. */
function bytesOf(unit: number): number {
  if ('"\\\b\f\n\r\t'.includes(String.fromCharCode(unit))) return 2;
  if (unit < 0x20 || isHigh(unit) || isLow(unit)) return 6;
  if (unit < 0x80) return 1;
  return unit < 0x800 ? 2 : 3;
}
