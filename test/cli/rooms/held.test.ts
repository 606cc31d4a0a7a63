import { expect, test } from "vitest";
import { Held } from "../../../client/cli/rooms/held.ts";
import { sentence } from "../../../client/cli/view/log-line.ts";

const line = (id?: number) => ({ lines: [sentence(`${id}`)], ...(id !== undefined && { id }) });

test("what happens meanwhile is held in its order, once", () => {
  const held = new Held();
  expect(held.isEmpty).toBe(true);
  for (const id of [4, undefined, 5]) held.add(line(id));
  expect(held.isEmpty).toBe(false);
  expect(held.take()).toEqual({ shown: [line(4), line(), line(5)], gap: undefined });
  expect(held.take()).toEqual({ shown: [], gap: undefined });
});

test("of too much the newest is kept, and where the rest stands in the log is known", () => {
  const held = new Held();
  for (let id = 11; id <= 610; id++) held.add(line(id));
  const { shown, gap } = held.take();
  expect(shown.length).toBe(500);
  expect(gap).toEqual({ count: 100, after: 10, until: 111 });
});
