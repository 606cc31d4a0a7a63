import { describe, expect, test } from "vitest";
import { LIMITS } from "../../src/protocol/limits.ts";
import { charsetOf, decode, readBody } from "../../src/worker/read-body.ts";

describe("§9.2 the charset that a Content-Type names", () => {
  test.each([
    ["text/plain", "utf-8"],
    ["text/plain; charset=latin1", "latin1"],
    ["text/plain;charset=latin1", "latin1"],
    ["text/plain ; charset = latin1 ; x=y", "latin1"],
    ["text/plain; CharSet=Latin1", "Latin1"],
    ['text/plain; charset="latin1"', "latin1"],
    ['text/plain; charset="la\\tin1"', "latin1"],
    ["text/plain; format=flowed; charset=latin1", "latin1"],
    ['text/plain; x="; charset=utf-16"; charset=latin1', "latin1"],
    ["text/plain; x-charset=utf-16; charset=latin1", "latin1"],
    ["text/plain; charset=latin1; charset=utf-16", "latin1"],
    ["text/plain; charset=", "utf-8"],
    ['text/plain; charset=""', "utf-8"],
    ["text/plain; charset", "utf-8"],
    ["text/plain; charset='latin1'", "'latin1'"],
    ["text/plain; charset=utf-8, text/plain; charset=latin1", "utf-8,"],
  ])("%s: %s", (type, charset) => {
    expect(charsetOf(type)).toBe(charset);
  });
});

const bytes = (...values: (number | string)[]) =>
  new Uint8Array(values.flatMap((value) => (typeof value === "number" ? [value] : [...value].map(ascii))));
const ascii = (character: string) => character.charCodeAt(0);

describe("§9.2 bytes as text", () => {
  test.each<[label: string, bytes: Uint8Array, text: string]>([
    ["utf-8", bytes("ol", 0xc3, 0xa1), "olá"],
    ["UTF8", bytes("ol", 0xc3, 0xa1), "olá"],
    [" utf-8 ", bytes("x"), "x"],
    ["utf-8", bytes(0xef, 0xbb, 0xbf, "x"), "x"],
    ["utf-8", bytes(0xef, 0xbf, 0xbd), "\ufffd"],
    ["utf-8", bytes(0xf0, 0x9f, 0xa6, 0x9c), "🦜"],
    ["iso-8859-1", bytes("ol", 0xe1), "olá"],
    ["latin1", bytes("ol", 0xe1), "olá"],
    ["ISO-8859-15", bytes(0xa4), "€"],
    ["windows-1252", bytes(0x80), "€"],
    ["windows-1251", bytes(0xef, 0xf0, 0xe8), "при"],
    ["koi8-r", bytes(0xd0, 0xd2, 0xc9), "при"],
    ["shift_jis", bytes(0x93, 0xfa, 0x96, 0x7b), "日本"],
    ["euc-jp", bytes(0xc6, 0xfc, 0xcb, 0xdc), "日本"],
    ["iso-2022-jp", bytes(0x1b, "$BF|K\\", 0x1b, "(B"), "日本"],
    ["gb18030", bytes(0xc8, 0xd5, 0xb1, 0xbe), "日本"],
    ["big5", bytes(0xa4, 0xe9, 0xa5, 0xbb), "日本"],
    ["euc-kr", bytes(0xc7, 0xd1), "한"],
    ["us-ascii", bytes("ola"), "ola"],
    ["utf-16le", bytes("x", 0, 0xe1, 0), "xá"],
    ["utf-16be", bytes(0, "x", 0, 0xe1), "xá"],
    ["utf-16", bytes(0xff, 0xfe, "x", 0), "x"],
    ["utf-16", bytes(0xfe, 0xff, 0, "x"), "x"],
    ["UTF-16LE", bytes(0xfe, 0xff, 0, "x"), "x"],
    ["utf-16be", bytes(0xff, 0xfe, "x", 0), "x"],
    ["utf-16le", bytes(0x3e, 0xd8, 0x9c, 0xdd), "🦜"],
    ["utf-8", bytes(), ""],
  ])("in %s: %j", (label, given, text) => {
    expect(decode(given, label)).toBe(text);
  });

  test.each<[label: string, bytes: Uint8Array]>([
    ["utf-8", bytes("ol", 0xe1)],
    ["utf-8", bytes(0xff, 0xfe, "x", 0)],
    ["utf-8", bytes(0xed, 0xa0, 0x80)],
    ["utf-8", bytes(0xc0, 0x80)],
    ["utf-8", bytes(0xf4, 0x90, 0x80, 0x80)],
    ["utf-8", bytes("x", 0xf0, 0x9f)],
    ["us-ascii", bytes("ol", 0xe1)],
    ["ASCII", bytes("ol", 0xc3, 0xa1)],
    ["utf-16le", bytes("x")],
    ["utf-16le", bytes(0x3e, 0xd8, "x", 0)],
    ["shift_jis", bytes(0x93)],
    ["euc-kr", bytes(0xff)],
  ])("not in %s: %j", (label, given) => {
    expect(decode(given, label)).toMatchObject({ refused: "bad_text", detail: "bad_encoding" });
  });

  test.each([
    "utf-7",
    "utf-32",
    "cp437",
    "iso-2022-kr",
    "replacement",
    "nonsense",
    "utf-8,",
    "'utf-8'",
    "\0",
  ])("%j is no charset", (label) => {
    expect(decode(bytes("x"), label)).toMatchObject({
      refused: "unsupported_type",
      detail: "unknown_charset",
    });
  });
});

describe("§9.4 the size of a body", () => {
  const read = (body: string | Uint8Array, type = "application/json") =>
    readBody(
      new Request("http://papo.test", { method: "POST", body, headers: { "Content-Type": type } }),
      "ana",
    );
  const tooLarge = { refused: "too_long", detail: "body_too_large" };
  const json = (text: string) => `{"text":"${text}"}`;
  const utf16 = (text: string) =>
    bytes(...Array.from(text, ascii).flatMap((unit) => [unit & 0xff, unit >> 8]));

  test.each<[title: string, body: string | Uint8Array, type?: string]>([
    ["JSON of 16,384 bytes", json("x".repeat(LIMITS.frame - 11))],
    ["4,000 escaped code points", json("\\ud83e\\udd9c".repeat(4_000))],
    ["a text of 16,384 bytes", "x".repeat(LIMITS.frame), "text/plain"],
    ["a text in UTF-16", utf16("x".repeat(LIMITS.frame)), "text/plain; charset=utf-16le"],
  ])("%s fits", async (_, body, type) => {
    expect(await read(body, type)).toHaveProperty("posted.text");
  });

  test.each<[title: string, body: string | Uint8Array, type?: string]>([
    ["JSON of 16,385 bytes", json("x".repeat(LIMITS.frame - 10))],
    ["escapes of too much", json("\\u00e9".repeat(8_192))],
    ["a text of 16,385 bytes", "x".repeat(LIMITS.frame + 1), "text/plain"],
    ["a text with backslashes", "\\u00e9".repeat(4_000), "text/plain"],
    [
      "a text that is larger in UTF-8",
      bytes(...Array<number>(8_193).fill(0xe9)),
      "text/plain; charset=latin1",
    ],
  ])("%s is too large", async (_, body, type) => {
    expect(await read(body, type)).toMatchObject(tooLarge);
  });

  test("what a body says is never taken for an answer", async () => {
    const body = { refused: "internal", message: "hi", retryAfter: 1 };
    expect(await read(JSON.stringify(body))).toEqual({ posted: body });
  });
});
