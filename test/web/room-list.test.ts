import { describe, expect, test } from "vitest";
import {
  connectedIn,
  MOST_CONNECTED,
  MOST_ROOMS,
  moved,
  readList,
  withoutRoom,
  withRoom,
  writtenList,
} from "../../client/web/model/room-list.ts";

describe("the list of rooms", () => {
  test.each([
    ["nothing", "", ""],
    ["rooms in their order", "lobby dev", "lobby dev"],
    ["nothing of what is not written so any more", "lobby ~noise", "lobby"],
    ["each once, as it stood first", "dev lobby dev", "dev lobby"],
    ["nothing that is no room", "lobby ~~x a_b ../etc ~ Dev", "lobby dev"],
    ["as many as may be", Array.from({ length: 300 }, (_, at) => `r${at}`).join(" "), undefined],
  ])("reads %s", (_, text, written) => {
    const list = readList(text);
    expect(list.length).toBeLessThanOrEqual(MOST_ROOMS);
    if (written !== undefined) expect(writtenList(list)).toBe(written);
    expect(readList(writtenList(list))).toEqual(list);
  });

  const list = readList("a b c d");

  test("takes a room in once, and loses the last where it is full", () => {
    expect(withRoom(list, "b")).toBe(list);
    expect(writtenList(withRoom(list, "e"))).toBe("a b c d e");
    const full = readList(Array.from({ length: MOST_ROOMS }, (_, at) => `r${at}`).join(" "));
    expect(withRoom(full, "new").slice(-2)).toEqual([`r${MOST_ROOMS - 2}`, "new"]);
    expect(writtenList(withoutRoom(list, "c"))).toBe("a b d");
  });

  test.each([
    ["b", -1, "b a c d"],
    ["b", 1, "a c b d"],
    ["a", -1, "a b c d"],
    ["d", 1, "a b c d"],
    ["a", 9, "b c d a"],
    ["other", 1, "a b c d"],
  ])("moves %s by %i", (room, by, written) => {
    expect(writtenList(moved(list, room, by))).toBe(written);
  });

  test("connects what comes first and then as listed, up to twenty", () => {
    const many = readList(Array.from({ length: 30 }, (_, at) => `r${at}`).join(" "));
    const connected = connectedIn(many, ["r29", "elsewhere", "r0"]);
    expect(connected.size).toBe(MOST_CONNECTED);
    expect([...connected].slice(0, 4)).toEqual(["r29", "elsewhere", "r0", "r1"]);
    expect(connected.has("r17")).toBe(true);
    expect(connected.has("r18")).toBe(false);
  });
});
