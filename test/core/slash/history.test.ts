import { expect, test } from "vitest";
import type { HistoryPage, HistoryQuery } from "../../../client/core/chat.ts";
import { isProblem } from "../../../client/core/problem.ts";
import { lastBefore } from "../../../client/core/slash/history.ts";

/** A room in whose log stand events of these numbers, each said at a hundred times its number; of the others nobody tells. */
function roomOf(ids: readonly number[], newest: number) {
  let asked = 0;
  return {
    count: () => asked,
    chat: {
      saved: () => ({ after: newest }),
      history({ after = 0, limit = 50 }: HistoryQuery = {}): Promise<HistoryPage> {
        asked++;
        const behind = ids.filter((id) => id > after);
        const events = behind.slice(0, limit).map((id) => ({
          ...({ type: "message", id, at: id * 100, nick: "bob", uid: "bob---------", text: "hi" } as const),
        }));
        // A room looks through so many rows, and says where to go on.
        const end = events.at(-1)?.id ?? Math.min(newest, after + 200);
        if (end > after + 200) return Promise.resolve({ events: [], more: true, after: after + 200 });
        return Promise.resolve({ events, more: end < newest, after: end });
      },
    },
  };
}

test.each<[string, number[], number, number]>([
  ["all are newer", [5, 6, 9], 100, 5],
  ["all are older", [5, 6, 9], 5_000, 0],
  ["some are", [5, 6, 9, 12, 40], 900, 9],
  ["at that very time", [5, 6, 9], 600, 6],
  ["between are private ones of others", [5, 6, 900], 700, 900],
  ["there are none", [], 700, 0],
])("the first event of a time is found where %s", async (_name, ...[ids, at, first]) => {
  const { chat } = roomOf(ids, 1_000);
  const after = await lastBefore(chat, at);
  if (isProblem(after)) throw new Error(after.message);
  expect(ids.find((id) => id > after) ?? 0).toBe(first);
  expect(ids.filter((id) => id > after && id * 100 < at)).toEqual([]);
});

test("few questions find it among many", async () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => (index + 1) * 20);
  const { chat, count } = roomOf(ids, 20_000);
  expect(await lastBefore(chat, 1_000_000)).toBe(9_980);
  expect(count()).toBeLessThan(30);
});
