import { cliWords } from "../words/words.ts";

/** How a time is shown before a line: hours and minutes, with seconds, in full, or not at all. */
export type TimeFormat = (typeof TIME_FORMATS)[number];

export const TIME_FORMATS = ["off", "hm", "hms", "iso"] as const;

export interface TimeOptions {
  readonly format: TimeFormat;
  /** An IANA time zone; the machine's own without it. */
  readonly timeZone?: string;
}

/** `2026-11-26 16:05`, in the local time and as the language writes it. */
export function moment(ms: number): string {
  return new Date(ms).toLocaleString(cliWords().dates, { dateStyle: "short", timeStyle: "short" });
}

export interface Clockface {
  /** The time of an instant (ms since 1970), or "" where none is to be shown. */
  time(ms: number): string;
  /** The line to show between two messages, where the local day changes. */
  dayChange(before: number, after: number): string | undefined;
}

/** Reads times in one format and one time zone; made once, because `Intl` formatters are slow to make. */
export function clockface({ format, timeZone }: TimeOptions): Clockface {
  const zone = timeZone === undefined ? {} : { timeZone };
  const { language, dates } = cliWords();
  // Times as ISO 8601 writes them, in any time zone.
  const clock = new Intl.DateTimeFormat("sv-SE", { timeStyle: "medium", ...zone });
  const date = new Intl.DateTimeFormat(dates, { dateStyle: "short", ...zone });
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long", ...zone });
  return {
    time(ms) {
      switch (format) {
        case "off":
          return "";
        case "hm":
          return clock.format(ms).slice(0, "HH:MM".length);
        case "hms":
          return clock.format(ms);
        case "iso":
          return new Date(ms).toISOString();
        default:
          return format satisfies never;
      }
    },
    dayChange(before, after) {
      if (format === "off" || date.format(before) === date.format(after)) return undefined;
      return cliWords().view.newDay({ weekday: weekday.format(after), date: date.format(after) });
    },
  };
}
