import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";

/** Where to begin: behind a message, or at a time (ms since 1970). */
export type Since = { id: number } | { at: number };

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads `--since`: `90s`, `30m`, `1h`, `2d`, or the id of a message. */
export function parseSince(written: string, now: number): Since {
  const [, digits, unit = ""] = /^(\d{1,15})([smhd]?)$/.exec(written) ?? [];
  if (digits === undefined) {
    throw new Failure(EXIT.usage, cliWords().shell.since(written));
  }
  const ms = UNITS[unit];
  return ms === undefined ? { id: Number(digits) } : { at: now - Number(digits) * ms };
}
