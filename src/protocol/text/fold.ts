const ASCII = /^[\0-\x7f]*$/;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;
/** The dot that `İ` leaves on its `i`, which has one already. */
const SECOND_DOT = /i\u0307+/g;

/**
 * What texts have in common that count as the same, for nicknames and for
 * search: Unicode's NFKC_Casefold (compatible forms, full case folding, without
 * what can't be seen), and the four i of Turkish as one. JavaScript has no case
 * folding; lower, upper and lower again gives it: ß and ẞ become ss, ς becomes
 * σ, and ı becomes i. Marks stay: é is no e. Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ")
    .normalize("NFKD")
    .replace(SECOND_DOT, "i")
    .normalize("NFKC");
}
