/**
 * Latin letters with a hook, a stroke or a tail, turned or reversed, insular or
 * of phonetics, by the plain letter that Unicode names them after ("LATIN SMALL
 * LETTER A WITH STROKE", "TURNED M"; alpha, schwa, esh, eth, eng, iota and
 * upsilon by their shape). These are letters of their own in many languages, so
 * they tell people apart; only what passes for the room itself is read by them.
 * There are no more than the reserved nicknames are made of.
 */
const FORMS = {
  a: "ɐɑɒᶏᶐⱥꬰꭤ",
  d: "ðđƌȡɖɗᴆᵭᶁᶑꝺꟈẟ𝼥",
  e: "ǝɇɘəɚɛɜɝɞʚᴈᶒᶓᶔᶕⱸⱻꬲꬳꬴ",
  i: "ıɨɩᴉᵼᶖ𝼚",
  m: "ɯɰɱᴟᵯᶆꟺꬺꟽꟿ",
  n: "ŋƞȵɲɳᴎᵰᶇꞑꞥꬻꬼ𝼇𝼔𝼧",
  r: "ɍɹɺɻɼɽɾɿʁᴙᴚᵲᵳᶉⱹꝛꞃꞧꭅꭆꭇꭉꭋꭌꭨ𝼈𝼕𝼖𝼨",
  s: "ƪȿʂʃʅʆᵴᶊᶋᶘẜẝꞅꞩꟊꟍꭍ𝼋𝼌𝼞𝼩",
  t: "ŧƫƭȶʇʈᵵⱦꞇ𝼉𝼍𝼪",
  v: "ʊʋʌᵿᶌỽⱱⱴꝟꝩ",
  y: "ƴɏʎỿꭚ𝼆",
};

const bases: ReadonlyMap<string, string> = new Map(
  Object.entries(FORMS).flatMap(([base, forms]) => Array.from(forms, (form) => [form, base] as const)),
);

/** The plain letter that a form of it may be read as; any other character as it is. */
export function baseOf(character: string): string {
  return bases.get(character.toLowerCase()) ?? character;
}
