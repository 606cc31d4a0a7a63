/** Letters that are joined to the one behind them, as Unicode's DerivedJoiningType.txt (15.0) has them for Arabic. */
const JOINS_ON =
  "\\u0620\\u0626\\u0628\\u062a-\\u062e\\u0633-\\u063f\\u0641-\\u0647\\u0649\\u064a\\u066e\\u066f\\u0678-\\u0687" +
  "\\u069a-\\u06bf\\u06c1\\u06c2\\u06cc\\u06ce\\u06d0\\u06d1\\u06fa-\\u06fc\\u06ff\\u0750-\\u0758\\u075c-\\u076a" +
  "\\u076d-\\u0770\\u0772\\u0775-\\u0777\\u077a-\\u077f\\u0886\\u0889-\\u088d\\u08a0-\\u08a9\\u08af\\u08b0" +
  "\\u08b3-\\u08b8\\u08ba-\\u08c8" +
  ["Syriac", "Mongolian", "Nko", "Mandaic", "Adlam", "Hanifi_Rohingya"]
    .map((script) => `\\p{Script=${script}}`)
    .join("");

/** What takes a consonant's vowel away: canonical combining class 9, in scripts that stack or join consonants. */
const VIRAMA =
  "[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d3b\\u0d3c\\u0d4d\\u0dca\\u1039\\u103a\\u17d2" +
  "\\u1a60\\u1b44\\u1baa\\u1bab\\ua806\\ua82c\\ua8c4\\ua9c0\\uaaf6\\uabed\\u{11133}\\u{11134}\\u{11442}]";

/**
 * Bengali, Assamese and Kannada have a joiner between r and virama, where the
 * letter behind them is the one that changes (The Unicode Standard, sections
 * 12.2 and 12.8).
 */
const R_BEFORE_VIRAMA = "(?<=[\\u09b0\\u09f0])\\u200d(?=\\u09cd\\u09af)|(?<=\\u0cb0)\\u200d(?=\\u0ccd\\p{L})";

const BEHIND_VIRAMA = `(?<=\\p{L}\\p{M}*${VIRAMA}\\p{M}*)`;

/**
 * Where a joiner or a non-joiner changes how a word is written, so that whole
 * languages can't do without: Persian, Hindi, Malayalam, Sinhala. Unicode
 * Standard Annex #31, section 2.3, rules A1, A2 and B.
 */
export const JOINER = /* @__PURE__ */ new RegExp(
  [
    `(?<=(?=\\p{L})[${JOINS_ON}]\\p{M}*)\\u200c(?=\\p{M}*\\p{L})`,
    `${BEHIND_VIRAMA}\\u200c(?=\\p{L})`,
    `${BEHIND_VIRAMA}\\u200d(?!\\p{M})`,
    R_BEFORE_VIRAMA,
  ].join("|"),
  "gu",
);

const KANA_OR_HAN = "[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー]";

/**
 * Punctuation that is part of a word: the tsheg between syllables of Tibetan,
 * the Hebrew geresh and gershayim, as in ג׳ורג׳, the dot between two l of
 * Catalan, and that between names in Japanese (Annex #31, tables 3a and 3b; RFC
 * 5892, A.3 and A.5 to A.7).
 */
export const WORD_PUNCTUATION = /* @__PURE__ */ new RegExp(
  [
    "(?<=\\p{Script=Tibetan}(?<=[\\p{L}\\p{M}]))\\u0f0b(?=\\p{Script=Tibetan}(?<=\\p{L}))",
    "(?<=\\p{Script=Hebrew}(?<=[\\p{L}\\p{M}]))\\u05f3",
    "(?<=\\p{Script=Hebrew}(?<=[\\p{L}\\p{M}]))\\u05f4(?=\\p{Script=Hebrew}(?<=\\p{L}))",
    "(?<=[lL])\\u00b7(?=[lL])",
    `(?<=${KANA_OR_HAN})[\\u30fb\\uff65](?=${KANA_OR_HAN})`,
  ].join("|"),
  "gu",
);
