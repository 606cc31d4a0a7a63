import { describe, expect, test } from "vitest";
import { privateRoom } from "../../client/web/gate/private-room.ts";
import { type Route, routeOf } from "../../client/web/model/route.ts";
import {
  address,
  cancel,
  draftOf,
  editMessage,
  emptyWriting,
  replyTo,
  sent,
  textOf,
  type Writing,
  write,
} from "../../client/web/model/writing.ts";
import type { Message } from "../../src/protocol/event.ts";
import { roomName } from "../../src/protocol/room-name.ts";

const BOB = { uid: "bob---------", nick: "bob" };
const ANA = { uid: "ana---------", nick: "ana" };
const message = (fields: Partial<Message>): Message => ({
  type: "message",
  id: 7,
  at: 0,
  ...BOB,
  text: "x",
  ...fields,
});

describe("the composer", () => {
  test("has a draft for everyone and one for each person, and never mixes them", () => {
    const all = write(emptyWriting, "for all");
    const toBob = write(address(all, BOB), "for bob");
    expect(textOf(toBob)).toBe("for bob");
    expect(textOf(address(toBob, undefined))).toBe("for all");
    expect(textOf(address(toBob, ANA))).toBe("");
    expect(textOf(address(address(toBob, undefined), BOB))).toBe("for bob");
  });

  test("stays private when something was sent, and through Esc", () => {
    const toBob = write(address(emptyWriting, BOB), "for bob");
    expect(sent(toBob)).toMatchObject({ to: BOB });
    expect(cancel(cancel(toBob))).toMatchObject({ to: BOB });
    expect(textOf(cancel(toBob))).toBe("for bob");
  });

  const replies: [what: string, replied: Message, to: Writing["to"]][] = [
    ["public", message({}), undefined],
    ["private, of another", message({ to: ANA }), BOB],
    ["private, of one's own", message({ ...ANA, to: BOB }), BOB],
  ];
  test.each(replies)("a reply to a message that is %s", (_, replied, to) => {
    const composer = replyTo(emptyWriting, replied, ANA.uid);
    expect(composer.to).toEqual(to);
    expect(draftOf(composer).re).toBe(7);
    expect(draftOf(cancel(composer)).re).toBeUndefined();
  });

  test("an edit stands in place of the draft, which comes back", () => {
    const editing = write(editMessage(write(emptyWriting, "draft"), message({ text: "old" })), "new");
    expect(editing.edit).toEqual({ id: 7, text: "new" });
    expect(textOf(sent(editing))).toBe("draft");
    expect(textOf(cancel(editing))).toBe("draft");
  });
});

const routes: [text: string, directed: boolean, route: Route][] = [
  ["hello", false, { kind: "say", text: "hello" }],
  ["hello", true, { kind: "say", text: "hello" }],
  ["//x", true, { kind: "say", text: "/x" }],
  ["/topic x", false, { kind: "command" }],
  ["/topic x", true, { kind: "command" }],
  ["/me waves", false, { kind: "command" }],
  ["/me waves", true, { kind: "say", text: "waves", me: true }],
  ["/ME waves", true, { kind: "say", text: "waves", me: true }],
  ["/reply x", false, { kind: "command" }],
];
test.each(routes)("%j, directed %s, becomes %j", (text, directed, route) => {
  expect(routeOf(text, directed)).toEqual(route);
});

test.each(["/reply x", "/r x", "/R x"])("%j is refused where it would be said aloud", (text) => {
  expect(routeOf(text, true).kind).toBe("refused");
});

test("private rooms have names that the room takes, and no two alike", () => {
  const names = Array.from({ length: 100 }, () => privateRoom());
  expect(new Set(names).size).toBe(100);
  for (const name of names) expect(roomName(name)).toBe(name);
});
