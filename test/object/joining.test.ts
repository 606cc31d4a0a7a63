import { describe, expect, test } from "vitest";
import { LIMITS } from "../../src/protocol/limits.ts";
import { tokenOf } from "../support/token-of.ts";
import { Site, stopTime } from "./site.ts";

describe("§3 joining", () => {
  test("of 30 who want one nickname at once, one gets it", async () => {
    const site = new Site();
    const wires = await Promise.all(Array.from({ length: 30 }, () => site.connect()));
    for (const wire of wires) wire.send({ type: "join", nick: "ana" });
    await Promise.all(wires.map((wire) => wire.when(({ frames }) => frames.length > 0)));
    const heard = wires.map(({ events: [first] }) => (first?.type === "error" ? first.code : first?.type));
    expect(heard.filter((what) => what === "welcome")).toHaveLength(1);
    expect(heard.filter((what) => what === "nick_taken")).toHaveLength(29);
    expect(await (await site.fetch()).json()).toMatchObject({ members: 1 });
  });

  test("of 30 sockets of one client, the last stays", async () => {
    const site = new Site();
    const wires = await Promise.all(Array.from({ length: 30 }, () => site.connect()));
    for (const wire of wires) wire.send({ type: "join", nick: "ana", token: tokenOf("ana"), client: "one" });
    const closings = await Promise.all(wires.slice(0, -1).map((wire) => wire.closing()));
    expect(new Set(closings.map(({ code }) => code))).toEqual(new Set([4001]));
    const last = wires.at(-1);
    await last?.sync();
    expect(last?.closed).toBeUndefined();
    expect(await (await site.fetch()).json()).toMatchObject({ members: 1 });
  });

  test("what is pipelined behind it counts, in order", async () => {
    const site = new Site();
    const bob = await site.join("bob");
    const wire = await site.connect();
    wire.send(
      { type: "say", cid: 1, text: "too early" },
      { type: "join", nick: "ana", token: tokenOf("ana") },
      { type: "say", cid: 1, text: "one" },
      { type: "say", cid: 2, text: "two" },
      { type: "leave" },
      { type: "say", cid: 3, text: "too late" },
    );
    expect(await wire.closing()).toMatchObject({ code: 1000 });
    const types = wire.events.map((event) => (event.type === "error" ? event.code : event.type));
    expect(types).toEqual(["not_joined", "welcome", "stored", "message", "stored", "message"]);
    await bob.wire.next("left");
    expect(bob.wire.texts).toEqual(["one", "two"]);
  });

  test("a replaced socket counts for nothing any more", async () => {
    const site = new Site();
    const bob = await site.join("bob");
    const old = await site.join("ana");
    const young = await site.connect();
    young.send({ type: "join", nick: "ana", token: tokenOf("ana"), client: "one" });
    old.wire.send({ type: "say", cid: 1, text: "ghost" }, { type: "leave" });
    await young.next("welcome");
    young.send({ type: "say", cid: 1, text: "me" });
    await bob.wire.next("message");
    await bob.wire.sync();
    expect(bob.wire.texts.filter((text) => text === "me")).toEqual(["me"]);
    expect(bob.wire.heard("left")).toEqual([]);
    expect((await old.wire.closing()).code).toBe(4001);
  });
});

describe("§1 garbage", () => {
  test.each<[string, string | ArrayBuffer, object]>([
    ["no JSON", "hello", { code: "bad_frame" }],
    ["an empty frame", "", { code: "bad_frame" }],
    ["a list", "[]", { code: "bad_frame" }],
    ["null", "null", { code: "bad_frame" }],
    ["a number", "7", { code: "bad_frame" }],
    ["no type", "{}", { code: "bad_frame" }],
    ["an unknown type", '{"type":"shout","cid":9}', { code: "bad_frame", cid: 9 }],
    ["a type of Object", '{"type":"constructor"}', { code: "bad_frame" }],
    ["a wrong field", '{"type":"say","cid":"1","text":"x"}', { code: "bad_frame", of: "say" }],
    [
      "a cid that is no whole number",
      '{"type":"say","cid":1.5,"text":"x"}',
      { code: "bad_frame", of: "say" },
    ],
    ["a lone surrogate", '{"type":"say","cid":1,"text":"\\ud800"}', { code: "bad_text", of: "say", cid: 1 }],
    ["a prototype", '{"__proto__":{"type":"leave"}}', { code: "bad_frame" }],
    ["nesting", `${"[".repeat(5_000)}${"]".repeat(5_000)}`, { code: "bad_frame" }],
    ["a NUL", "\u0000", { code: "bad_frame" }],
    ["binary", new Uint8Array([1, 2, 3]).buffer, { code: "bad_frame" }],
    ["no bytes at all", new ArrayBuffer(0), { code: "bad_frame" }],
    [
      "JSON in binary",
      Uint8Array.from('{"type":"leave"}', (char) => char.charCodeAt(0)).buffer,
      { code: "bad_frame" },
    ],
    ["Ping", "Ping", { code: "bad_frame" }],
  ])("%s is refused, and its sender stays", async (_, frame, error) => {
    const site = new Site();
    const { wire } = await site.join("ana");
    wire.raw(frame);
    const refused = await wire.next("error");
    expect(refused).toMatchObject(error);
    expect(refused.message).not.toMatch(/ at |Error|\.ts/);
    await wire.sync();
    expect(wire.closed).toBeUndefined();
  });

  const sized = (bytes: number) => {
    const [head, tail] = ['{"type":"say","cid":1,"text":"x","more":"', '"}'];
    return `${head}${"é".repeat((bytes - head.length - tail.length) >> 1)}${tail}`.padEnd(bytes - 1, " ");
  };
  const bytesOf = (text: string) => new TextEncoder().encode(text).length;

  test("a frame of 16 KiB is heard, one byte more is too big", async () => {
    const site = new Site();
    const bob = await site.join("bob");
    const { wire } = await site.join("ana");
    const fits = sized(LIMITS.frame).trimEnd();
    wire.raw(fits + " ".repeat(LIMITS.frame - bytesOf(fits)));
    await wire.next("stored");
    wire.raw(fits + " ".repeat(LIMITS.frame + 1 - bytesOf(fits)));
    wire.send({ type: "say", cid: 2, text: "too late" });
    expect((await wire.closing()).code).toBe(1009);
    await bob.wire.sync();
    expect(bob.wire.texts).toEqual(["x"]);
    expect(bob.wire.heard("left")).toEqual([]);
  });

  test("a message is heard however its JSON is escaped, up to 64 KiB as it comes", async () => {
    const site = new Site();
    const { wire } = await site.join("ana");
    const escapes = "\\ud83e\\udd9c".repeat(4_000);
    wire.raw(`{"type":"say","cid":1,"text":"${escapes}"}`);
    expect(await wire.next("message")).toMatchObject({ text: "🦜".repeat(4_000) });
    wire.raw(`{"type":"say","cid":2,"text":"${"\\u0041".repeat(11_000)}"}`);
    expect((await wire.closing()).code).toBe(1009);
  });

  test("a binary frame can be too big as well, before a join too", async () => {
    const wire = await new Site().connect();
    wire.raw(new ArrayBuffer(LIMITS.frame + 1));
    expect((await wire.closing()).code).toBe(1009);
  });

  test("§8 refusals without end close 4029, and the person is held", async () => {
    stopTime();
    const site = new Site();
    const bob = await site.join("bob");
    const { wire } = await site.join("ana");
    for (let refusal = 0; refusal < 110; refusal++) wire.raw("nonsense");
    expect((await wire.closing()).code).toBe(4029);
    expect(wire.heard("error")).toHaveLength(110);
    await bob.wire.sync();
    expect(bob.wire.heard("left")).toEqual([]);
  });

  test("§3 ten failed joins close 4029", async () => {
    const site = new Site();
    await site.join("ana");
    const wire = await site.connect();
    for (let attempt = 0; attempt < 10; attempt++) wire.send({ type: "join", nick: "ana" });
    expect((await wire.closing()).code).toBe(4029);
    expect(wire.heard("error")).toHaveLength(10);
  });
});

describe("§8 one member's end disturbs nobody", () => {
  test.each([
    [1000, 1000],
    [1001, 1001],
    [4999, 4999],
    [undefined, 1000],
  ])("a peer's close %j is answered %d, and its person held", async (code, answered) => {
    const site = new Site();
    const bob = await site.join("bob");
    const { wire } = await site.join("ana");
    wire.close(code);
    expect((await wire.closing()).code).toBe(answered);
    await bob.wire.sync();
    expect(bob.wire.heard("left")).toEqual([]);
    expect(await (await site.fetch()).json()).toMatchObject({ members: 2 });
  });
});

test("§3.6 wrong admin tokens are counted for all rooms together", async () => {
  const sites = Array.from({ length: 11 }, () => new Site());
  const guesses: unknown[] = [];
  for (const site of sites) {
    const wire = await site.connect({ "CF-Connecting-IP": "10.98.0.1" });
    wire.send({ type: "join", nick: "eve", admin: "a guess at the admin's token" });
    guesses.push((await wire.next("error")).code);
  }
  expect(guesses).toEqual([...Array(10).fill("forbidden"), "rate_limited"]);
});
