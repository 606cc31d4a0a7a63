import { expect, test } from "vitest";
import { messageItem } from "../../client/web/model/item.ts";
import { addNotice } from "../../client/web/model/log.ts";
import { authorsOf, deletableIn } from "../../client/web/model/tidy.ts";
import { messageOf } from "../support/room/scripted-room.ts";

const bob = { uid: "bob---------", nick: "bob" };
const eve = { uid: "eve---------", nick: "eve" };
const log = addNotice(
  [
    { ...messageOf(1), ...eve },
    { ...messageOf(2), ...bob },
    { ...messageOf(3), ...eve, deleted: true as const, text: "" },
    { ...messageOf(4), ...eve, to: bob },
    { ...messageOf(5), ...eve, nick: "evil" },
  ].map((message) => messageItem(message, false)),
  { at: 5, text: "eve left" },
  "went",
);

test.each<[whose: string | undefined, ids: number[]]>([
  [undefined, [5, 2, 1]],
  [eve.uid, [5, 1]],
  [bob.uid, [2]],
  ["nobody------", []],
])("of what is on the page, a mod may delete what is for all, newest first (of %s)", (whose, ids) => {
  expect(deletableIn(log, whose).map(({ id }) => id)).toEqual(ids);
});

test("no more are offered than somebody looks through", () => {
  const many = Array.from({ length: 5_000 }, (_, at) => messageItem(messageOf(at + 1), false));
  expect(deletableIn(many, undefined)).toHaveLength(200);
  expect(deletableIn(many, undefined)[0]?.id).toBe(5_000);
});

test("authors are named once, as they are called last", () => {
  expect(authorsOf(deletableIn(log, undefined))).toEqual([
    { uid: eve.uid, nick: "evil" },
    { uid: bob.uid, nick: "bob" },
  ]);
});
