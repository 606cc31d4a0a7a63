import { expect, test } from "vitest";
import type { HistoryPage, HistoryQuery } from "../../../client/core/chat.ts";
import type { Problem } from "../../../client/core/problem.ts";
import { lookBack } from "../../../client/core/timeline/look-back.ts";

/** A chat that answers with these pages, one after the other, and the last one again and again. */
function chat(...pages: (HistoryPage | Problem)[]) {
  const asked: (HistoryQuery | undefined)[] = [];
  const history = async (query?: HistoryQuery) => {
    asked.push(query);
    return pages[Math.min(asked.length, pages.length) - 1] ?? { events: [], more: false };
  };
  return { asked, history };
}

const message = { type: "message", id: 7, at: 1, nick: "bob", uid: "bobs-own-uid", text: "oi!" } as const;
const found: HistoryPage = { events: [message], more: true, before: 7 };
const empty = (before: number): HistoryPage => ({ events: [], more: true, before });
const end: HistoryPage = { events: [], more: false };
const offline: Problem = { problem: "offline", message: "You are offline." };

test.each<[title: string, pages: (HistoryPage | Problem)[], before: (number | undefined)[]]>([
  ["what it finds at once", [found], [undefined]],
  ["what is behind empty pages", [empty(4_000), empty(2_000), found], [undefined, 4_000, 2_000]],
  ["nothing, where there is nothing", [end], [undefined]],
  ["nothing, where nothing is behind", [empty(2_000), end], [undefined, 2_000]],
  ["what goes wrong", [empty(2_000), offline], [undefined, 2_000]],
  ["a page that does not say where to go on", [{ events: [], more: true }], [undefined]],
])("looking back gives %s", async (_, ...[pages, before]) => {
  const room = chat(...pages);
  expect(await lookBack(room, { limit: 5 })).toBe(pages.at(-1));
  expect(room.asked).toEqual(before.map((id) => ({ limit: 5, ...(id !== undefined && { before: id }) })));
});

test("a server that never comes to an end is not asked for ever", async () => {
  const room = chat(empty(9));
  expect(await lookBack(room, { limit: 5, before: 9 })).toEqual(empty(9));
  expect(room.asked).toHaveLength(11);
});
