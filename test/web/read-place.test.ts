import { expect, test } from "vitest";
import { readPlace } from "../../client/web/rooms/read-place.ts";

const HERE = "https://papo.example";

test.each<[written: string, place: object]>([
  ["dev", { room: "dev", fragment: "" }],
  ["Dev", { room: "dev", fragment: "" }],
  ["/dev", { room: "dev", fragment: "" }],
  ["papo.example/dev", { room: "dev", fragment: "" }],
  ["https://papo.example/dev", { room: "dev", fragment: "" }],
  ["Bad Room", { complaint: expect.stringContaining("A room's name has") }],
  ["dev/x", { complaint: expect.stringContaining("A room's name has") }],
  ["dev/../x", { complaint: expect.stringContaining("A room's name has") }],
  ["dev#58", { complaint: expect.stringContaining("A room's name has") }],
  ["", { complaint: expect.stringContaining("A room's name has") }],
  ["https://papo.example/", { complaint: expect.stringContaining("A room's name has") }],
  ["https://elsewhere.example/dev", { complaint: "That is a link to another server." }],
  ["ftp://papo.example/dev", { complaint: expect.any(String) }],
  ["https://papo.example/dev#pass=p1.cut", { complaint: expect.any(String) }],
])("%j leads to %j", (written, place) => {
  expect(readPlace(written, HERE)).toEqual(place);
});
