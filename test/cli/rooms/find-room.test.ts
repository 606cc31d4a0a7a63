import { expect, test } from "vitest";
import { findRoom } from "../../../client/cli/rooms/find-room.ts";

const rooms = ["lobby@a.example", "lobby@b.example", "dev", "devops", "2", "kitchen"].map((name) => {
  return { name, room: name.split("@")[0] ?? "" };
});

test.each([
  { written: "dev", found: "dev" },
  { written: "DEVO", found: "devops" },
  { written: "kit", found: "kitchen" },
  { written: "lobby@b", found: "lobby@b.example" },
  { written: "1", found: "lobby@a.example" },
  // A room's own name comes before its number.
  { written: "2", found: "2" },
])("$written is $found", ({ written, found }) => {
  expect(findRoom(written, rooms)).toMatchObject({ name: found });
});

test.each([
  { written: "lobby", says: /^lobby may be lobby@a\.example or lobby@b\.example\.$/ },
  { written: "de", says: /^de may be dev or devops\.$/ },
  { written: "ktichen", says: /no room ktichen\. Did you mean kitchen\?/ },
  { written: "9", says: /no room 9\./ },
  { written: "x".repeat(300), says: /^You are in no room x{100}…\./ },
])("$written is told", ({ written, says }) => {
  expect(findRoom(written, rooms)).toMatch(says);
});
