import { inPlural } from "../../../core/words/portuguese.ts";

export { grouped, inList, inPlural } from "../../../core/words/portuguese.ts";

/** `y, yes ou n` */
export function eitherOf(ways: readonly string[]): string {
  return new Intl.ListFormat("pt-BR", { type: "disjunction" }).format(ways);
}

/** Bytes as a person reads them. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_024) return inPlural(bytes, { one: `${bytes} byte`, other: `${bytes} bytes` });
  const [amount, unit] = bytes < 1_023_488 ? [bytes / 1_024, "KB"] : [bytes / 1_048_576, "MB"];
  return `${amount.toLocaleString("pt-BR", { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`;
}

/** `3 d`, and what is shorter as `lengthOf` has it. */
export function ageOf(ms: number): string {
  return ms < 172_800_000 ? lengthOf(ms) : `${Math.floor(ms / 86_400_000)} d`;
}

/** The same of time that is still to come: never nothing, and rather too long. */
export function timeUntil(ms: number): string {
  return lengthOf(Math.max(1, Math.ceil(ms / 1_000)) * 1_000);
}

/** `4 s`, `2 min`, `3 h` */
export function lengthOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7_200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3_600)} h`;
}
