import { describe, expect, test } from "vitest";
import type { CommandInput } from "../../../src/protocol/command.ts";
import type { Role } from "../../../src/protocol/role.ts";
import { uidOf } from "../../support/token-of.ts";
import {
  type Actor,
  by,
  COMMANDS,
  type Presence,
  type Rank,
  refusalOf,
  roomOfRoles,
  roomWith,
  TARGET,
  WHO,
} from "../room-of-roles.ts";

type Named = keyof typeof COMMANDS;

describe("§7.2 and §7.5 whom a command may name", () => {
  const yes = undefined;
  const no = "forbidden";
  type Row = [
    command: Named,
    actor: Actor,
    owner: typeof yes | typeof no,
    mod: typeof yes | typeof no,
    member: typeof yes | typeof no,
  ];
  const table: Row[] = [
    ["kick", "member", no, no, no],
    ["kick", "mod", no, no, yes],
    ["kick", "owner", no, yes, yes],
    ["kick", "admin", no, yes, yes],
    ["ban", "member", no, no, no],
    ["ban", "mod", no, no, yes],
    ["ban", "owner", no, yes, yes],
    ["ban", "admin", no, yes, yes],
    ...(["role member", "role mod", "role owner"] as const).flatMap((command): Row[] => [
      [command, "member", no, no, no],
      [command, "mod", no, no, no],
      [command, "owner", no, yes, yes],
      [command, "admin", no, yes, yes],
    ]),
  ];
  const cases = table.flatMap(([command, actor, owner, mod, member]) =>
    Object.entries({ owner, mod, member }).map(
      ([rank, outcome]) => [command, actor, rank as Rank, outcome] as const,
    ),
  );

  /** Whether somebody of this role may give the command at all. */
  const mayAtAll = (command: Named, actor: Actor) =>
    actor === "owner" || actor === "admin" || (actor === "mod" && !command.startsWith("role"));

  describe.each(cases)("%s by %s, of %s: %s", (command, ...[actor, rank, outcome]) => {
    const target = TARGET[rank];
    const attempt = (presence: Presence, who: string) => {
      const { peer } = roomWith(target, presence);
      return refusalOf(peer(WHO[actor]).send(COMMANDS[command](who)));
    };
    const nobody = mayAtAll(command, actor) ? "no_such_nick" : no;

    test.each(["here", "held"] as const)("who is %s, by nickname or uid", (presence) => {
      expect(attempt(presence, target)).toBe(outcome);
      expect(attempt(presence, target.toUpperCase())).toBe(outcome);
      expect(attempt(presence, uidOf(target))).toBe(outcome);
    });
    test("who is absent, by uid", () => {
      expect(attempt("absent", uidOf(target))).toBe(command === "kick" ? nobody : outcome);
    });
    test("who is absent, by nickname", () => {
      expect(attempt("absent", target)).toBe(nobody);
    });
  });
});

describe("§7.4 role", () => {
  test.each<[Presence, string]>([
    ["here", "bea"],
    ["held", "bea"],
    ["absent", uidOf("bea")],
  ])("of somebody %s is told to everyone, and lasts", (presence, who) => {
    const { world, peer } = roomWith("bea", presence);
    const nick = presence === "absent" ? uidOf("bea") : "bea";
    const role = { type: "role", nick, uid: uidOf("bea"), role: "mod", ...by("ana"), at: world.now };
    expect(peer("ana").send(COMMANDS["role mod"](who))).toEqual([role]);
    expect(peer("wim").take()).toEqual([role]);
    world.crash();
    expect(world.welcome("bea").you.role).toBe("mod");
  });

  test("holds at once", () => {
    const { peer } = roomOfRoles();
    peer("ana").send(COMMANDS["role mod"]("bea"), COMMANDS["role member"]("mona"));
    expect(refusalOf(peer("bea").send(COMMANDS.kick("mona")))).toBeUndefined();
  });

  test("there may be several owners, who can't touch each other", () => {
    const { peer } = roomOfRoles();
    peer("ana").send(COMMANDS["role owner"]("bea"));
    expect(refusalOf(peer("bea").send(COMMANDS["role member"]("ana")))).toBe("forbidden");
    expect(refusalOf(peer("ana").send(COMMANDS.ban("bea")))).toBe("forbidden");
  });

  test("stays with the uid, not with the nickname", () => {
    const { world, peer } = roomOfRoles();
    peer("mona").send({ type: "leave" });
    expect(world.welcome("zoe", { nick: "mona" }).you.role).toBe("member");
    expect(world.welcome("mona", { nick: "other" }).you.role).toBe("mod");
  });

  test.each<[Actor, Named, string | undefined]>([
    ["owner", "role owner", "forbidden"],
    ["owner", "role mod", undefined],
    ["owner", "role member", undefined],
    ["mod", "role member", "forbidden"],
    ["member", "role member", "forbidden"],
    ["admin", "role owner", "forbidden"],
  ])("of oneself may be lowered: %s, %s", (actor, ...[command, outcome]) => {
    const name = WHO[actor];
    const { peer } = roomOfRoles();
    expect(refusalOf(peer(name).send(COMMANDS[command](name)))).toBe(outcome);
    expect(refusalOf(peer(name).send(COMMANDS[command](uidOf(name))))).toBe(
      outcome === undefined ? "forbidden" : outcome,
    );
  });

  test("an admin can make somebody owner for good", () => {
    const { world, peer } = roomOfRoles();
    peer("root").send(COMMANDS["role owner"]("bea"));
    world.crash();
    expect(world.welcome("bea").you.role).toBe("owner");
    expect(world.welcome("root").you.role).toBe("member");
  });

  test("goes to 1,000 people at most; whoever has one may get another", () => {
    const { world, peer } = roomOfRoles();
    for (let count = world.store.roles().length; count < 1_000; count++) {
      const nick = `mod${count}`;
      world.room.roles.assign({ uid: uidOf(nick), nick, role: "mod", since: 0 });
    }
    const give = (who: string, role: Role) => refusalOf(peer("ana").send({ type: "role", who, role }));
    expect(give("bob", "mod")).toBe("forbidden");
    expect(give("milo", "owner")).toBeUndefined();
    expect(give("mona", "member")).toBeUndefined();
    expect(give("bob", "mod")).toBeUndefined();
  });
});

describe("§7.4 how the room is arranged", () => {
  type Case = [command: CommandInput, event: object, allowed: readonly Actor[]];
  const mods = ["mod", "owner", "admin"] as const;
  const owners = ["owner", "admin"] as const;
  const cases: Case[] = [
    [{ type: "topic", text: "tea %s\n🦜" }, { type: "topic", text: "tea %s\n🦜" }, mods],
    [{ type: "topic", text: "" }, { type: "topic", text: "" }, mods],
    [{ type: "slow", seconds: 10 }, { type: "slow", seconds: 10 }, mods],
    [{ type: "slow", seconds: 0 }, { type: "slow", seconds: 0 }, mods],
    [{ type: "lock", key: "sesame" }, { type: "locked", locked: true }, owners],
    [{ type: "lock", key: null }, { type: "locked", locked: false }, owners],
  ];
  describe.each(cases)("%j", (command, ...[event, allowed]) => {
    test.each(Object.entries(WHO) as [Actor, string][])("by %s", (actor, name) => {
      const { world, peer } = roomOfRoles();
      const told = peer(name).send(command);
      if (allowed.includes(actor)) {
        expect(told).toEqual([{ ...event, ...by(name), at: world.now }]);
        expect(peer("wim").take()).toEqual(told);
      } else {
        expect(told).toMatchObject([{ type: "error", code: "forbidden", of: command.type }]);
        expect(peer("wim").take()).toEqual([]);
      }
    });
  });

  test.each<CommandInput>([{ type: "bans" }, { type: "unban", who: "bea" }])(
    "$type is for mods",
    (command) => {
      const { peer } = roomOfRoles();
      expect(refusalOf(peer("bob").send(command))).toBe("forbidden");
      for (const name of ["mona", "ana", "root"])
        expect(refusalOf(peer(name).send(command))).not.toBe("forbidden");
    },
  );

  test("§7.8 a passphrase is stored as a salted hash only, and another one takes its place", () => {
    const { world, peer } = roomOfRoles();
    peer("ana").send({ type: "lock", key: "first" }, { type: "lock", key: "second" });
    expect(world.store.profile()?.lock).toBe("second with salt");
    expect(peer("wim").closed).toBeUndefined();
    expect(world.enter("zoe", { key: "first" }).take()).toMatchObject([{ code: "bad_key" }]);
    expect(world.enter("zoe", { key: "second" }).take()).toMatchObject([{ type: "welcome" }]);
  });
});
