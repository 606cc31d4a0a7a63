import { expect, test } from "vitest";
import { clockface, type TimeFormat } from "../../../client/cli/text/time.ts";

const NEW_YEAR = Date.UTC(2026, 0, 1, 0, 5, 9, 7);

test.each<[TimeFormat, string, string]>([
  ["off", "UTC", ""],
  ["hm", "UTC", "00:05"],
  ["hm", "Asia/Kolkata", "05:35"],
  ["hms", "UTC", "00:05:09"],
  ["iso", "Asia/Kolkata", "2026-01-01T00:05:09.007Z"],
])("%s in %s is %j", (format, timeZone, time) => {
  expect(clockface({ format, timeZone }).time(NEW_YEAR)).toBe(time);
});

test.each<[string, TimeFormat, string, number, string | undefined]>([
  ["over midnight", "hm", "UTC", -600_000, "— Thursday 2026-01-01 —"],
  ["within a day", "hm", "UTC", -60_000, undefined],
  ["where it is no midnight", "hm", "Asia/Kolkata", -600_000, undefined],
  ["with the time off", "off", "UTC", -600_000, undefined],
  ["after a year to the day", "hm", "UTC", -365 * 86_400_000, "— Thursday 2026-01-01 —"],
])("the day changes %s", (_name, ...[format, timeZone, since, line]) => {
  expect(clockface({ format, timeZone }).dayChange(NEW_YEAR + since, NEW_YEAR)).toBe(line);
});
