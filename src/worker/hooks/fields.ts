// What other systems send has no schema that they keep to: what is not as it should be is as if it were not there.

/** Entries of one list that are looked at. */
export const MOST_ENTRIES = 100;
/** UTF-16 units of one text that are: of what is longer, no message shows more than the beginning. */
const MOST_UNITS = 32_768;

/** What stands at the end of a path of names. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

/** A text, without white space around it; "" where there is none. */
export function text(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === "string" ? found.trim().slice(0, MOST_UNITS) : "";
}

/** A number as it is written; "" where there is none. */
export function number(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === "number" && Number.isSafeInteger(found) ? String(found) : "";
}

/** A list; without entries where there is none. */
export function list(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found.slice(0, MOST_ENTRIES) : [];
}

/** What is there of some pieces, one behind the other. */
export function joined(pieces: readonly string[], between: string): string {
  return pieces.filter((piece) => piece !== "").join(between);
}

/** The first line of a text. */
export function firstLine(text: string): string {
  return (
    text
      .trim()
      .split(/[\r\n]/, 1)[0]
      ?.trimEnd() ?? ""
  );
}
