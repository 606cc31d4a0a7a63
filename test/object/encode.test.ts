import { expect, test } from "vitest";
import { Encoder } from "../../src/object/encode.ts";
import { messageOf, welcome } from "../support/room/scripted-room.ts";
import { uidOf } from "../support/token-of.ts";

const member = (nick: string) => ({ nick, uid: uidOf(nick), role: "member" as const });
const [ana, bob, cyn] = [member("ana"), member("bob"), member("cyn")];

test("an event is its JSON", () => {
  const event = messageOf(1);
  expect(new Encoder().encode(event)).toBe(JSON.stringify(event));
});

test.each([
  ["somebody more", [ana, bob], [ana, bob, cyn]],
  ["the same again", [ana, bob], [ana, bob]],
  ["from nobody on", [], [ana, bob]],
  ["somebody less, at the end", [ana, bob], [ana]],
  ["somebody less, at the start", [ana, bob], [bob, cyn]],
  ["somebody renamed", [ana, bob], [member("anna"), bob, cyn]],
  ["nobody", [ana, bob], []],
])("a welcome tells who is here now: %s", (_, before, after) => {
  const encoder = new Encoder();
  for (const members of [before, after, before]) {
    const event = welcome({ members });
    expect(JSON.parse(encoder.encode(event))).toEqual(event);
  }
});
