import { durationIn } from "../../core/duration.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";

/** Where to begin: behind a message, or at a time (ms since 1970). */
export type Since = { id: number } | { at: number };

/** A day, and maybe a time of it, in the time zone of this machine or another. */
const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Reads `--since`: `90s`, `30m`, `1h`, `2d`, `2w`, a date (`2026-11-20`, `2026-11-20T10:00`), or the id of a message. */
export function parseSince(given: string, now: number): Since {
  const written = given.trim();
  if (/^\d{1,15}$/.test(written)) return { id: Number(written) };
  const ago = durationIn(written);
  const at = ago === undefined ? dateIn(written) : now - ago;
  if (at !== undefined) return { at };
  throw new Failure(EXIT.usage, cliWords().shell.since(shown(written)));
}

/** The moment that a date means; undefined for one that no calendar has. */
function dateIn(written: string): number | undefined {
  const [, day, time = "00:00", zone = ""] = DATE.exec(written) ?? [];
  // `Date` takes the 30th of February for the 2nd of March.
  const isDay = new Date(`${day}T00:00Z`).getTime();
  if (day === undefined || Number.isNaN(isDay) || !new Date(isDay).toISOString().startsWith(day)) {
    return undefined;
  }
  const offset = zone.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})?$/, (_, h, m = "00") => `${h}:${m}`);
  const at = new Date(`${day}T${time.replace(",", ".")}${offset}`).getTime();
  return Number.isNaN(at) ? undefined : at;
}
