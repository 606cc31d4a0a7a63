import { LIMITS } from "./limits.ts";

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

const LETTER_FIRST = /^\p{L}[\p{L}\p{M}\p{Nd}_-]*$/u;

/** Fillers and variation selectors, which are letters or marks but can't be seen. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

const ofOneScript = SCRIPTS.map((scripts) => {
  const parts = scripts.split("+").map((name) => `\\p{Script_Extensions=${name}}`);
  return new RegExp(`^[${parts.join("")}\\p{Script_Extensions=Inherited}0-9_-]+$`, "u");
});

const RESERVED: ReadonlySet<string> = new Set(["server", "system", "admin"]);

/** A nickname in the form in which it is shown (NFC), or undefined if it breaks a rule. */
export function nickname(text: string): string | undefined {
  if (text.length > 64) return undefined;
  const nick = text.normalize("NFC");
  const [least, most] = LIMITS.nick;
  const length = [...nick].length;
  if (length < least || length > most) return undefined;
  if (!LETTER_FIRST.test(nick) || INVISIBLE.test(nick)) return undefined;
  return ofOneScript.some((script) => script.test(nick)) ? nick : undefined;
}

/**
 * What two nicknames have in common that count as the same: NFKC, then case
 * folding. JavaScript has no folding of its own; lower, upper and lower again
 * gives Unicode's full folding (ß and ẞ become ss, ς becomes σ or both stay ς),
 * but for the dotless ı, which has no other case outside of Turkish.
 */
export function nickKey(nick: string): string {
  return nick
    .normalize("NFKC")
    .replace(/[^ı]+/g, (part) => part.toLowerCase().toUpperCase().toLowerCase())
    .normalize("NFKC");
}

/** Whether nobody may take a nickname, because it would speak for the room itself. */
export function isReserved(nick: string): boolean {
  return RESERVED.has(nickKey(nick));
}
