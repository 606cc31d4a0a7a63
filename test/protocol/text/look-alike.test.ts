import { expect, test } from "vitest";
import { isReserved, looksOf } from "../../../src/protocol/text/look-alike.ts";

test.each([
  ...["server", "system", "admin", "Server", "SYSTEM", "AdMiN"],
  ...["ｓｅｒｖｅｒ", "ſyſtem", "ａｄＭin", "ser\u00adver"],
  ...["ɑdmin", "admın", "ADMİN", "sỵstem", "ádmin", "šystem", "ᴀᴅᴍɪɴ", "ꜱʏꜱᴛᴇᴍ"],
  ...[
    "ɒdmin",
    "ɐdmin",
    "ᶏdmin",
    "ⱥdmin",
    "Ⱥdmin",
    "ȿystem",
    "ꞅerver",
    "ɑɗɱɩɲ",
    "ʃɏȿŧəɯ",
    "sɛɹʌɜɾ",
    "aðmin",
    "ȺDMIN",
  ],
  ...["adm1n", "ADM1N", "adrnin", "systern", "ѕуѕтем", "ЅУЅТЕМ", "sуstеm", "ѕеrvеr"],
])("§3.3 nobody is called %s", (nick) => {
  expect(isReserved(nick)).toBe(true);
});

test.each(["servers", "admin2", "adminka", "sistem", "ana", "sever", "админ", "σύστημα"])(
  "§3.3 %s is a nickname like any other",
  (nick) => {
    expect(isReserved(nick)).toBe(false);
  },
);

const isAlike = (one: string, other: string) => looksOf(one).some((look) => looksOf(other).includes(look));

test.each([
  ["a Latin alpha", "ɑna", "ana"],
  ["the dotless ı", "kız", "kiz"],
  ["Cyrillic", "асе", "ace"],
  ["Cyrillic capitals", "ВОВ", "bob"],
  ["Greek capitals", "ΑΝΑ", "ana"],
  ["Greek", "νονο", "vovo"],
  ["Greek capitals that look like small letters", "ΜΙΑ", "Mia"],
  ["Greek capitals that look like small letters", "ΝΙΚΟ", "niko"],
  ["Cyrillic capitals", "КІМ", "kim"],
  ["names that may be written in capitals", "νίκο", "níko"],
  ["the apostrophes of Uzbek", "o\u02bbtkir", "o\u02bctkir"],
  ["the Han zero", "〇", "O"],
  ["I and l", "paypaI", "paypal"],
  ["1 and l", "al1", "all"],
  ["0 and O", "b0b", "bob"],
  ["rn and m", "corn", "com"],
  ["Han of Kana's form", "力ナ", "カナ"],
  ["Arabic letters of one form", "علی", "على"],
  ["Armenian and Latin", "օսս", "ouu"],
  ["a stroke", "øre", "o\u0338re"],
  ["what can't be seen", "می\u200cخ", "میخ"],
])("§3.3 look-alikes: %s, %s and %s", (_, one, other) => {
  expect(isAlike(one, other)).toBe(true);
});

test.each([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"])(
  "%s looks like the same alone, where no table is read, and beside another letter",
  (character) => {
    expect(looksOf(`${character}文`)).toEqual(looksOf(character).map((look) => `${look}文`));
  },
);

test.each([
  ["an accent", "jose", "josé"],
  ["two letters", "ana", "anb"],
  ["digits", "user1", "user2"],
  ["i and l", "inés", "lnés"],
  ["Cyrillic and Latin of other forms", "борис", "boris"],
])("§3.3 no look-alikes: %s, %s and %s", (_, one, other) => {
  expect(isAlike(one, other)).toBe(false);
});
