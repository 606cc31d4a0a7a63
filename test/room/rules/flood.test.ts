import { describe, expect, test } from "vitest";
import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { CommandInput } from "../../../src/protocol/command.ts";
import { RoomWorld } from "../../support/room/room-world.ts";

const limited = (of: string) => ({ type: "error", code: "rate_limited", of });
const outcomes = (events: readonly object[]) => events.filter((event) => !("at" in event));

describe("§8.4 flood control", () => {
  const say = (cid: number) => ({ type: "say", cid, text: "oi!" }) as const;

  test("so many commands at once, then so many a second", () => {
    const world = new RoomWorld({ burst: 3, perSecond: 2 });
    const ana = world.join("ana");
    const attempts: [wait: number, cid: number, retryAfter?: number][] = [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4, 500],
      [300, 4, 200],
      [200, 4],
      [0, 5, 500],
      [10_000, 5],
      [0, 6],
      [0, 7],
      [0, 8, 500],
    ];
    for (const [wait, cid, retryAfter] of attempts) {
      world.pass(wait);
      const [first] = ana.send(say(cid));
      expect(first).toMatchObject(
        retryAfter === undefined ? { type: "stored", cid } : { ...limited("say"), cid, retryAfter },
      );
    }
  });

  const paid: CommandInput[] = [
    say(1),
    { type: "edit", cid: 1, id: 1, text: "a" },
    { type: "delete", cid: 1, id: 1 },
    { type: "nick", nick: "anna" },
    { type: "history" },
    { type: "search", text: "a" },
    { type: "kick", who: "bob" },
    { type: "ban", who: "bob" },
    { type: "unban", who: "bob" },
    { type: "bans" },
    { type: "role", who: "bob", role: "mod" },
    { type: "topic", text: "a" },
    { type: "lock", key: null },
    { type: "slow", seconds: 0 },
  ];
  test.each(paid)("$type takes one", (command) => {
    const ana = new RoomWorld({ burst: 1 }).join("ana");
    expect(ana.send(command)).not.toMatchObject([limited(command.type)]);
    expect(ana.send(command)).toMatchObject([limited(command.type)]);
  });

  test.each(["join", "typing", "leave"])("%s takes none", (type) => {
    const ana = new RoomWorld({ burst: 1 }).join("ana");
    ana.send({ type: "bans" });
    const frame = JSON.stringify({ type, nick: "ana" });
    expect(ana.sendRaw(frame)).not.toMatchObject([limited(type)]);
  });

  test("is one for all sockets of a person, and goes on after a reconnect", () => {
    const world = new RoomWorld({ burst: 2 });
    const one = world.join("ana");
    const two = world.join("ana", { client: "two" });
    one.send({ type: "bans" });
    two.send({ type: "bans" });
    for (const peer of [one, two]) expect(peer.send({ type: "bans" })).toMatchObject([limited("bans")]);
    one.send({ type: "leave" });
    two.lose();
    expect(world.join("ana").send({ type: "bans" })).toMatchObject([limited("bans")]);
  });

  test("is another for each person", () => {
    const world = new RoomWorld({ burst: 1 });
    const [ana, bob] = [world.join("ana"), world.join("bob")];
    ana.send({ type: "bans" });
    expect(bob.send({ type: "history" })).toMatchObject([{ type: "history" }]);
  });
});

describe("§8.5 refusals in a row", () => {
  /** How many frames it takes until the socket is closed, at most 300. */
  function patience(world: RoomWorld, frameAt: (time: number) => string): number {
    const peer = world.join("bob");
    for (let time = 1; time <= 300; time++) {
      peer.sendRaw(frameAt(time));
      if (peer.closed === undefined) continue;
      expect(peer.closed).toBe(CLOSE.flooding);
      expect(peer.sendRaw(frameAt(time))).toEqual([]);
      return time;
    }
    return Number.POSITIVE_INFINITY;
  }

  test.each<[string, string]>([
    ["bad frames", "{"],
    ["forbidden ones", '{"type":"lock","key":null}'],
    ["joins", '{"type":"join","nick":"bob"}'],
    ["unknown ones", '{"type":"shout"}'],
  ])("100 and a burst of %s close 4029", (_, frame) => {
    const world = new RoomWorld({ burst: 7 });
    world.join("ana");
    expect(patience(world, () => frame)).toBe(107);
  });

  test("of different kinds count together", () => {
    const world = new RoomWorld({ burst: 5 });
    world.join("ana");
    const frames = ["{", '{"type":"lock","key":null}', '{"type":"join","nick":"bob"}'];
    expect(patience(world, (time) => frames[time % 3] ?? "")).toBe(105);
  });

  test("begin anew after anything that is done", () => {
    const world = new RoomWorld({ burst: 50 });
    world.join("ana");
    const done = '{"type":"nick","nick":"bob"}';
    expect(patience(world, (time) => (time % 100 === 0 ? done : "{"))).toBe(Number.POSITIVE_INFINITY);
  });

  test("go on through what costs no token", () => {
    const world = new RoomWorld({ burst: 5 });
    world.join("ana");
    expect(patience(world, (time) => (time % 100 === 0 ? '{"type":"typing"}' : "{"))).toBe(106);
  });

  test("come to whoever types faster than anybody could", () => {
    const world = new RoomWorld({ burst: 5 });
    world.join("ana");
    // 20 bursts are let through, and then 100 + 5 refusals close the socket.
    expect(patience(world, () => '{"type":"typing"}')).toBe(205);
  });

  test("the person is held, and comes back", () => {
    const world = new RoomWorld({ burst: 5 });
    const ana = world.join("ana");
    patience(world, () => "{");
    expect(ana.take()).toMatchObject([{ type: "joined" }]);
    expect(world.enter("bob").take()).toMatchObject([{ type: "welcome" }]);
    expect(ana.take()).toEqual([]);
  });
});

describe("§7.7 slow mode", () => {
  const wait = (retryAfter: number) => [{ ...limited("say"), retryAfter }];
  const done = (cid: number) => [{ type: "stored", cid }];

  /** ana, the owner, has set slow mode to 10 s; mona is a mod. */
  function slowRoom() {
    const world = new RoomWorld();
    const [ana, mona, bob] = [world.join("ana"), world.join("mona"), world.join("bob")];
    ana.send({ type: "role", who: "mona", role: "mod" }, { type: "slow", seconds: 10 });
    for (const peer of [ana, mona, bob]) peer.take();
    return { world, ana, mona, bob };
  }
  const say = (cid: number, fields = {}) => ({ type: "say", cid, text: "oi!", ...fields }) as const;

  test("has members wait, and neither mods nor owners", () => {
    const { ana, mona, bob } = slowRoom();
    for (const peer of [ana, mona]) {
      expect(outcomes(peer.send(say(1), say(2)))).toMatchObject([...done(1), ...done(2)]);
    }
    bob.take();
    expect(outcomes(bob.send(say(1)))).toMatchObject(done(1));
    expect(bob.send(say(2))).toMatchObject(wait(10_000));
  });

  test("for as long as it says, over all clients, private messages too", () => {
    const { world, bob } = slowRoom();
    bob.say("oi!");
    const two = world.join("bob", { client: "two" });
    world.pass(4_000);
    expect(two.send(say(1, { to: "ana" }))).toMatchObject(wait(6_000));
    world.pass(5_999);
    expect(two.send(say(1))).toMatchObject(wait(1));
    world.pass(1);
    expect(outcomes(two.send(say(1)))).toMatchObject(done(1));
  });

  test("doesn't count what was refused, and lets deletions through", () => {
    const { bob } = slowRoom();
    bob.send(say(1, { to: "zoe" }));
    const { id } = bob.say("oi!");
    expect(outcomes(bob.remove(id))).toMatchObject(done(2));
  });

  test("is not walked around by what everybody is shown as well: edits and other nicknames", () => {
    const { world, bob, mona } = slowRoom();
    const { id } = bob.say("oi!");
    const rename = { type: "nick", nick: "spam" } as const;
    expect(bob.edit(id, "spam")).toMatchObject([{ of: "edit", retryAfter: 10_000, detail: "slow_mode" }]);
    expect(bob.send(rename)).toMatchObject([{ of: "nick", retryAfter: 10_000 }]);
    world.pass(10_000);
    expect(outcomes(bob.edit(id, "olá!"))).toMatchObject(done(2));
    expect(bob.send(rename)).toMatchObject([{ of: "nick", retryAfter: 10_000 }]);
    world.crash();
    const back = world.join("bob");
    expect(back.send(say(3))).toMatchObject(wait(10_000));
    world.pass(10_000);
    expect(back.send(rename)).toMatchObject([{ type: "renamed" }]);
    expect(back.send(say(3))).toMatchObject(wait(10_000));
    expect(mona.send({ type: "nick", nick: "moni" }, { type: "nick", nick: "mona" })).not.toContainEqual(
      expect.objectContaining({ type: "error" }),
    );
  });

  test("counts a nickname past a hibernation, though the log knows nothing of it", () => {
    const { world, bob } = slowRoom();
    bob.send({ type: "nick", nick: "anna" });
    world.pass(4_000);
    world.hibernate();
    expect(bob.send({ type: "nick", nick: "bob" })).toMatchObject([{ of: "nick", retryAfter: 6_000 }]);
    world.pass(6_000);
    expect(bob.send({ type: "nick", nick: "bob" })).toMatchObject([{ type: "renamed" }]);
  });

  test("ends at 0", () => {
    const { ana, bob } = slowRoom();
    bob.say("oi!");
    ana.send({ type: "slow", seconds: 0 });
    expect(bob.say("again").text).toBe("again");
  });

  test("outlives leaving and a crash", () => {
    const { world, bob } = slowRoom();
    bob.say("oi!");
    bob.send({ type: "leave" });
    expect(world.join("bob").send(say(2))).toMatchObject(wait(10_000));
    world.crash();
    expect(world.join("bob").send(say(2))).toMatchObject(wait(10_000));
  });

  test("counts what somebody said before it began", () => {
    const { world, ana, bob } = slowRoom();
    ana.send({ type: "slow", seconds: 0 });
    bob.say("oi!");
    world.pass(1_000);
    ana.send({ type: "slow", seconds: 3 });
    bob.take();
    expect(bob.send(say(2))).toMatchObject(wait(2_000));
  });

  test("§9.2 holds for posts: by person, or by address without one", () => {
    const { world } = slowRoom();
    const post = (name?: string, address?: string) =>
      world.post(
        { ...(name && { name }), ...(address && { address }) },
        { nick: name ?? "script", text: "oi!" },
      );
    expect(post("bob")).toHaveProperty("id");
    expect(post("bob", "elsewhere")).toMatchObject({ refused: "rate_limited", retryAfter: 10_000 });
    expect(post(undefined, "there")).toHaveProperty("id");
    expect(post(undefined, "there")).toMatchObject({ refused: "rate_limited" });
    expect(post(undefined, "elsewhere")).toHaveProperty("id");
    expect(post("mona")).toHaveProperty("id");
    expect(post("mona")).toHaveProperty("id");
  });
});
