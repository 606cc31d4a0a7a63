import { describe, expect, test } from "vitest";
import { roomName, roomOfPath } from "../../src/protocol/room-name.ts";

describe("§1 room names", () => {
  test.each([
    ["a", "a"],
    ["0", "0"],
    ["lobby", "lobby"],
    ["LoBBy", "lobby"],
    ["a-b--c", "a-b--c"],
    ["a".repeat(32), "a".repeat(32)],
  ])("%s is %s", (text, name) => {
    expect(roomName(text)).toBe(name);
  });

  test.each([
    ["nothing", ""],
    ["too long", "a".repeat(33)],
    ["a hyphen first", "-a"],
    ["a hyphen last", "a-"],
    ["only a hyphen", "-"],
    ["an underscore", "a_b"],
    ["a dot", "a.b"],
    ["a slash", "a/b"],
    ["a space", "a b"],
    ["a line break at the end", "a\n"],
    ["an accent", "é"],
    ["a letter that only lower case makes ASCII", "\u212a"],
    ["a fullwidth letter", "ａ"],
  ])("refused: %s", (_, text) => {
    expect(roomName(text)).toBeUndefined();
  });
});

test.each<[path: string, room: string | undefined]>([
  ["/dev", "dev"],
  // As people and those who check links write it.
  ["/Dev/", "dev"],
  ["/", undefined],
  ["/dev//", undefined],
  ["//dev", undefined],
  ["/dev/x", undefined],
  ["/Bad%20Room", undefined],
])("the path %s leads to %s", (path, room) => {
  expect(roomOfPath(path)).toBe(room);
});
