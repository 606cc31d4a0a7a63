import { pluralOf } from "../../../core/words/plural.ts";

export const plural = pluralOf("en");

/** `y, yes or n` */
export function either(ways: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(ways);
}

/** `3d`, and what is shorter as `duration` has it. */
export function age(ms: number): string {
  return ms < 172_800_000 ? duration(ms) : `${Math.floor(ms / 86_400_000)}d`;
}

/** The same of time that is still to come: never nothing, and rather too long. */
export function timeLeft(ms: number): string {
  return duration(Math.max(1, Math.ceil(ms / 1_000)) * 1_000);
}

/** `4s`, `2m`, `3h` */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 120) return `${seconds}s`;
  return seconds < 7_200 ? `${Math.floor(seconds / 60)}m` : `${Math.floor(seconds / 3_600)}h`;
}
