import { expect, test } from "vitest";
import { boxOf } from "../../../client/web/files/box.ts";
import { overBound } from "../../../client/web/files/bytes-row.ts";

test.each([
  ["a screenshot", { width: 1_920, height: 1_080 }, { width: 400, height: 225 }],
  ["a photo held upright", { width: 1_920, height: 2_560 }, { width: 240, height: 320 }],
  ["one that is smaller, as it is", { width: 100, height: 60 }, { width: 100, height: 60 }],
  ["one that is thin, wide enough to be hit", { width: 10, height: 5_000 }, { width: 48, height: 320 }],
  ["a dot", { width: 1, height: 1 }, { width: 48, height: 48 }],
])("%s has its place before it is here", (_, size, box) => {
  expect(boxOf(size)).toEqual(box);
});

test("of bytes that wait, the oldest go where they are too many, and all that nobody comes back for", () => {
  const now = 1_790_000_000_000;
  const row = (key: string, hours: number, size: number) => ({ key, at: now - hours * 3_600_000, size });
  expect(overBound([row("a", 1, 5), row("b", 0, 5)], now)).toEqual([]);
  expect(overBound([row("old", 24 * 8, 5), row("new", 0, 5)], now)).toEqual(["old"]);
  const most = 256 * 2 ** 20;
  expect(overBound([row("first", 3, 9), row("second", 2, most - 10), row("third", 1, 10)], now)).toEqual([
    "first",
  ]);
});
