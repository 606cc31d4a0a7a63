/** The regional indicator A, and the letter. */
const [INDICATOR, LETTER] = [0x1f1e6, 65];

let regions: Intl.DisplayNames | undefined;

/** What Unicode calls the flag of a region, as the runtime knows it: `flag Åland Islands`; undefined for any other emoji. */
export function flagName(emoji: string): string | undefined {
  if (!/^[\u{1f1e6}-\u{1f1ff}]{2}$/u.test(emoji)) return undefined;
  const letters = Array.from(emoji, (each) => (each.codePointAt(0) ?? 0) - INDICATOR + LETTER);
  regions ??= new Intl.DisplayNames("en", { type: "region" });
  return `flag ${regions.of(String.fromCharCode(...letters))}`;
}

/** Its usual shortcode: `aland_islands`. */
export function flagCode(flag: string): string {
  const name = flag.replace("flag ", "").normalize("NFD").replace(/\p{M}/gu, "");
  return name.toLowerCase().replace(/[^a-z]+/g, "_");
}
