import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DETAILS, refuseAs } from "../../src/protocol/detail.ts";
import { ERRORS } from "../../src/protocol/error.ts";
import { parseCommand } from "../../src/protocol/frame.ts";
import { RoomWorld } from "../support/room/room-world.ts";

test("§8.1 every exact sentence has an id in snake_case that no code has", () => {
  const ids = Object.keys(DETAILS);
  expect(ids.filter((id) => !/^[a-z]+(_[a-z]+)*$/.test(id) || id in ERRORS)).toEqual([]);
});

/** What a detail's sentence names stands in braces. */
const NAMED = new Proxy({}, { get: (_, name) => `{${String(name)}}` });

test("§8.9 the protocol lists every detail, its code and its sentence, and no other", () => {
  const protocol = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");
  const rows = protocol.matchAll(/^\| `(\w+)` \| `(\w+)` \| (.*) \|$/gm);
  const listed = Array.from(rows, ([, detail, code, sentence]) => ({ detail, code, sentence }));
  const all = Object.entries(DETAILS).map(([detail, { code, say }]) => {
    return { detail, code, sentence: say(NAMED as never) };
  });
  expect(listed).toEqual(all);
});

test("§8.2 the protocol lists every code", () => {
  const protocol = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");
  const [, codes = ""] = /^8\.2 Codes:(.*?)\n\n/ms.exec(protocol) ?? [];
  const listed = Array.from(codes.matchAll(/`(\w+)`/g), ([, code]) => code);
  expect(listed.filter((code) => code !== "type").toSorted()).toEqual(Object.keys(ERRORS).toSorted());
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
