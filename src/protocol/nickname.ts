import { refuseAs } from "./detail.ts";
import type { Refusal } from "./error.ts";
import { LIMITS } from "./limits.ts";
import { JOINER, WORD_PUNCTUATION } from "./text/joiner.ts";
import { codePoints } from "./text/text.ts";

/**
 * The scripts in use today: recommended and limited-use ones of Unicode
 * Standard Annex #31, tables 5 and 7. Han goes with Kana or with Hangul, as it
 * does in Annex #39, section 5.1.
 */
const SCRIPTS = (
  "Latin Greek Cyrillic Armenian Hebrew Arabic Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu " +
  "Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Georgian Ethiopic Khmer Thaana Bopomofo " +
  "Han+Hiragana+Katakana Han+Hangul Adlam Balinese Bamum Batak Canadian_Aboriginal Chakma Cham Cherokee " +
  "Hanifi_Rohingya Javanese Kayah_Li Lepcha Limbu Lisu Mandaic Meetei_Mayek Mongolian New_Tai_Lue Newa Nko " +
  "Nyiakeng_Puachue_Hmong Ol_Chiki Osage Saurashtra Sundanese Syloti_Nagri Syriac Tai_Le Tai_Tham Tai_Viet " +
  "Tifinagh Vai Wancho Yi"
).split(" ");

/** The apostrophes of Uzbek and Hawaiian, which Unicode gives to no script. */
const LATIN_TOO = "\u02bb";

/** Only characters that these scripts have, or that go with any. */
const writtenIn = (scripts: readonly string[]) =>
  new RegExp(
    `^[${scripts.map((name) => `\\p{Script_Extensions=${name}}`).join("")}\\p{Script_Extensions=Inherited}` +
      `${scripts.includes("Latin") ? LATIN_TOO : ""}0-9_-]+$`,
    "u",
  );

const ofOneScript = SCRIPTS.map((scripts) => writtenIn(scripts.split("+")));
/** Characters of the scripts that a nickname may be written in. */
export const ofAnyScript = writtenIn(SCRIPTS.flatMap((scripts) => scripts.split("+")));

const PLAIN = /^[A-Za-z][\w-]*$/;
/** The Han zero counts as a letter, though it is a number to Unicode. */
const CHARACTERS = /^[\p{L}\p{M}\p{Nd}\u3007_-]*$/u;
const FIRST = /^[\p{L}\u3007]/u;
const TOO_MANY_MARKS = new RegExp(`[\\p{Mn}\\p{Me}]{${LIMITS.nickMarks + 1}}`, "u");
/** Fillers, joiners and variation selectors: letters, marks or neither, but none can be seen. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** Code units of what may be a nickname before it is NFC: more are not looked at. */
const MOST_UNITS = 256;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A nickname in the form in which it is shown (NFC), or which rule it breaks. How short it may be, the room says. */
export function readNickname(text: string): string | Refusal {
  if (text.length > MOST_UNITS) return tooLong(text, codePoints(text));
  const nick = text.normalize("NFC");
  return refusalOf(nick) ?? nick;
}

function refusalOf(nick: string): Refusal | undefined {
  // Most names are of this kind, and need no tables of Unicode's.
  if (PLAIN.test(nick)) return nick.length > LIMITS.nick[1] ? tooLong(nick) : undefined;
  const joined = nick.replace(JOINER, "");
  const seen = joined.replace(WORD_PUNCTUATION, "");
  if (seen === "") return refuseAs("nick_too_short", {});
  if (INVISIBLE.test(seen)) return refuseAs("nick_invisible");
  if (!CHARACTERS.test(seen)) return refuseAs("nick_bad_character");
  if (!FIRST.test(seen)) return refuseAs("nick_first_character");
  if (!ofOneScript.some((script) => script.test(seen))) {
    return refuseAs(ofAnyScript.test(seen) ? "nick_mixed_scripts" : "nick_unused_script");
  }
  if (nickLength(nick) > LIMITS.nick[1] || bytesOf(nick) > LIMITS.nickBytes) return tooLong(nick);
  const most = LIMITS.nickMarks;
  return TOO_MANY_MARKS.test(joined.normalize("NFD")) ? refuseAs("nick_too_many_marks", { most }) : undefined;
}

function tooLong(nick: string, length = nickLength(nick)): Refusal {
  const [, most] = LIMITS.nick;
  return refuseAs("nick_too_long", { most, bytes: LIMITS.nickBytes, length, size: bytesOf(nick) });
}

/** The length of a nickname, in what its reader takes for characters (grapheme clusters, UAX #29). */
export function nickLength(nick: string): number {
  return PLAIN.test(nick) ? nick.length : [...segmenter.segment(nick)].length;
}

function bytesOf(nick: string): number {
  return new TextEncoder().encode(nick).length;
}
