import { describe, expect, test } from "vitest";
import { changed, isBudgeted, isSpeech } from "../../src/protocol/change.ts";
import type { EventOf, Reaction } from "../../src/protocol/event.ts";
import { messageOf } from "../support/room/scripted-room.ts";

const uid = (index: number) => `person-${String(index).padStart(5, "0")}`;

/** Somebody's word about an emoji, and how many have it now. */
function word(index: number, emoji: string, count: number): EventOf<"reacted"> {
  return { type: "reacted", id: 9, target: 1, emoji, on: true, count, by: "x", byUid: uid(index), at: 1 };
}

const takenBack = (...of: Parameters<typeof word>) => ({ ...word(...of), on: false });

/** What the people of these numbers have reacted with. */
function reaction(emoji: string, who: number[], more: Partial<Reaction> = {}): Reaction {
  return { emoji, count: who.length, who: who.map(uid), ...more };
}

const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe("§5.12 a message as it is after a reaction", () => {
  test.each<[what: string, before: Reaction[], change: EventOf<"reacted">, after: Reaction[]]>([
    ["the first", [], word(1, "👍", 1), [reaction("👍", [1])]],
    ["the reader's own", [], word(0, "👍", 1), [reaction("👍", [0], { me: true })]],
    ["another emoji", [reaction("👍", [1])], word(1, "❤️", 1), [reaction("👍", [1]), reaction("❤️", [1])]],
    [
      "another person",
      [reaction("👍", [0], { me: true })],
      word(2, "👍", 2),
      [reaction("👍", [0, 2], { me: true })],
    ],
    ["the same again", [reaction("👍", [1, 2])], word(1, "👍", 2), [reaction("👍", [1, 2])]],
    [
      "the eleventh",
      [reaction("👍", ten)],
      word(11, "👍", 11),
      [reaction("👍", [...ten.slice(1), 11], { count: 11 })],
    ],
    [
      "more emoji than a client shows",
      Array.from({ length: 100 }, (_, index) => reaction(`e${index}`, [1])),
      word(1, "👍", 1),
      Array.from({ length: 100 }, (_, index) => reaction(`e${index}`, [1])),
    ],
    ["taken back", [reaction("👍", [1, 2])], takenBack(1, "👍", 1), [reaction("👍", [2])]],
    [
      "the reader's taken back",
      [reaction("👍", [0, 2], { me: true })],
      takenBack(0, "👍", 1),
      [reaction("👍", [2])],
    ],
    [
      "the last taken back",
      [reaction("👍", [1]), reaction("❤️", [1])],
      takenBack(1, "👍", 0),
      [reaction("❤️", [1])],
    ],
    ["what never was taken back", [reaction("👍", [1])], takenBack(1, "❤️", 0), [reaction("👍", [1])]],
    [
      "of one that is not named any more",
      [reaction("👍", ten, { count: 12 })],
      takenBack(0, "👍", 11),
      [reaction("👍", ten, { count: 11 })],
    ],
    ["of which more is to come", [], word(1, "👍", 3), [reaction("👍", [1], { count: 3 })]],
  ])("%s", (_, before, ...[change, after]) => {
    const message = { ...messageOf(1), reactions: before };
    expect(changed(message, change, uid(0))).toEqual({ ...message, reactions: after });
  });

  test("an edit keeps reactions, a deletion has none left", () => {
    const by = { id: 9, target: 1, by: "x", byUid: uid(1), at: 1 };
    const message = { ...messageOf(1), reactions: [reaction("👍", [1])] };
    const edited = changed(message, { type: "edited", text: "new", ...by });
    expect(edited).toEqual({ ...message, text: "new", edited: true });
    const { text: _, reactions: __, ...rest } = message;
    expect(changed(message, { type: "deleted", ...by })).toEqual({ ...rest, deleted: true });
  });
});

test("a reaction counts for the day, and is no speech", () => {
  expect([isBudgeted("reacted"), isSpeech("reacted")]).toEqual([true, false]);
});
