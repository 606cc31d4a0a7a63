import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frameSize, isTooLarge } from "../../src/protocol/frame-size.ts";
import { LIMITS, ROOM_LIMITS } from "../../src/protocol/limits.ts";

const utf8 = (text: string) => new TextEncoder().encode(text).length;

/** Written with as many escapes as JSON allows. */
const escaped = (text: string) =>
  `"${Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("")}"`;

/** A frame beyond the limit as it comes, so that its escapes are looked at. */
const large = (content: string) => `{"a":"${content}","more":"${"x".repeat(LIMITS.frame)}"}`;
const FRAME = utf8(large(""));

describe("§1.7 the size of a frame", () => {
  test.each<[written: string, bytes: number]>([
    ["\\u0041", 1],
    ["\\u007f", 1],
    ["\\u0080", 2],
    ["\\u00e1", 2],
    ["\\u00E1", 2],
    ["\\u07ff", 2],
    ["\\u0800", 3],
    ["\\u65e5\\u672c", 6],
    ["\\u2028", 3],
    ["\\uffff", 3],
    ["\\ud83e\\udd9c", 4],
    ["\\uD83E\\uDD9C", 4],
    ["\\/", 1],
    ["a\\/b\\/c", 5],
    // What JSON can't do without, in its shortest form.
    ["\\n", 2],
    ["\\u000a", 2],
    ["\\u0009\\u000D\\u0008\\u000c", 8],
    ["\\u0007", 6],
    ["\\u0000", 6],
    ["\\u001f", 6],
    ['\\"', 2],
    ["\\u0022", 2],
    ["\\\\", 2],
    ["\\u005c", 2],
    ["\\u002f", 1],
    // Surrogates that pair with nothing.
    ["\\ud83e", 6],
    ["\\udd9c", 6],
    ["\\udd9c\\ud83e", 12],
    ["\\ud83e\\ud83e\\udd9c", 10],
    ["\\ud83e\\u0041", 7],
    ["\\ud83ex", 7],
    ["\\ud83e\\n", 8],
    // A backslash that is escaped itself begins nothing.
    ["\\\\u0041", 7],
    ["\\\\\\u0041", 3],
    ["\\\\\\\\u0041", 9],
    ["\\\\/", 3],
    ["\\\\ud83e\\udd9c", 13],
    // No escapes of JSON: as they are.
    ["\\x41", 4],
    ["\\u00g1", 6],
    ["\\u{41}", 6],
    ["\\u", 2],
    ["\\U0041", 6],
    ["é日🦜", 9],
  ])("%s counts %i", (written, bytes) => {
    expect(frameSize(large(written)) - FRAME).toBe(bytes);
  });

  test.each(["", "\\", "\\u", "\\u00", "\\ud83e\\u"])("a frame may end with %j", (end) => {
    const frame = "x".repeat(LIMITS.frame) + end;
    expect(frameSize(frame)).toBe(utf8(frame));
  });

  test.each(["a", "é", "日", "🦜", "\n", '"'])(
    "4,000 times %j fit, however they are escaped",
    (character) => {
      const text = character.repeat(4_000);
      expect(frameSize(escaped(text))).toBe(utf8(JSON.stringify(text)));
      expect(frameSize(escaped(text))).toBeLessThan(LIMITS.frame);
    },
  );

  test("17,000 bytes of plain text do not, nor what is more than 65,536 as it comes", () => {
    expect(frameSize(`"${"x".repeat(17_000)}"`)).toBe(17_002);
    expect(frameSize(`"${"\\u0041".repeat(10_922)}"`)).toBe(10_924);
    expect(frameSize(`"${"\\u0041".repeat(10_923)}"`)).toBeGreaterThan(ROOM_LIMITS.rawFrame);
    expect(frameSize(`"${"é".repeat(40_000)}"`)).toBeGreaterThan(ROOM_LIMITS.rawFrame);
  });

  test.each(["a", "é", "日", "🦜"])(
    "a frame of %s alone is too large with one byte too many, and not before",
    (character) => {
      const each = utf8(character);
      const most = character.repeat(Math.floor(LIMITS.frame / each)) + "x".repeat(LIMITS.frame % each);
      expect([utf8(most), isTooLarge(most), isTooLarge(`${most}x`)]).toEqual([LIMITS.frame, false, true]);
    },
  );

  test("any text is as large as its shortest JSON", () => {
    const filler = "x".repeat(LIMITS.frame);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(frameSize(escaped(text) + filler)).toBe(utf8(JSON.stringify(text) + filler));
      }),
    );
  });
});
