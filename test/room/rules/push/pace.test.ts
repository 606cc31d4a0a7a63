import { describe, expect, test } from "vitest";
import { kept, order, roomWith, roomWithout } from "../../../support/push/pushed-room.ts";
import { uidOf } from "../../../support/token-of.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

describe("§14.4 pace", () => {
  test("one push in 10 s, then one more with the newest and how many there were", () => {
    const { world, told, bob } = roomWithout();
    for (const text of ["one", "two", "three"]) bob.say(`ana: ${text}`);
    bob.say("nobody");
    expect(told()).toEqual([["phone", "ana: one", 1]]);
    world.pass(10 * SECOND - 1);
    expect(told()).toEqual([]);
    world.pass(1);
    expect(told()).toEqual([["phone", "ana: three", 2]]);
    world.pass(10 * MINUTE);
    expect(told()).toEqual([]);
  });

  test("each person for themselves", () => {
    const { world, told, bob } = roomWithout();
    const mia = world.join("mia");
    mia.send(order("tablet"));
    mia.send({ type: "leave" });
    bob.say("ana: one");
    bob.say("mia: two");
    expect(told()).toEqual([
      ["phone", "ana: one", 1],
      ["tablet", "mia: two", 1],
    ]);
  });

  test("so many devices an invocation, and the rest with the alarm; those of one person together", () => {
    const { world, told, bob } = roomWithout();
    for (const name of ["mia", "eve"]) {
      const peer = world.join(name);
      for (const device of ["1", "2"]) peer.send(order(`${name}-${device}`, "all"));
      peer.send({ type: "leave" });
    }
    world.pushesBy({ most: 4 });
    bob.say("ana: tea for all");
    expect(told().map(([device]) => device)).toEqual(["phone", "mia-1", "mia-2"]);
    expect(world.alarm).toBe(world.now);
    world.pass(0);
    expect(told().map(([device]) => device)).toEqual(["eve-1", "eve-2"]);
  });

  test("to a push at once belongs no row, to one that waits two, however many devices there are", () => {
    const { world, told, bob } = roomWithout({ wants: "all" });
    const rows = (act: () => unknown) => {
      const before = world.store.written.rows;
      act();
      return world.store.written.rows - before;
    };
    expect(rows(() => [bob.say("one"), world.pass(9 * SECOND)])).toBe(1);
    expect(told().length).toBe(1);
    const ana = world.join("ana");
    for (const device of ["1", "2", "3"]) ana.send(order(device, "all"));
    world.pass(SECOND);
    told();
    ana.send({ type: "visible", on: true });
    ana.send({ type: "visible", on: false });
    expect(rows(() => [bob.say("two"), bob.say("three"), world.pass(MINUTE)])).toBe(2 + 2);
    expect(told().length).toBe(4);
  });
});

test("§14.4 who is here and reads along costs no row", () => {
  const { world, bob, ana, told } = roomWith({ wants: "all" });
  ana.send({ type: "visible", on: true });
  world.pass(MINUTE);
  const before = world.store.written.rows;
  for (let nth = 0; nth < 10; nth++) {
    const { id } = bob.say(`text ${nth}`);
    ana.send({ type: "seen", id });
    world.pass(20 * SECOND);
  }
  expect(world.store.written.rows - before).toBe(10);
  ana.lose();
  expect(told()).toEqual([]);
});

describe("§14.5 what a push service answers", () => {
  test("gone: the subscription ends", () => {
    const { world, told, bob } = roomWithout();
    world.pushesBy({ answer: () => ({ type: "gone" }) });
    bob.say("ana: one");
    expect(kept(world)).toEqual([]);
    told();
    bob.say("ana: two");
    expect(told()).toEqual([]);
    expect(
      bob.sendRaw(JSON.stringify({ type: "say", cid: bob.nextCid, text: "x", to: uidOf("ana") })),
    ).toMatchObject([{ code: "no_such_nick" }]);
  });

  test("given up: it is told of the next, and not of this again", () => {
    const { world, told, bob } = roomWithout();
    world.pushesBy({ answer: () => ({ type: "given_up" }) });
    bob.say("ana: one");
    world.pass(DAY);
    expect(told()).toEqual([["phone", "ana: one", 1]]);
    bob.say("ana: two");
    expect(told()).toEqual([["phone", "ana: two", 1]]);
  });

  test("again: three times in all, with what came meanwhile, after what the service asks for", () => {
    const { world, told, bob } = roomWithout();
    world.pushesBy({ answer: () => ({ type: "again", after: 30 * MINUTE }) });
    bob.say("ana: one");
    told();
    world.pass(MINUTE);
    bob.say("ana: two");
    expect(told()).toEqual([]);
    world.hibernate();
    world.pass(29 * MINUTE - 1);
    expect(told()).toEqual([]);
    world.pass(1);
    expect(told()).toEqual([["phone", "ana: two", 2]]);
    world.pass(30 * MINUTE);
    expect(told()).toEqual([["phone", "ana: two", 2]]);
    world.pass(DAY);
    expect(told()).toEqual([]);
  });

  test("again after a minute and ten, where the service names no time", () => {
    const { world, told, bob } = roomWithout();
    world.pushesBy({ answer: () => ({ type: "again" }) });
    bob.say("ana: one");
    expect(told().length).toBe(1);
    world.pass(MINUTE - 1);
    expect(told().length).toBe(0);
    world.pass(1);
    expect(told().length).toBe(1);
    world.pass(10 * MINUTE - 1);
    expect(told().length).toBe(0);
    world.pass(1);
    expect(told().length).toBe(1);
    world.pass(2 * DAY);
    expect(told().length).toBe(0);
  });

  test("again after more than a day is never", () => {
    const { world, told, bob } = roomWithout();
    world.pushesBy({ answer: () => ({ type: "again", after: DAY + 1 }) });
    bob.say("ana: one");
    expect(told().length).toBe(1);
    world.pushesBy({ answer: () => ({ type: "sent" }) });
    world.pass(3 * DAY);
    expect(told()).toEqual([]);
    bob.say("ana: two");
    expect(told()).toEqual([["phone", "ana: two", 1]]);
  });

  test("not sent for want of time: it is none of the three", () => {
    const { world, told, bob } = roomWithout();
    world.pushesBy({ answer: () => ({ type: "unsent", after: 15 * SECOND }) });
    bob.say("ana: one");
    world.pass(MINUTE);
    expect(told().length).toBe(5);
    world.pushesBy({ answer: () => ({ type: "sent" }) });
    world.pass(MINUTE);
    expect(told()).toEqual([["phone", "ana: one", 1]]);
  });

  test("what was seen by then is not tried again", () => {
    const { world, told, bob } = roomWithout();
    world.pushesBy({ answer: () => ({ type: "again", after: 5 * MINUTE }) });
    const { id } = bob.say("ana: one");
    told();
    world.join("ana").send({ type: "seen", id });
    world.pass(DAY);
    expect(told()).toEqual([]);
  });

  test("a crash brings back nothing that was on its way", () => {
    const { world, told, bob, ana } = roomWith();
    ana.send({ type: "visible", on: true });
    ana.send({ type: "visible", on: false });
    bob.say("ana: one");
    world.pass(30 * SECOND);
    expect(told().length).toBe(1);
    world.crash();
    world.pass(DAY);
    expect(told()).toEqual([]);
  });
});
