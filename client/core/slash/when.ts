import { durationIn } from "../duration.ts";
import { words } from "../words/words.ts";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{1,2}):(\d{2})$/;

/**
 * The moment (ms since 1970) that somebody means, in the local time: `14:30`,
 * `yesterday`, `yesterday 14:30`, `2026-11-20 14:30`, `2h`; undefined where that
 * is none. A time alone is the last one that has been.
 */
export function momentIn(written: string, now: number): number | undefined {
  const [first = "", second, ...more] = written.trim().toLowerCase().split(/\s+/);
  if (more.length > 0) return undefined;
  const ago = durationIn(first);
  if (ago !== undefined) return second === undefined ? now - ago : undefined;
  if (second === undefined && TIME.test(first)) {
    const today = timeOf(dayBefore(now, 0), first);
    return today !== undefined && today > now ? timeOf(dayBefore(now, 1), first) : today;
  }
  const day = dayOf(first, now);
  return day === undefined ? undefined : timeOf(day, second ?? "0:00");
}

function dayOf(written: string, now: number): Date | undefined {
  const { today, yesterday } = words.slash.days;
  if (written === today) return dayBefore(now, 0);
  if (written === yesterday) return dayBefore(now, 1);
  const [, year, month, day] = (DAY.exec(written) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(year, month - 1, day);
  // The 30th of February is no 2nd of March.
  return date.getMonth() === month - 1 && date.getDate() === day ? date : undefined;
}

/** By the calendar: not each day has 24 hours. */
function dayBefore(now: number, days: number): Date {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days);
}

function timeOf(day: Date, time: string): number | undefined {
  const [, hours, minutes] = (TIME.exec(time) ?? []).map(Number);
  if (hours === undefined || minutes === undefined || hours > 23 || minutes > 59) return undefined;
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes).getTime();
}
