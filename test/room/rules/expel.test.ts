import { describe, expect, test } from "vitest";
import { CLOSE } from "../../../src/protocol/close-code.ts";
import { uidOf } from "../../support/token-of.ts";
import { by, COMMANDS, refusalOf, roomOfRoles, roomWith, WHO } from "../room-of-roles.ts";

describe("§7.4 kick", () => {
  test("closes all their sockets, and everybody sees", () => {
    const { world, peer } = roomOfRoles();
    const one = peer("bea");
    const two = world.join("bea", { client: "two" });
    const kicked = { type: "kicked", ...by("mona"), reason: "spam" };
    const who = { nick: "bea", uid: uidOf("bea") };
    const left = { type: "left", ...who, why: "kicked", ...by("mona"), reason: "spam", at: world.now };
    expect(peer("mona").send(COMMANDS.kick("bea"))).toEqual([left]);
    expect(peer("wim").take()).toEqual([left]);
    for (const socket of [one, two]) {
      expect(socket.take()).toEqual([kicked]);
      expect(socket.closed).toBe(CLOSE.kicked);
      expect(socket.send({ type: "say", cid: 1, text: "ghost" })).toEqual([]);
    }
    expect(peer("wim").take()).toEqual([]);
  });

  test("without a reason tells none", () => {
    const { peer } = roomOfRoles();
    const [left] = peer("mona").send({ type: "kick", who: "bea" });
    expect(left).not.toHaveProperty("reason");
    expect(peer("bea").take()).toEqual([{ type: "kicked", ...by("mona") }]);
  });

  test("of somebody held takes them off the roster", () => {
    const { world, peer } = roomWith("bea", "held");
    expect(peer("mona").send(COMMANDS.kick("bea"))).toMatchObject([{ type: "left", why: "kicked" }]);
    world.pass(60_000);
    expect(peer("wim").take()).toHaveLength(1);
  });

  test("who was kicked may come back, and keeps their role", () => {
    const { world, peer } = roomOfRoles();
    peer("ana").send(COMMANDS.kick("milo"));
    expect(world.welcome("milo").you).toMatchObject({ nick: "milo", role: "mod" });
  });

  test.each(Object.entries(WHO))("not of oneself: %s", (_, name) => {
    expect(refusalOf(roomOfRoles().peer(name).send(COMMANDS.kick(name)))).toBe("forbidden");
  });
});

describe("§7.4 and §7.6 ban", () => {
  test("closes all their sockets, and everybody sees", () => {
    const { world, peer } = roomOfRoles();
    const who = { nick: "bea", uid: uidOf("bea") };
    const left = { type: "left", ...who, why: "banned", ...by("mona"), reason: "spam", at: world.now };
    expect(peer("mona").send(COMMANDS.ban("bea"))).toEqual([left]);
    expect(peer("wim").take()).toEqual([left]);
    expect(peer("bea").take()).toEqual([{ type: "kicked", ...by("mona"), reason: "spam" }]);
    expect(peer("bea").closed).toBe(CLOSE.banned);
  });

  test("tells them why when they come again", () => {
    const { world, peer } = roomOfRoles();
    peer("mona").send(COMMANDS.ban("bea"));
    const message = "You are banned from this room: “spam”.";
    expect(world.enter("bea").take()).toMatchObject([{ code: "banned", message }]);
  });

  test("of somebody absent shows nothing, and holds", () => {
    const { world, peer } = roomWith("bea", "absent");
    expect(peer("mona").send(COMMANDS.ban(uidOf("bea")))).toEqual([]);
    expect(peer("wim").take()).toEqual([]);
    expect(world.enter("bea").take()).toMatchObject([{ code: "banned" }]);
  });

  test("of somebody who has never been here, too", () => {
    const { world, peer } = roomOfRoles();
    peer("mona").send(COMMANDS.ban(uidOf("zoe")));
    expect(world.enter("zoe").take()).toMatchObject([{ code: "banned" }]);
  });

  test("keeps its uid out for good, from wherever and under whatever nickname", () => {
    const { world, peer } = roomOfRoles();
    peer("mona").send(COMMANDS.ban("bea"));
    world.pass(300 * 86_400_000);
    const enter = world.enter("bea", { nick: "other", address: "elsewhere" });
    expect(enter.take()).toMatchObject([{ code: "banned", of: "join" }]);
    expect(enter.closed).toBe(CLOSE.banned);
  });

  test.each<[string, string, string | undefined]>([
    ["a newcomer", "zoe", "banned"],
    ["a member who has left", "wim", "banned"],
    ["a mod who has left", "milo", undefined],
    ["an owner who has left", "omar", undefined],
  ])("keeps %s from its address out for 24 hours: %s %s", (_, ...[name, code]) => {
    const { world, peer } = roomOfRoles();
    if (name !== "zoe") peer(name).send({ type: "leave" });
    peer("mona").send(COMMANDS.ban("bea"));
    const enter = () => refusalOf(world.enter(name, { address: "at bea" }).take());
    world.pass(86_399_000);
    expect(enter()).toBe(code);
    world.pass(2_000);
    expect(enter()).toBeUndefined();
  });

  test("does nothing to who is here or held at its address", () => {
    const { world, peer } = roomOfRoles();
    const wim = world.join("wim", { client: "two", address: "at bea" });
    const zoe = world.join("zoe", { address: "at bea" });
    zoe.lose();
    peer("mona").send(COMMANDS.ban("bea"));
    expect(wim.closed).toBeUndefined();
    expect(world.enter("zoe", { address: "at bea" }).take()).toMatchObject([{ type: "welcome" }]);
  });

  test("covers every address that they were connected from", () => {
    const { world, peer } = roomOfRoles();
    world.join("bea", { client: "two", address: "second" });
    peer("mona").send(COMMANDS.ban("bea"));
    for (const address of ["at bea", "second"]) {
      expect(world.enter("zoe", { address }).take()).toMatchObject([{ code: "banned" }]);
    }
    expect(world.enter("zoe", { address: "third" }).take()).toMatchObject([{ type: "welcome" }]);
  });

  test("of somebody held covers their last address", () => {
    const { world, peer } = roomWith("bea", "held");
    world.join("bea", { address: "moved" }).lose();
    peer("mona").send(COMMANDS.ban("bea"));
    expect(world.enter("zoe", { address: "moved" }).take()).toMatchObject([{ code: "banned" }]);
    expect(world.enter("zoe", { address: "at bea" }).take()).toMatchObject([{ type: "welcome" }]);
  });

  test("of somebody banned already covers the same addresses, for 24 hours from then", () => {
    const { world, peer } = roomOfRoles();
    peer("mona").send(COMMANDS.ban("bea"));
    world.pass(50_000_000);
    peer("mona").send({ type: "ban", who: uidOf("bea"), reason: "still" });
    world.pass(50_000_000);
    expect(world.enter("zoe", { address: "at bea" }).take()).toMatchObject([{ code: "banned" }]);
    expect(peer("mona").send({ type: "bans" }).at(-1)).toMatchObject({
      list: [{ nick: "bea", reason: "still" }],
    });
  });

  test("of a mod who keeps their role is a ban nevertheless", () => {
    const { world, peer } = roomOfRoles();
    peer("ana").send(COMMANDS.ban("milo"));
    expect(world.enter("milo").take()).toMatchObject([{ code: "banned" }]);
  });

  test("there are 1,000 at most: the oldest gives way, so that many identities don't end a mod's power", () => {
    const { world, peer } = roomOfRoles();
    const stranger = (place: number) => `${place}`.padStart(12, "x");
    for (let place = 0; place < 1_000; place++) {
      world.pass(1_000);
      expect(peer("mona").send(COMMANDS.ban(stranger(place)))).toEqual([]);
    }
    expect(
      peer("mona")
        .send(COMMANDS.ban("bea"))
        .map(({ type }) => type),
    ).not.toContain("error");
    const uids = world.store.bans().map(({ uid }) => uid);
    expect(uids).toHaveLength(1_000);
    expect(uids).not.toContain(stranger(0));
    expect(uids).toEqual(expect.arrayContaining([stranger(1), uidOf("bea")]));
  });
});

describe("§7.4 unban", () => {
  /** bea and zoe are banned, and everybody has read so. */
  function roomWithBans() {
    const room = roomOfRoles();
    room.peer("mona").send(COMMANDS.ban("bea"), COMMANDS.ban(uidOf("zoe")));
    for (const name of ["ana", "mona", "root", "wim", "milo", "bob"]) room.peer(name).take();
    return room;
  }

  test.each(["bea", "BEA", uidOf("bea")])("of %s is told to mods and owners, and nobody else", (who) => {
    const { world, peer } = roomWithBans();
    const unbanned = { type: "unbanned", nick: "bea", uid: uidOf("bea"), ...by("milo"), at: world.now };
    expect(peer("milo").send({ type: "unban", who })).toEqual([unbanned]);
    for (const name of ["ana", "mona", "root"]) expect(peer(name).take()).toEqual([unbanned]);
    for (const name of ["wim", "bob"]) expect(peer(name).take()).toEqual([]);
    expect(world.enter("bea").take()).toMatchObject([{ type: "welcome" }]);
    expect(world.enter("eve", { address: "at bea" }).take()).toMatchObject([{ type: "welcome" }]);
  });

  test.each(["wim", "nobody", uidOf("wim")])("of %s, who is not banned: no_such_nick", (who) => {
    expect(refusalOf(roomWithBans().peer("mona").send({ type: "unban", who }))).toBe("no_such_nick");
  });

  test("lasts", () => {
    const { world, peer } = roomWithBans();
    peer("mona").send({ type: "unban", who: "bea" });
    world.crash();
    expect(world.enter("bea").take()).toMatchObject([{ type: "welcome" }]);
    expect(world.enter("zoe").take()).toMatchObject([{ code: "banned" }]);
  });
});

test("§7.4 bans lists them to the asker alone, without addresses", () => {
  const { world, peer } = roomOfRoles();
  const at = world.now;
  peer("mona").send({ type: "ban", who: "bea" });
  peer("ana").send(COMMANDS.ban(uidOf("zoe")));
  for (const name of ["ana", "mona", "wim"]) peer(name).take();
  expect(peer("mona").send({ type: "bans", cid: 7 })).toEqual([
    {
      ...{ type: "bans", cid: 7 },
      list: [
        { nick: "bea", uid: uidOf("bea"), ...by("mona"), at },
        { nick: uidOf("zoe"), uid: uidOf("zoe"), ...by("ana"), at, reason: "spam" },
      ],
      kept: [],
    },
  ]);
  expect([...peer("ana").take(), ...peer("wim").take()]).toEqual([]);
});
