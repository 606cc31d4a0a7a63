import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { dollarsOf, FREE, isFree, table, usageOf } from "../../../deploy/cost.ts";
import { ROOT } from "../../../scripts/bundles.ts";

const room = { members: 10, messages: 0, hours: 8, connections: 3 };

test("the table of costs in docs/operations.md is the one that deploy/cost.ts prints", async () => {
  expect(await readFile(`${ROOT}docs/operations.md`, "utf8")).toContain(table());
});

test("a room in which nothing happens costs nothing beyond the plan", () => {
  const day = usageOf({ members: 0, messages: 0, hours: 0, connections: 0 });
  expect(isFree(day)).toBe(true);
  expect(dollarsOf(day)).toBe(5);
});

test("a room that never sleeps stays within the free plan's duration", () => {
  expect(usageOf({ ...room, messages: 100_000_000 }).duration).toBeCloseTo(86_400 * 0.128);
  expect(86_400 * 0.128).toBeLessThan(FREE.duration);
});

test.each([
  [0, 5],
  // Two rows each, of which 50 million a month are included.
  [1_000_000, 5 + 10],
])("%i messages more a day cost $%i a month in rows", (messages, dollars) => {
  const { rowsWritten } = usageOf({ ...room, members: 0, messages });
  const nothing = { workerRequests: 0, objectRequests: 0, duration: 0, rowsWritten, rowsRead: 0 };
  expect(dollarsOf(nothing)).toBeCloseTo(dollars, 1);
});
