import { expect, test } from "vitest";
import { parseSince } from "../../../client/cli/shell/since.ts";

const NOW = Date.UTC(2026, 10, 26, 12);
const DAY = 86_400_000;
/** In the time zone of this machine. */
const local = (...parts: [number, number, number, number?, number?, number?]) => new Date(...parts).getTime();

test.each([
  { written: "42", since: { id: 42 } },
  { written: "0", since: { id: 0 } },
  { written: "20261120", since: { id: 20_261_120 } },
  { written: "90s", since: { at: NOW - 90_000 } },
  { written: "30m", since: { at: NOW - 1_800_000 } },
  { written: "2d", since: { at: NOW - 2 * DAY } },
  { written: "2w", since: { at: NOW - 14 * DAY } },
  { written: "2W", since: { at: NOW - 14 * DAY } },
  { written: "2026-11-20", since: { at: local(2026, 10, 20) } },
  { written: "2024-02-29", since: { at: local(2024, 1, 29) } },
  { written: "2026-11-20T10:00", since: { at: local(2026, 10, 20, 10) } },
  { written: "2026-11-20 10:00:30", since: { at: local(2026, 10, 20, 10, 0, 30) } },
  { written: "2026-11-20T10:00Z", since: { at: Date.UTC(2026, 10, 20, 10) } },
  { written: "2026-11-20T10:00+02:00", since: { at: Date.UTC(2026, 10, 20, 8) } },
  { written: "2026-11-20T10:00-0130", since: { at: Date.UTC(2026, 10, 20, 11, 30) } },
  { written: "2026-11-20T10:00:00.123Z", since: { at: Date.UTC(2026, 10, 20, 10, 0, 0, 123) } },
  { written: "2026-11-20T10:00:00,123456789+01:00", since: { at: Date.UTC(2026, 10, 20, 9, 0, 0, 123) } },
  { written: "2026-11-20 10:00:00+02", since: { at: Date.UTC(2026, 10, 20, 8) } },
  { written: " 1h\n", since: { at: NOW - 3_600_000 } },
])("--since $written", ({ written, since }) => {
  expect(parseSince(written, NOW)).toEqual(since);
});

test.each([
  "",
  "x",
  "1y",
  "-1h",
  "1.5h",
  "h",
  "yesterday",
  "2026-11",
  "2026-13-01",
  "2026-02-30",
  "2026-2-3",
  "20-11-2026",
  "2026-11-20T",
  "2026-11-20T25:00",
  "2026-11-20T10",
  "2026-11-20T10:61",
  "2026-11-20T10:00+99:00",
  "1h30m",
])("--since %j is refused, with what it may be", (written) => {
  expect(() => parseSince(written, NOW)).toThrow(
    `--since ${written} is no point in time. Write how long ago (30m, 1h, 2d, 2w), a date (2026-11-20, 2026-11-20T10:00), or a message's id.`,
  );
});
