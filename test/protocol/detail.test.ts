import { expect, test } from "vitest";
import { DETAILS, refuseAs } from "../../src/protocol/detail.ts";
import { ERRORS } from "../../src/protocol/error.ts";
import { parseCommand } from "../../src/protocol/frame.ts";
import { RoomWorld } from "../support/room/room-world.ts";

test("§8.1 every exact sentence has an id in snake_case that no code has", () => {
  const ids = Object.keys(DETAILS);
  expect(ids.filter((id) => !/^[a-z]+(_[a-z]+)*$/.test(id) || id in ERRORS)).toEqual([]);
});

test.each([
  ["no_json", refuseAs("no_json"), undefined],
  ["next_number", refuseAs("next_number", { next: 4 }), { next: 4 }],
  ["bad_field", parseCommand('{"type":"say","cid":1,"text":5}'), { field: "text" }],
  ["bad_field", parseCommand('{"type":"role","who":"ana","role":"king"}'), { field: "role" }],
])("§8.1 %s names what its sentence names", (detail, refusal, params) => {
  expect(refusal).toMatchObject({ detail, ...(params && { params }) });
  expect("params" in refusal).toBe(params !== undefined);
});

test("§8.1 the id and what it names go out with the refusal", () => {
  const ana = new RoomWorld().join("ana");
  expect(ana.send({ type: "say", cid: 3, text: "oi" })).toMatchObject([
    { type: "error", code: "out_of_order", detail: "next_number", params: { next: 1 }, of: "say", cid: 3 },
  ]);
});
