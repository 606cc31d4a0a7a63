const SECOND = 1_000;
const UNITS: Readonly<Record<string, number>> = {
  s: SECOND,
  m: 60 * SECOND,
  h: 3_600 * SECOND,
  d: 86_400 * SECOND,
  w: 604_800 * SECOND,
};

/** The milliseconds of `90s`, `30m`, `2h`, `3d` or `1w`; undefined where a text is none of these. */
export function durationIn(written: string): number | undefined {
  const [, digits, unit = ""] = /^(\d{1,15})([smhdw])$/i.exec(written) ?? [];
  return digits === undefined ? undefined : Number(digits) * (UNITS[unit.toLowerCase()] ?? 0);
}
