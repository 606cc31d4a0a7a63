import { pageSpoken } from "../words/spoken.ts";

const { locale } = pageSpoken;

const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const moment = new Intl.DateTimeFormat(locale, {
  dateStyle: "medium",
  timeStyle: "short",
  hourCycle: "h23",
});
const date = new Intl.DateTimeFormat(locale, { dateStyle: "full" });

/** `14:05`, as in the terminal. */
export function timeOf(at: number): string {
  return clock.format(at);
}

/** Day and time, in the reader's own way. */
export function momentOf(at: number): string {
  return moment.format(at);
}

/** Names the local day of a moment by its date alone, for "today" is wrong by a wrong clock, and from midnight on. */
export function dayName(at: number): string {
  return date.format(at);
}

export function isSameDay(one: number, other: number): boolean {
  return dayOf(one) === dayOf(other);
}

/** When the local day of a moment began. */
function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
