import { expect, test } from "vitest";
import { momentIn } from "../../../client/core/slash/when.ts";

const at = (day: number, hours = 0, minutes = 0) => new Date(2026, 10, day, hours, minutes).getTime();
const NOW = at(26, 16, 5);

test.each<[string, number | undefined]>([
  ["14:30", at(26, 14, 30)],
  ["16:05", at(26, 16, 5)],
  ["16:06", at(25, 16, 6)],
  ["9:00", at(26, 9)],
  ["today", at(26)],
  ["Yesterday", at(25)],
  ["yesterday  14:30", at(25, 14, 30)],
  ["2026-11-20", at(20)],
  ["2026-11-20 10:15", at(20, 10, 15)],
  ["30m", NOW - 1_800_000],
  ["2h", NOW - 7_200_000],
  ["3d", NOW - 259_200_000],
  ["24:00", undefined],
  ["12:60", undefined],
  ["2026-02-30", undefined],
  ["2026-13-01", undefined],
  ["2h ago", undefined],
  ["yesterday noon", undefined],
  ["yesterday 14:30 sharp", undefined],
  ["tomorrow", undefined],
  ["", undefined],
])("%s", (written, moment) => {
  expect(momentIn(written, NOW)).toBe(moment);
});
