import { describe, expect, test } from "vitest";
import { secrets } from "../../../src/object/secrets.ts";
import type { CommandInput } from "../../../src/protocol/command.ts";
import { isUid } from "../../../src/protocol/identity.ts";
import { DAY } from "../../../src/room/report.ts";
import { uidOf as uidOfHook } from "../../../src/room/rules/hooks.ts";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const introduction = { origin: "https://chat.example" };
const ADDRESS = /^https:\/\/chat\.example\/api\/rooms\/lobby\/hooks\/([A-Za-z0-9_-]{24})$/;

/** A room with its owner. */
function lobby(settings: ConstructorParameters<typeof RoomWorld>[0] = {}) {
  const world = new RoomWorld({ burst: 100, ...settings });
  const ana = world.join("ana", { introduction });
  return { world, ana };
}

/** Makes a hook, and gives back what is secret in its address. */
function made(by: Peer, name: string): string {
  const answer = by.send({ type: "hook", cid: 1, name }).find((each) => each.type === "hook");
  if (!answer) throw new Error(`No hook, for ${name}`);
  return ADDRESS.exec(answer.url)?.[1] ?? "";
}

const said = (text: string, nick?: string) => ({ text, ...(nick !== undefined && { nick }) });

describe("§12.1 hooks", () => {
  test("are made, listed and ended by mods, and nobody else hears of it", () => {
    const { world, ana } = lobby();
    const bob = world.join("bob");
    ana.take();
    const [answer] = ana.send({ type: "hook", cid: 7, name: " CI builds " });
    expect(answer).toEqual({ type: "hook", cid: 7, name: "CI builds", url: expect.stringMatching(ADDRESS) });
    const listed = { name: "CI builds", by: "ana", byUid: uidOf("ana"), at: world.now };
    expect(ana.send({ type: "hooks", cid: 8 })).toEqual([{ type: "hooks", cid: 8, list: [listed] }]);
    world.crash();
    const again = world.join("ana");
    expect(again.send({ type: "hooks" })).toEqual([{ type: "hooks", list: [listed] }]);
    expect(again.send({ type: "unhook", cid: 9, name: "ci BUILDS" })).toEqual([
      { type: "unhook", cid: 9, name: "CI builds" },
    ]);
    expect(again.send({ type: "hooks" })).toEqual([{ type: "hooks", list: [] }]);
    expect(bob.take()).toEqual([]);
    const [{ list } = { list: [] }] = again.send({ type: "acts" }).filter((each) => each.type === "acts");
    expect(list).toMatchObject([
      { act: "hook", nick: "CI builds", reason: "off", by: "ana" },
      { act: "hook", nick: "CI builds", reason: "on", by: "ana" },
    ]);
  });

  test.each<[CommandInput, string, string]>([
    [{ type: "hook", name: "" }, "bad_frame", "bad_hook_name"],
    [{ type: "hook", name: "two\nlines" }, "bad_frame", "bad_hook_name"],
    [{ type: "hook", name: "x".repeat(33) }, "bad_frame", "bad_hook_name"],
    [{ type: "unhook", name: "nothing" }, "no_such_nick", "no_such_hook"],
  ])("%o is refused", (command, code, detail) => {
    const { ana } = lobby();
    expect(ana.send(command)).toMatchObject([{ type: "error", code, detail, of: command.type }]);
  });

  test.each<CommandInput>([{ type: "hook", name: "ci" }, { type: "hooks" }, { type: "unhook", name: "ci" }])(
    "%o is for mods",
    (command) => {
      const { world } = lobby();
      expect(world.join("bob").send(command)).toMatchObject([{ code: "forbidden", detail: "not_a_mod" }]);
    },
  );

  test("a room has twenty; one of the same name takes the place of the first, whose address ends", () => {
    const { world, ana } = lobby();
    const ids = Array.from({ length: 20 }, (_, at) => made(ana, `hook ${at}`));
    expect(ana.send({ type: "hook", name: "more" })).toMatchObject([
      { code: "full", detail: "too_many_hooks", params: { most: 20 } },
    ]);
    const second = made(ana, "HOOK 3");
    expect(world.deliver({ id: ids[3] ?? "", said: said("old") })).toMatchObject({ refused: "not_found" });
    expect(world.deliver({ id: second, said: said("new") })).toMatchObject({ id: 1, nick: "HOOK 3" });
    expect(world.deliver({ id: ids[4] ?? "", said: said("another") })).toMatchObject({ id: 2 });
  });

  test("no secret is on disk", () => {
    const { world, ana } = lobby();
    const id = made(ana, "ci");
    world.deliver({ id, said: said("x") });
    expect(world.room.hooks.named("ci")?.hash).toBe(`${id} with salt`);
    expect(secrets.hash(id, "salt")).not.toContain(id);
    world.crash();
    expect(world.deliver({ id, said: said("still there") })).toMatchObject({ id: 2 });
  });
});

describe("§12.4 what a hook brings", () => {
  test("is a message of nobody's, for all to see", () => {
    const { world, ana } = lobby();
    const id = made(ana, "ci");
    ana.take();
    expect(world.deliver({ id, said: said("green", "Grafana Alerts") })).toEqual({
      ...{ id: 1, at: world.now, nick: "Grafana Alerts" },
    });
    const message = {
      type: "message",
      id: 1,
      at: world.now,
      nick: "Grafana Alerts",
      hook: "ci",
      text: "green",
    };
    expect(ana.take()).toEqual([{ ...message, uid: uidOfHook(world.room, "ci") }]);
    world.crash();
    expect(world.readMessages()).toMatchObject({ events: [message] });
    expect(world.listMembers()).toMatchObject({ members: [{ nick: "ana" }] });
  });

  test("has a uid that can be no token's, and is the same for the same name", () => {
    const { world } = lobby();
    const room = { ...world.room, secrets, salt: "salt" };
    const uid = uidOfHook(Object.assign(Object.create(world.room), room), "ci");
    expect(isUid(uid)).toBe(true);
    expect(uid).toBe(uidOfHook(Object.assign(Object.create(world.room), room), "CI"));
  });

  test.each([
    ["ana", "ci"],
    ["ANA", "ci"],
    ["аna", "ci"],
    ["server", "ci"],
    ["Admin", "ci"],
    ["🚀", "ci"],
    [undefined, "ci"],
    ["ana the bot", "ana the bot"],
  ])("who calls itself %j is shown as %j", (nick, shown) => {
    const { world, ana } = lobby();
    const id = made(ana, "ci");
    expect(world.deliver({ id, said: said("x", nick) })).toMatchObject({ nick: shown });
  });

  test("a hook that is called like somebody, or like the room, shows that it is one", () => {
    const { world, ana } = lobby();
    expect(world.deliver({ id: made(ana, "Ana"), said: said("x") })).toMatchObject({ nick: "hook:Ana" });
    expect(world.deliver({ id: made(ana, "System"), said: said("x", "ana") })).toMatchObject({
      nick: "hook:System",
    });
  });

  test("comes in through the lock, bans of networks and slow mode", () => {
    const { world, ana } = lobby();
    const id = made(ana, "ci");
    world.join("bob", { address: "elsewhere" });
    ana.send({ type: "lock", key: "sesame" }, { type: "ban", who: "bob" }, { type: "slow", seconds: 600 });
    expect(world.deliver({ id, said: said("one") })).toMatchObject({ id: 1 });
    expect(world.deliver({ id, said: said("two") })).toMatchObject({ id: 2 });
  });

  test("a ban of its uid keeps it out, and nobody can edit what it said but mods delete it", () => {
    const { world, ana } = lobby();
    const id = made(ana, "ci");
    world.deliver({ id, said: said("one") });
    expect(ana.edit(1, "mine").find((each) => each.type === "error")).toMatchObject({
      detail: "not_your_edit",
    });
    expect(ana.remove(1).map(({ type }) => type)).toContain("deleted");
    ana.send({ type: "ban", who: uidOfHook(world.room, "ci") });
    expect(world.deliver({ id, said: said("two") })).toMatchObject({
      refused: "banned",
      detail: "hook_banned",
    });
  });

  test.each([
    ["an unknown secret", (id: string) => `${id.slice(0, -1)}!`],
    ["none", () => ""],
    ["a hash", (id: string) => `${id} with salt`],
  ])("%s finds nothing", (_, other) => {
    const { world, ana } = lobby();
    const id = made(ana, "ci");
    expect(world.deliver({ id: other(id), said: said("x") })).toMatchObject({ refused: "not_found" });
    expect(world.store.log.cursor()).toBe(0);
  });

  test("a room that nobody has made is not made", () => {
    const world = new RoomWorld();
    expect(world.deliver({ id: "x".repeat(24), said: said("x") })).toMatchObject({ refused: "not_found" });
    expect(world.room.profile).toBeUndefined();
    expect([world.store.isDirty, world.alarm]).toEqual([false, undefined]);
  });

  test("where nothing is to be said, it is only asked whether the hook is there", () => {
    const { world, ana } = lobby();
    const id = made(ana, "ci");
    expect(world.deliver({ id })).toBeUndefined();
    ana.send({ type: "unhook", name: "ci" });
    expect(world.deliver({ id })).toMatchObject({ refused: "not_found" });
  });

  test("into an empty room it keeps that for as long as history, and no longer", () => {
    const { world, ana } = lobby();
    const id = made(ana, "ci");
    ana.send({ type: "leave" });
    world.pass(DAY);
    expect(world.deliver({ id, said: said("x") })).toMatchObject({ id: 1 });
    world.pass(world.settings.historyAge - 1);
    expect(world.deliver({ id })).toBeUndefined();
    world.pass(3 * DAY);
    expect(world.deliver({ id })).toMatchObject({ refused: "not_found" });
  });
});

describe("§12.9 how much", () => {
  test("each hook has a bucket of its own: neither the others nor people wait", () => {
    const world = new RoomWorld({ burst: 3, perSecond: 1 });
    const ana = world.join("ana", { introduction });
    const [one, two] = [made(ana, "one"), made(ana, "two")];
    world.pass(60_000);
    for (let at = 1; at <= 3; at++)
      expect(world.deliver({ id: one, said: said("x") })).toMatchObject({ id: at });
    const refused = world.deliver({ id: one, said: said("x") });
    expect(refused).toMatchObject({ refused: "rate_limited", retryAfter: 1_000 });
    expect(world.deliver({ id: two, said: said("x") })).toMatchObject({ id: 4 });
    expect(world.post({ address: "elsewhere" }, { nick: "poster", text: "x" })).toMatchObject({ id: 5 });
    ana.take();
    expect(ana.say("x").id).toBe(6);
    world.pass(1_000);
    expect(world.deliver({ id: one, said: said("x") })).toMatchObject({ id: 7 });
  });

  test.each([
    ["the room's day", { roomMessages: 1 }, "room_budget"],
    ["the network's day", { addressMessages: 1 }, "address_budget"],
  ])("%s counts it", (_, settings, detail) => {
    const { world, ana } = lobby(settings);
    const id = made(ana, "ci");
    expect(world.deliver({ id, said: said("x") })).toMatchObject({ id: 1 });
    expect(world.deliver({ id, said: said("x") })).toMatchObject({ refused: "over_budget", detail });
  });

  test("where the deployment's day is used up, it is none of those who may still write", () => {
    const { world, ana } = lobby();
    const id = made(ana, "ci");
    world.learn({ share: 100, day: Math.floor(world.now / DAY) });
    expect(world.deliver({ id, said: said("x") })).toMatchObject({ detail: "deployment_budget" });
  });

  test("a repeat under a key is one message; another one is refused; another hook's key is its own", () => {
    const { world, ana } = lobby();
    const [one, two] = [made(ana, "one"), made(ana, "two")];
    const first = { id: 1, at: world.now, nick: "one" };
    expect(world.deliver({ id: one, key: "k1", said: said("x") })).toEqual(first);
    world.pass(5_000);
    expect(world.deliver({ id: one, key: "k1", said: said("x", "Other") })).toEqual(first);
    world.crash();
    expect(world.deliver({ id: one, key: "k1", said: said("x") })).toEqual(first);
    expect(world.deliver({ id: one, key: "k1", said: said("y") })).toMatchObject({ detail: "key_reused" });
    expect(world.deliver({ id: two, key: "k1", said: said("x") })).toMatchObject({ id: 2 });
    expect(world.deliver({ id: one, key: "k2", said: said("x") })).toMatchObject({ id: 3 });
  });
});
