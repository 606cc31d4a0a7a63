import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isReserved, nickKey, nickname } from "../../src/protocol/nick.ts";

describe("§3 nickname: form", () => {
  test.each([
    ["three letters", "ana"],
    ["ten letters", "abcdefghij"],
    ["digits, _ and - behind the first", "a-1_2-_"],
    ["upper case stays", "AnA"],
    ["letters with marks", "joão"],
    ["a mark that NFC keeps apart", "x̂yz"],
    ["a German sharp s", "süß"],
    ["Cyrillic", "Борис"],
    ["Greek", "Ωμέγα"],
    ["Hebrew", "שרה"],
    ["Arabic with its own digits", "علي١٢"],
    ["Devanagari, whose marks count", "अनीता"],
    ["Thai", "สมชาย"],
    ["Georgian", "ნინო"],
    ["Han", "王小明"],
    ["Han with Hiragana and Katakana", "東京のアナ"],
    ["Kana with its long sound mark", "ラーメン"],
    ["Han with Hangul", "金철수"],
    ["Hangul", "김철수"],
    ["fullwidth Latin letters", "ａｎａ"],
    ["ten code points beyond the BMP", "𞤀𞤁𞤂𞤃𞤄𞤅𞤆𞤇𞤈𞤉"],
    ["Latin with ASCII digits, as any script", "Борис7"],
  ])("%s: %s", (_, nick) => {
    expect(nickname(nick)).toBe(nick.normalize("NFC"));
  });

  test.each([
    ["nothing", ""],
    ["too short", "ab"],
    ["too long", "abcdefghijk"],
    ["two letters, though three code units", "𞤀𞤁"],
    ["short once it is NFC", "e\u0301a\u0301"],
    ["a digit first", "1ana"],
    ["_ first", "_ana"],
    ["- first", "-ana"],
    ["a mark first", "\u0301ana"],
    ["a space", "a na"],
    ["a space at the end", "ana "],
    ["a dot", "a.na"],
    ["an emoji", "ana🦜"],
    ["a control character", "ana\u0007"],
    ["a line break", "ana\n"],
    ["an unpaired surrogate", "ana\ud800"],
    ["Latin with Cyrillic", "аna"],
    ["Latin with Greek", "anα"],
    ["Latin with Han", "ana王"],
    ["Kana with Hangul", "のナ김"],
    ["Han with Kana and Hangul", "金の철"],
    ["a mark of another script", "anaा"],
    ["digits of another script", "ana١"],
    ["mathematical letters", "𝒶𝓃𝒶"],
    ["mathematical digits", "ana𝟙"],
    ["fullwidth digits", "ana１"],
    ["circled letters", "ⓐⓝⓐ"],
    ["a zero-width space", "an\u200ba"],
    ["a zero-width joiner", "an\u200da"],
    ["a soft hyphen", "an\u00ada"],
    ["a direction override", "an\u202ea"],
    ["a combining grapheme joiner", "an\u034fa"],
    ["a variation selector", "ana\ufe0f"],
    ["a Hangul filler", "김\u3164수"],
    ["a Hangul filler among its letters", "\u115f\u1160\u1161"],
    ["very much", "a".repeat(100_000)],
  ])("refused: %s", (_, nick) => {
    expect(nickname(nick)).toBeUndefined();
  });

  test("it is shown in NFC, and counted after it", () => {
    const decomposed = "e\u0301".repeat(10);
    expect(nickname(decomposed)).toBe("é".repeat(10));
    expect(nickname(`${decomposed}e`)).toBeUndefined();
  });

  test("any string is taken in NFC or refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const nick = nickname(text);
        expect(nick === undefined || (nick === nick.normalize("NFC") && nickname(nick) === nick)).toBe(true);
      }),
    );
  });
});

describe("§3 nickname: the same", () => {
  test.each([
    ["case", "Ana", "aNA"],
    ["case beyond ASCII", "ÉVA", "éva"],
    ["Cyrillic case", "БОРИС", "борис"],
    ["ß and ss", "weiß", "WEISS"],
    ["ẞ and ß", "WEIẞ", "weiß"],
    ["ς and σ", "νικος", "νικοσ"],
    ["Σ at the end", "ΝΙΚΟΣ", "νικος"],
    ["fullwidth letters", "ａｎａ", "ana"],
    ["a ligature", "ﬁona", "fiona"],
    ["a long s", "ſusan", "susan"],
    ["the Kelvin sign", "\u212aurt", "kurt"],
    ["halfwidth Katakana", "ｱﾅｱ", "アナア"],
    ["composed or not", "josé", "jose\u0301"],
    ["Cherokee case", "ᎠᎡᎢ", "ꭰꭱꭲ"],
  ])("%s: %s and %s", (_, one, other) => {
    expect(nickKey(one)).toBe(nickKey(other));
  });

  test.each([
    ["an accent", "jose", "josé"],
    ["Latin and Cyrillic look-alikes", "ace", "асе"],
    ["a hyphen", "ana-1", "ana_1"],
    ["the dotless ı", "kız", "kiz"],
    ["Kana of another size", "あいう", "アイウ"],
  ])("not: %s", (_, one, other) => {
    expect(nickKey(one)).not.toBe(nickKey(other));
  });

  test("whatever Unicode's simple case folding takes for the same, is", () => {
    const letters = Array.from({ length: 0x1_f000 }, (_, point) => point)
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .map((point) => String.fromCodePoint(point))
      .filter((letter) => /\p{L}/u.test(letter));
    const differing = letters.flatMap((letter) =>
      [letter.toLowerCase(), letter.toUpperCase()].filter(
        (other) =>
          other !== letter &&
          new RegExp(`^${other}$`, "iu").test(letter) &&
          nickKey(other) !== nickKey(letter),
      ),
    );
    expect(differing).toEqual([]);
  });

  test("comparing twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 10 }), (text) => {
        expect(nickKey(nickKey(text))).toBe(nickKey(text));
      }),
    );
  });
});

describe("§3 nickname: reserved", () => {
  test.each(["server", "system", "admin", "Server", "SYSTEM", "AdMiN", "ｓｅｒｖｅｒ", "ſyſtem", "ａｄＭin"])(
    "%s",
    (nick) => {
      expect(nickname(nick)).toBeDefined();
      expect(isReserved(nick)).toBe(true);
    },
  );
  test.each(["servers", "admin1", "sistem", "ana"])("not %s", (nick) => {
    expect(isReserved(nick)).toBe(false);
  });
});
