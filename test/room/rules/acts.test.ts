import { describe, expect, test } from "vitest";
import type { CommandInput } from "../../../src/protocol/command.ts";
import { DAY } from "../../../src/room/report.ts";
import { closeDoor, end } from "../../../src/room/rules/end.ts";
import { RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const uid = uidOf("bob");

const ADMIN = "the admin's token, a long one";

describe("§7.9 the log of acts of order", () => {
  const acts: [CommandInput, object][] = [
    [
      { type: "kick", who: "bob", reason: "spam" },
      { act: "kick", nick: "bob", uid, reason: "spam" },
    ],
    [
      { type: "ban", who: "bob" },
      { act: "ban", nick: "bob", uid },
    ],
    [
      { type: "role", who: "bob", role: "mod" },
      { act: "role", nick: "bob", uid, reason: "mod" },
    ],
    [
      { type: "topic", text: "tea" },
      { act: "topic", reason: "tea" },
    ],
    [
      { type: "lock", key: "sesame" },
      { act: "lock", reason: "on" },
    ],
    [
      { type: "slow", seconds: 5 },
      { act: "slow", reason: "5" },
    ],
    [{ type: "invite", days: 7 }, { act: "invite" }],
    [
      { type: "hook", name: "ci" },
      { act: "hook", nick: "ci", uid: "hook-ci-salt", reason: "on" },
    ],
    [
      { type: "delete", cid: 1, id: 1 },
      { act: "delete", nick: "bob", uid, target: 1 },
    ],
  ];

  test.each(acts)("%o", (command, act) => {
    const world = new RoomWorld({ passSecret: "x".repeat(32) });
    const ana = world.join("ana");
    world.join("bob").say("oi");
    ana.send(command);
    world.crash();
    const [answer] = world.join("ana").send({ type: "acts", cid: 9 });
    const by = { by: "ana", byUid: uidOf("ana"), at: world.now };
    expect(answer).toEqual({ type: "acts", cid: 9, list: [{ id: 1, ...by, ...act }], more: false });
    // No secret is in it.
    expect(JSON.stringify(answer)).not.toContain("sesame");
  });

  test("is for mods, newest first, in pages; what one does with one's own, and what is refused, are none", () => {
    const world = new RoomWorld({ burst: 100 });
    const ana = world.join("ana");
    const bob = world.join("bob");
    const { id } = ana.say("oi");
    ana.send({ type: "delete", cid: ana.nextCid, id }, { type: "kick", who: "nobody" });
    for (const seconds of [1, 2, 3]) ana.send({ type: "slow", seconds });
    bob.take();
    expect(bob.send({ type: "acts" })).toMatchObject([
      { code: "forbidden", detail: "not_a_mod", of: "acts" },
    ]);
    expect(ana.send({ type: "acts", limit: 2 })).toMatchObject([
      {
        list: [
          { id: 3, reason: "3" },
          { id: 2, reason: "2" },
        ],
        more: true,
      },
    ]);
    expect(ana.send({ type: "acts", before: 2 })).toMatchObject([
      { list: [{ id: 1, reason: "1" }], more: false },
    ]);
  });

  test("goes with history", () => {
    const world = new RoomWorld({ historyAge: 10 * DAY });
    const ana = world.join("ana");
    ana.send({ type: "slow", seconds: 1 });
    world.pass(9 * DAY);
    ana.send({ type: "slow", seconds: 2 });
    world.pass(2 * DAY);
    expect(ana.send({ type: "acts" })).toMatchObject([{ list: [{ id: 2 }] }]);
  });
});

describe("§7.6 bans", () => {
  const HOUR = 3_600_000;

  test("for a time, after which one comes in again, from one's network too", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    world.join("bob", { address: "there" });
    ana.send({ type: "ban", who: "bob", hours: 2 });
    expect(ana.send({ type: "bans" })).toMatchObject([
      { list: [{ nick: "bob", until: world.now + 2 * HOUR }] },
    ]);
    world.pass(2 * HOUR - 1);
    expect(world.enter("bob", { address: "there" }).take()).toMatchObject([{ code: "banned" }]);
    expect(world.enter("cat", { address: "there" }).take()).toMatchObject([{ detail: "network_banned" }]);
    world.crash();
    world.pass(1);
    for (const name of ["bob", "cat"]) expect(world.welcome(name, { address: "there" }).you.nick).toBe(name);
    expect(world.join("ana").send({ type: "bans" })).toMatchObject([{ list: [] }]);
  });

  test("that are for long hold their network out for a day, as any", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    world.join("bob", { address: "there" });
    ana.send({ type: "ban", who: "bob", hours: 100 });
    world.pass(DAY);
    expect(world.welcome("cat", { address: "there" }).you.nick).toBe("cat");
    expect(world.enter("bob", { address: "there" }).take()).toMatchObject([{ code: "banned" }]);
  });

  test("that hide take back what was said in public of late, each with its event, and are one act", () => {
    const world = new RoomWorld({ burst: 1_000 });
    const ana = world.join("ana");
    const bob = world.join("bob", { address: "there" });
    bob.say("old");
    world.pass(DAY + 1);
    const [first, second] = [bob.say("one"), bob.say("two")];
    bob.send({ type: "say", cid: bob.nextCid, text: "psst", to: "ana" });
    bob.send({ type: "delete", cid: bob.nextCid, id: second.id });
    const cat = world.join("cat");
    ana.take();
    ana.send({ type: "ban", who: "bob", hide: true });
    const by = { by: "ana", byUid: uidOf("ana") };
    const deleted = cat.take().filter(({ type }) => type === "deleted");
    expect(deleted).toMatchObject([{ target: first.id, ...by }]);
    const texts = world.readMessages();
    const kept = "events" in texts ? texts.events.flatMap((each) => ("text" in each ? [each.text] : [])) : [];
    expect(kept).toEqual(["old"]);
    expect(ana.history().events.some((each) => "text" in each && each.text === "psst")).toBe(true);
    expect(ana.send({ type: "acts" })).toMatchObject([{ list: [{ act: "ban" }] }]);
  });

  test("that hide take 200 at most, the newest", () => {
    const world = new RoomWorld({ burst: 1_000 });
    const ana = world.join("ana");
    const bob = world.join("bob", { address: "there" });
    for (let count = 1; count <= 203; count++) bob.say(String(count));
    ana.take();
    const told = ana.send({ type: "ban", who: "bob", hide: true }).filter(({ type }) => type === "deleted");
    expect(told).toHaveLength(200);
    const page = world.readMessages({ limit: 200, after: 0 });
    const kept = "events" in page ? page.events.flatMap((each) => ("text" in each ? [each.text] : [])) : [];
    expect(kept).toEqual(["1", "2", "3"]);
  });
});

describe("§11 passes for one person", () => {
  const one = { pass: { id: "pass--------", exp: 2_000_000_000, one: true } };

  test("become whose they are as they are first used, in each room for itself", () => {
    const world = new RoomWorld();
    world.join("ana");
    world.join("bob", { introduction: one });
    world.crash();
    expect(world.welcome("bob", { introduction: one, client: "two" }).you.nick).toBe("bob");
    const refused = { code: "no_pass", detail: "pass_taken" };
    expect(world.enter("cat", { introduction: one }).take()).toMatchObject([{ ...refused, of: "join" }]);
    const call = { name: "cat", introduction: one };
    for (const answer of [world.summarize(call), world.listMembers(call), world.readMessages({}, call)])
      expect(answer).toMatchObject({ refused: "no_pass" });
    expect(world.post(call, { nick: "cat", text: "x" })).toMatchObject({ refused: "no_pass" });
  });

  test("looking takes none up, a post does", () => {
    const world = new RoomWorld();
    world.join("ana");
    world.readMessages({}, { name: "bob", introduction: one });
    world.post({ name: "cat", introduction: one }, { nick: "cat", text: "x" });
    expect(world.enter("bob", { introduction: one }).take()).toMatchObject([{ detail: "pass_taken" }]);
  });

  test("a ban covers them: who comes anew under one is told that they are banned", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    world.join("bob", { introduction: one, address: "there" });
    ana.send({ type: "ban", who: "bob", reason: "spam" });
    const anew = { introduction: one, address: "elsewhere" };
    expect(world.enter("cat", anew).take()).toMatchObject([{ code: "banned", detail: "banned_because" }]);
    expect(world.post({ ...anew }, { nick: "cat", text: "x" })).toMatchObject({ refused: "banned" });
    expect(world.welcome("dan", { address: "elsewhere" }).you.nick).toBe("dan");
    ana.send({ type: "unban", who: "bob" });
    expect(world.enter("cat", anew).take()).toMatchObject([{ detail: "pass_taken" }]);
  });

  test("are forgotten once they are good no more", () => {
    const world = new RoomWorld();
    world.join("ana");
    const exp = Math.floor(world.now / 1_000) + 60;
    world.join("bob", { introduction: { pass: { ...one.pass, exp } } });
    world.pass(DAY);
    expect(world.store.passes()).toEqual([]);
  });
});

test("§11 the room's own invitations name it, and are told apart", () => {
  const world = new RoomWorld({ passSecret: "x".repeat(32) });
  const ana = world.join("ana", { introduction: { origin: "https://chat.example" } });
  const bob = world.join("bob");
  const [first, second] = [
    ana.send({ type: "invite", cid: 3, days: 7 }),
    ana.send({ type: "invite", days: 1, one: true }),
  ].map((told) => told.at(-1));
  expect(first).toMatchObject({
    type: "invite",
    cid: 3,
    expires: Math.floor(world.now / 1_000) + 7 * 86_400,
  });
  if (first?.type !== "invite" || second?.type !== "invite") throw new Error("No invitation came.");
  expect(first.link).toBe(`https://chat.example/lobby#pass=${first.pass}`);
  const said = (pass: string) => JSON.parse(Buffer.from(pass.split(".")[1] ?? "", "base64url").toString());
  expect(said(first.pass)).toEqual({
    id: expect.stringMatching(/^[\w-]{12}$/),
    exp: first.expires,
    rooms: ["lobby"],
  });
  expect(said(second.pass)).toMatchObject({ one: true });
  expect(said(second.pass).id).not.toBe(said(first.pass).id);
  expect(bob.send({ type: "invite", days: 7 }).at(-1)).toMatchObject({
    code: "forbidden",
    detail: "not_an_owner",
  });
  const bare = new RoomWorld().join("ana");
  expect(bare.send({ type: "invite", days: 7 })).toMatchObject([
    { code: "forbidden", detail: "no_pass_secret" },
  ]);
});

test("§11 a closed door may leave admins in", () => {
  const world = new RoomWorld({ adminToken: ADMIN });
  const [ana, root] = [world.join("ana"), world.join("root", { admin: ADMIN })];
  const [stranger, comer] = [world.connect(), world.connect("here", { admin: true })];
  world.command((room) => closeDoor(room, "admins"));
  expect([ana, root, stranger, comer].map(({ closed }) => closed)).toEqual([
    4010,
    undefined,
    4010,
    undefined,
  ]);
});

test("§11 the admin ends a room: everybody is closed, and nothing is left", () => {
  const world = new RoomWorld({ nickHold: 1_000 });
  const peers = [world.join("ana"), world.join("bob"), world.connect()];
  peers[0]?.say("x");
  world.command((room) => closeDoor(room, "nobody"));
  expect(peers.map(({ closed }) => closed)).toEqual([4010, 4010, 4010]);
  expect(world.room.people.size).toBe(0);
  const back = world.join("ana");
  expect(back.history().events).toHaveLength(1);
  world.command(end);
  expect(back.closed).toBe(4010);
  expect(world.room.profile).toBeUndefined();
  expect(world.alarm).toBeUndefined();
  expect(world.summarize()).toMatchObject({ members: 0, cursor: 0 });
});
