import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../../src/protocol/text/fold.ts";

// §3.3 and §6.2: one notion of the same text, for nicknames and for search.

test.each([
  ["case", "Ana", "aNA"],
  ["case beyond ASCII", "ÉVA", "éva"],
  ["Cyrillic", "БОРИС", "борис"],
  ["Armenian, with its ligature", "ԵՒ", "և"],
  ["Georgian", "ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი"],
  ["Cherokee", "ᎠᎡᎢ", "ꭰꭱꭲ"],
  ["Adlam", "𞤀𞤁", "𞤢𞤣"],
  ["ß and ss", "weiß", "WEISS"],
  ["ẞ and ß", "WEIẞ", "weiß"],
  ["Σ at the end", "ΝΙΚΟΣ", "νικος"],
  ["ς and σ", "νικος", "νικοσ"],
  ["Greek with its accents and iota", "ᾼΐ", "ᾳΐ"],
  ["the dot of İ", "İstanbul", "istanbul"],
  ["the dot of İ, under an accent", "i\u0307\u0301", "í"],
  ["the dotless ı, whose capital is everybody's I", "ISPARTA", "ısparta"],
  ["fullwidth", "Ｈｅｌｌｏ　１２３！", "hello 123!"],
  ["halfwidth Katakana", "ｶﾞﾝﾀﾞﾑ", "ガンダム"],
  ["ligatures", "ﬁle ﬄ ĳ ǆ", "file ffl ij dž"],
  ["a long s", "ſusan", "susan"],
  ["the Kelvin and Ångström signs", "\u212a\u212b", "kå"],
  ["circled and mathematical letters", "ⓐ𝒶𝐀", "aaa"],
  ["composed or not, in Latin", "Việt", "Vie\u0323\u0302t"],
  ["composed or not, in Hangul", "한글", "\u1112\u1161\u11ab\u1100\u1173\u11af"],
  ["composed or not, in Kana", "が", "か\u3099"],
  ["composed or not, in Devanagari", "क़", "क\u093c"],
  ["marks in another order, in Hebrew", "ש\u05c1\u05bc", "ש\u05bc\u05c1"],
  ["Arabic forms", "ﻣﺤﻤﺪ", "محمد"],
  ["an Arabic ligature", "ﷲ", "اللّٰه".normalize("NFKC").replace(/\p{M}/gu, "")],
  ["a non-joiner in Persian", "می\u200cخواهم", "میخواهم"],
  ["a joiner in Sinhala", "ශ්\u200dරී", "ශ්රී"],
  ["spaces of Khmer, which can't be seen", "ភាសា\u200bខ្មែរ", "ភាសាខ្មែរ"],
  ["a soft hyphen", "Donau\u00addampf", "donaudampf"],
  ["marks of direction", "\u200fשלום\u200e", "שלום"],
  ["an emoji with and without its selector", "❤\ufe0f", "❤"],
])("the same: %s, %s and %s", (_, one, other) => {
  expect(fold(one)).toBe(fold(other));
});

test.each([
  ["an accent", "jose", "josé"],
  ["Latin and Cyrillic look-alikes", "ace", "асе"],
  ["a hyphen", "ana-1", "ana_1"],
  ["Hiragana and Katakana", "あいう", "アイウ"],
  ["Kana of another size", "ツ", "ッ"],
  ["simplified and traditional Han", "汉", "漢"],
  ["the vowels of Arabic", "محمد", "مُحَمَّد"],
  ["the points of Hebrew", "שלום", "שָׁלוֹם"],
  ["digits of two scripts", "1", "١"],
])("not the same: %s, %s and %s", (_, one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

test("whatever Unicode's simple case folding takes for the same, is", () => {
  const letters = Array.from({ length: 0x1_f000 }, (_, point) => point)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .filter((letter) => /\p{L}/u.test(letter));
  const differing = letters.flatMap((letter) =>
    [letter.toLowerCase(), letter.toUpperCase()].filter(
      (other) =>
        other !== letter && new RegExp(`^${other}$`, "iu").test(letter) && fold(other) !== fold(letter),
    ),
  );
  expect(differing).toEqual([]);
});

test("folding twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 10 }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
