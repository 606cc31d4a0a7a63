/** A part of each day, in minutes since midnight by the clocks of the place: until before `to`, which may be on the next day. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;
/** `22:00-07:00`; a whole hour may stand alone, and telephones make another dash of a hyphen. */
const SPAN = /^(\d{1,2})(?::(\d{2}))?\s*[-–—]\s*(\d{1,2})(?::(\d{2}))?$/;

/** The hours that somebody has written; undefined where they are none, or would be no time at all. */
export function readQuietHours(written: string): QuietHours | undefined {
  const [, hours, minutes = "0", toHours, toMinutes = "0"] = SPAN.exec(written.trim()) ?? [];
  const from = minuteOf(hours, minutes);
  const to = minuteOf(toHours, toMinutes);
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

/** As they are kept, and shown. */
export function writtenHours({ from, to }: QuietHours): string {
  return `${clockTime(from)}-${clockTime(to)}`;
}

/** By what a clock on the wall shows at a moment (ms since 1970): a day on which it is put forward or back has them so, too. */
export function isQuietAt({ from, to }: QuietHours, moment: number): boolean {
  const date = new Date(moment);
  const now = date.getHours() * HOUR + date.getMinutes();
  return from < to ? now >= from && now < to : now >= from || now < to;
}

/** 24:00 is the midnight at the end of a day. */
function minuteOf(hours: string | undefined, minutes: string): number | undefined {
  const minute = Number(hours) * HOUR + Number(minutes);
  return Number(minutes) < HOUR && minute <= DAY ? minute % DAY : undefined;
}

function clockTime(minute: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / HOUR))}:${two(minute % HOUR)}`;
}
