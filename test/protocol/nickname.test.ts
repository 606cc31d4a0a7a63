import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal } from "../../src/protocol/error.ts";
import { nickLength, readNickname } from "../../src/protocol/nickname.ts";

/** The nickname that a text is, or the rule that it breaks. */
function nickname(text: string): string | undefined {
  const reading = readNickname(text);
  return isRefusal(reading) ? reading.detail : reading;
}

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
    ["two of Han, which a room may take", "李明"],
    ["a single letter", "X"],
    ["a non-joiner in Persian (A1)", "می\u200cخواهم"],
    ["a non-joiner in Persian, behind marks (A1)", "شریف\u200cزاد"],
    ["a non-joiner in Hindi (A2)", "क्\u200cषा"],
    ["a joiner in Hindi (B)", "अवन्\u200dती"],
    ["a joiner in Sinhala (B)", "ශ්\u200dරීමති"],
    ["a joiner at the end, as Malayalam has it (B)", "അവന്\u200d"],
    ["seven characters that are twelve code points", "കൃഷ്ണകുമാർ"],
    ["the ʻ of Uzbek", "O\u02bbtkir"],
    ["the ʻ of Hawaiian, first", "\u02bbIolani"],
    ["the ʼ of Ukrainian", "Мар\u02bcяна"],
    ["a tsheg in Tibetan", "བསྟན\u0f0bའཛིན"],
    ["a geresh in Hebrew, in and at the end", "ג\u05f3ורג\u05f3"],
    ["the dot between two l of Catalan", "Gal·la"],
    ["the same in capitals", "MIQUEL·LA"],
    ["the dot between names in Katakana", "ジョン・スミス"],
    ["the dot between names in Han", "山田・太郎"],
    ["the dot behind a long sound", "ガリー・ポ"],
    ["the halfwidth dot", "ｱｲ･ｳｴ"],
    ["gershayim in Hebrew", "רמב\u05f4ם"],
    ["a joiner before a ya-phala in Bengali", "র\u200d\u09cdযাচেল"],
    ["the same in Assamese", "ৰ\u200d\u09cdযাম"],
    ["the same in Kannada", "ರ\u200d\u0ccdಯಾಂಕ್"],
    ["the Han zero", "三〇"],
    ["the Han zero, first", "〇子"],
    ["the Han repetition mark", "佐々木"],
    ["four marks on a letter", "ab\u0316c\u0316\u0317\u0318\u0319"],
    ["a Hebrew letter with its points", "שּׁ\u05b8\u05bdלום"],
    ["Thai, ten characters of more code points", "น้ำผึ้งหวาน"],
  ])("%s: %s", (_, nick) => {
    expect(nickname(nick)).toBe(nick.normalize("NFC"));
  });

  test.each<[what: string, text: string, fault: string]>([
    ["nothing", "", "nick_too_short"],
    ["too long", "abcdefghijk", "nick_too_long"],
    ["a digit first", "1ana", "nick_first_character"],
    ["_ first", "_ana", "nick_first_character"],
    ["- first", "-ana", "nick_first_character"],
    ["a mark first", "\u0301ana", "nick_first_character"],
    ["a space", "a na", "nick_bad_character"],
    ["a space at the end", "ana ", "nick_bad_character"],
    ["a dot", "a.na", "nick_bad_character"],
    ["an emoji", "ana🦜", "nick_bad_character"],
    ["a control character", "ana\u0007", "nick_bad_character"],
    ["a line break", "ana\n", "nick_bad_character"],
    ["an unpaired surrogate", "ana\ud800", "nick_bad_character"],
    ["Latin with Cyrillic", "аna", "nick_mixed_scripts"],
    ["Latin with Greek", "anα", "nick_mixed_scripts"],
    ["Latin with Han", "ana王", "nick_mixed_scripts"],
    ["Kana with Hangul", "のナ김", "nick_mixed_scripts"],
    ["Han with Kana and Hangul", "金の철", "nick_mixed_scripts"],
    ["a mark of another script", "anaा", "nick_mixed_scripts"],
    ["digits of another script", "ana١", "nick_mixed_scripts"],
    ["mathematical letters", "𝒶𝓃𝒶", "nick_unused_script"],
    ["mathematical digits", "ana𝟙", "nick_unused_script"],
    ["fullwidth digits", "ana１", "nick_unused_script"],
    ["circled letters", "ⓐⓝⓐ", "nick_bad_character"],
    ["a zero-width space", "an\u200ba", "nick_invisible"],
    ["a zero-width joiner", "an\u200da", "nick_invisible"],
    ["a soft hyphen", "an\u00ada", "nick_invisible"],
    ["a direction override", "an\u202ea", "nick_invisible"],
    ["a combining grapheme joiner", "an\u034fa", "nick_invisible"],
    ["a variation selector", "ana\ufe0f", "nick_invisible"],
    ["a Hangul filler", "김\u3164수", "nick_invisible"],
    ["a Hangul filler among its letters", "\u115f\u1160\u1161", "nick_invisible"],
    ["a non-joiner among Latin letters", "an\u200cna", "nick_invisible"],
    ["a non-joiner behind a letter that joins nothing", "دا\u200cد", "nick_invisible"],
    ["a non-joiner at the end", "می\u200c", "nick_invisible"],
    ["a joiner without a virama", "क\u200dषा", "nick_invisible"],
    ["two joiners", "ശ്\u200d\u200dരീ", "nick_invisible"],
    ["a tag", "ana\u{e0061}", "nick_invisible"],
    ["a private-use character", "ana\ue000", "nick_bad_character"],
    ["a code point without a character", "ana\u0378", "nick_bad_character"],
    ["a script of long ago", "𐌰𐌱𐌲", "nick_unused_script"],
    ["ten characters of too many bytes", `${"z\u0301".repeat(9)}z${"\u0301".repeat(30)}`, "nick_too_long"],
    ["very many marks", `abc${"\u0316".repeat(29)}`, "nick_too_many_marks"],
    ["five marks on a letter", "abc\u0316\u0317\u0318\u0319\u031a", "nick_too_many_marks"],
    ["five marks, of which NFC takes one in", "abe\u0301\u0316\u0317\u0318\u0319", "nick_too_many_marks"],
    ["a ʻ among Cyrillic letters", "аб\u02bbв", "nick_mixed_scripts"],
    ["a dot between other letters", "an·na", "nick_bad_character"],
    ["a dot at the end", "anal·", "nick_bad_character"],
    ["a dot of Katakana among Latin letters", "an・na", "nick_bad_character"],
    ["a dot of Katakana at the end", "ジョン・", "nick_bad_character"],
    ["two dots of Katakana", "ジョン・・ス", "nick_bad_character"],
    ["a tsheg at the end", "བསྟན\u0f0b", "nick_bad_character"],
    ["two tshegs", "བསྟན\u0f0b\u0f0bའཛིན", "nick_bad_character"],
    ["a tsheg among Latin letters", "an\u0f0ba", "nick_bad_character"],
    ["a geresh first", "\u05f3שרה", "nick_bad_character"],
    ["two geresh", "שרה\u05f3\u05f3", "nick_bad_character"],
    ["gershayim at the end", "שרה\u05f4", "nick_bad_character"],
    ["a geresh among Latin letters", "an\u05f3a", "nick_bad_character"],
    ["a joiner before a virama of another letter", "ক\u200d\u09cdযাচেল", "nick_invisible"],
    ["the Han zero among Latin letters", "an〇a", "nick_mixed_scripts"],
    ["very much", "a".repeat(100_000), "nick_too_long"],
  ])("refused: %s", (_, nick, fault) => {
    expect(nickname(nick)).toBe(fault);
  });

  test("it is shown in NFC, and counted after it", () => {
    const decomposed = "e\u0301".repeat(10);
    expect(nickname(decomposed)).toBe("é".repeat(10));
    expect(nickname(`${decomposed}e`)).toBe("nick_too_long");
  });

  test.each([
    ["𞤀𞤁", 2],
    ["e\u0301a\u0301", 2],
    ["क्षत्रिय", 3],
    ["한국어", 3],
  ])("the length of %s is %d", (nick, length) => {
    expect(nickLength(nick)).toBe(length);
  });

  test("any string is taken in NFC or refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const reading = readNickname(text);
        if (isRefusal(reading)) return;
        expect(reading).toBe(text.normalize("NFC"));
        expect(readNickname(reading)).toBe(reading);
      }),
    );
  });
});
