import { pageWords } from "../words/page-words.ts";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const moment = new Intl.DateTimeFormat(undefined, {
  dateStyle: "medium",
  timeStyle: "short",
  hourCycle: "h23",
});
const date = new Intl.DateTimeFormat(undefined, { dateStyle: "full" });

/** `14:05`, as in the terminal. */
export function timeOf(at: number): string {
  return clock.format(at);
}

/** Day and time, in the reader's own way. */
export function momentOf(at: number): string {
  return moment.format(at);
}

/** Names the local day of a moment, seen from `now`. */
export function dayName(at: number, now: number): string {
  if (isSameDay(at, now)) return pageWords.log.today;
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return isSameDay(at, yesterday.getTime()) ? pageWords.log.yesterday : date.format(at);
}

export function isSameDay(one: number, other: number): boolean {
  return date.format(one) === date.format(other);
}
