import { describe, expect, test } from "vitest";
import { keyOf, matching, nextUnread, type PlaceEntry, unreadIn } from "../../client/web/model/places.ts";

/** `name`, `name!` for what is shown, `name~` for a muted one; with how much is unread, and how much of that is for the reader. */
function entry(name: string, unread = 0, calls = 0): PlaceEntry {
  const room = name.replace(/[!~]/g, "");
  const marks = { current: name.endsWith("!"), muted: name.endsWith("~") };
  return { key: room, room, name: room, unread, calls, ...marks, state: "", last: "" };
}

describe("the next place with something unread", () => {
  const cases: [list: PlaceEntry[], down: string | undefined, up: string | undefined][] = [
    [[entry("a"), entry("b!"), entry("c")], undefined, undefined],
    [[entry("a", 1), entry("b!"), entry("c", 2)], "c", "a"],
    [[entry("a", 1), entry("b", 3), entry("c!")], "a", "b"],
    [[entry("a!"), entry("b", 3), entry("c", 1)], "b", "c"],
    // What is shown has been come to, and what is muted does not want to be, unless somebody calls there.
    [[entry("a!", 5), entry("b~", 9), entry("c", 1)], "c", "c"],
    [[entry("a!", 5), entry("b~", 9, 1), entry("c", 1)], "b", "c"],
    [[entry("a", 1), entry("b", 2)], "a", "b"],
    [[], undefined, undefined],
  ];
  test.each(cases)("is found round the list: %#", (list, down, up) => {
    expect([nextUnread(list, 1)?.key, nextUnread(list, -1)?.key]).toEqual([down, up]);
  });
});

test("what is unread is counted, of what is muted the mentions alone, and elsewhere without what is shown", () => {
  const list = [entry("a!", 2, 1), entry("b~", 7, 2), entry("c", 3)];
  expect(unreadIn(list, false)).toEqual({ unread: 7, calls: 3 });
  expect(unreadIn(list, true)).toEqual({ unread: 5, calls: 2 });
});

test.each([
  ["", ["Straße", "dev", "devops", "my-dev"]],
  ["DEV", ["dev", "devops", "my-dev"]],
  [" ops ", ["devops"]],
  ["STRASSE", ["Straße"]],
  ["nothing", []],
])("%j finds %j", (typed, found) => {
  const list = ["Straße", "dev", "devops", "my-dev"].map((name) => entry(name));
  expect(matching(list, typed).map(({ name }) => name)).toEqual(found);
});

test("those that begin with what was typed come first", () => {
  const list = ["my-dev", "dev"].map((name) => entry(name));
  expect(matching(list, "de").map(({ name }) => name)).toEqual(["dev", "my-dev"]);
});

test("no room and no talk have the same key", () => {
  expect([keyOf({ room: "a" }), keyOf({ room: "a", uid: "b" })]).toEqual(["a", "a+b"]);
});
