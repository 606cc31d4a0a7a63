import { describe, expect, test } from "vitest";
import { order, roomWith, roomWithout } from "../../../support/push/pushed-room.ts";
import { type Peer, RoomWorld } from "../../../support/room/room-world.ts";
import { uidOf } from "../../../support/token-of.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

describe("§14.3 who is pushed to, and when", () => {
  test.each<[what: string, say: (room: { bob: Peer; cat: Peer }) => unknown, calls: boolean]>([
    ["a mention", ({ bob }) => bob.say("ana: tea?"), true],
    ["a mention in the midst", ({ bob }) => bob.say("is @Ana here?"), true],
    ["a private message, by uid", ({ bob }) => bob.say("psst", { to: uidOf("ana") }), true],
    ["a private message to another", ({ bob }) => bob.say("@ana says", { to: "cat" }), false],
    ["a reply to hers", ({ bob }) => bob.say("yes", { re: 1 }), true],
    ["a reply to another's that has her name", ({ bob }) => bob.say("ana?", { re: 2 }), true],
    ["a reply to another's", ({ bob }) => bob.say("yes", { re: 2 }), false],
    ["anything else", ({ bob }) => bob.say("anastasia is here"), false],
  ])("%s", (_, ...[say, calls]) => {
    for (const wants of ["calls", "all"] as const) {
      const world = new RoomWorld({ burst: 100 });
      const [bob, cat, ana] = [world.join("bob"), world.join("cat"), world.join("ana")];
      ana.say("hers");
      cat.say("another's");
      ana.send(order("phone", wants));
      ana.send({ type: "leave" });
      say({ bob, cat });
      const isPrivateToOther = _ === "a private message to another";
      expect(world.takePushed().length).toBe(calls || (wants === "all" && !isPrivateToOther) ? 1 : 0);
    }
  });

  test("a push tells the room, who, what, and whether it is private", () => {
    const { world, bob } = roomWithout();
    const { id } = bob.say(`ana: ${"é😀".repeat(100)}`, { to: uidOf("ana") });
    const text = `ana: ${"é😀".repeat(100)}`;
    expect(world.takePushed()).toEqual([
      ["phone", { room: "lobby", nick: "bob", text: [...text].slice(0, 120).join(""), id, private: true }],
    ]);
  });

  test("files without a text are told by their names", () => {
    const { world, bob } = roomWithout({ wants: "all" });
    const file = world.upload({ name: "bob" }, { name: "tea.png" });
    expect(file).toEqual(expect.any(String));
    bob.say("", { files: [String(file)] });
    expect(world.takePushed()).toMatchObject([["phone", { text: "tea.png" }]]);
  });

  test("a post and what a hook brings call, too", () => {
    const { world, bob, told } = roomWithout();
    world.post({}, { nick: "robot", text: "ana: built" });
    bob.take();
    const [hook] = bob.send({ type: "hook", name: "ci" });
    if (hook?.type !== "hook") throw new Error("No hook.");
    world.pass(MINUTE);
    world.deliver({ id: hook.url.slice(-24), said: { text: "@ana failed" } });
    expect(told()).toEqual([
      ["phone", "ana: built", 1],
      ["phone", "@ana failed", 1],
    ]);
  });

  test("nobody is told what they say themselves, over any client", () => {
    const { world, told } = roomWithout({ wants: "all" });
    world.post({ name: "ana" }, { nick: "ana", text: "@ana it is me" });
    expect(told()).toEqual([]);
  });

  test("all of somebody's devices are told, each what it wants", () => {
    const { world, told, bob } = roomWithout();
    const ana = world.join("ana");
    ana.send(order("desk", "all"));
    ana.send({ type: "leave" });
    bob.say("one");
    world.pass(20 * SECOND);
    bob.say("ana: two");
    expect(told()).toEqual([
      ["desk", "one", 1],
      ["phone", "ana: two", 1],
      ["desk", "ana: two", 1],
    ]);
  });

  test("who is gone is called by their last name, unless somebody else has it by now", () => {
    const { world, told, bob } = roomWithout();
    const ana = world.join("ana");
    ana.send({ type: "nick", nick: "mia" });
    ana.send({ type: "leave" });
    bob.say("ana: one");
    bob.say("mia: two");
    expect(told()).toEqual([["phone", "mia: two", 1]]);
    world.join("mia");
    world.pass(MINUTE);
    bob.say("mia: three");
    expect(told()).toEqual([]);
  });

  test("one whose client is looked at is told nothing, and 30 s after that what they have not seen", () => {
    const { world, told, bob, ana } = roomWith();
    ana.send({ type: "visible", on: true });
    world.pass(MINUTE);
    bob.say("ana: one");
    world.pass(10 * MINUTE);
    expect(told()).toEqual([]);
    ana.send({ type: "visible", on: false });
    world.pass(30 * SECOND - 1);
    expect(told()).toEqual([]);
    world.pass(1);
    expect(told()).toEqual([["phone", "ana: one", 1]]);
  });

  test("one whose client has not been looked at for 30 s is told at once", () => {
    const { world, told, bob, ana } = roomWith();
    ana.send({ type: "visible", on: false });
    world.pass(30 * SECOND);
    bob.say("ana: one");
    expect(told()).toEqual([["phone", "ana: one", 1]]);
  });

  test("one who has just come, and never said anything, 30 s after that", () => {
    const { world, told, bob } = roomWith();
    bob.say("ana: one");
    world.pass(30 * SECOND - 1);
    expect(told()).toEqual([]);
    world.pass(1);
    expect(told()).toEqual([["phone", "ana: one", 1]]);
  });

  test("one whose client never says whether it is looked at, 30 s after its 5 minutes", () => {
    const { world, told, bob, ana } = roomWith();
    ana.send({ type: "typing" });
    bob.say("ana: one");
    world.pass(5 * MINUTE + 30 * SECOND - 1);
    expect(told()).toEqual([]);
    world.pass(1);
    expect(told()).toEqual([["phone", "ana: one", 1]]);
  });

  const meanwhile: [string, (room: ReturnType<typeof roomWith>, id: number) => unknown][] = [
    ["it was seen", ({ ana }, id) => ana.send({ type: "seen", id })],
    ["it was deleted", ({ bob }, id) => bob.remove(id)],
    ["it was edited and calls no more", ({ bob }, id) => bob.edit(id, "nobody")],
    ["they look again", ({ ana }) => ana.send({ type: "visible", on: true })],
    ["they have unsubscribed", ({ ana }) => ana.send(order("phone", null))],
    ["they were banned", ({ bob }) => bob.send({ type: "ban", who: "ana" })],
  ];
  test.each(meanwhile)("nothing is told where meanwhile %s", (_, happens) => {
    const room = roomWith();
    room.ana.send({ type: "visible", on: true });
    room.ana.send({ type: "visible", on: false });
    const { id } = room.bob.say("ana: one");
    room.world.pass(20 * SECOND);
    happens(room, id);
    room.world.pass(5 * MINUTE);
    expect(room.told()).toEqual([]);
  });

  const going: [string, (room: ReturnType<typeof roomWith>) => unknown][] = [
    ["their connection breaks", ({ ana }) => ana.lose()],
    ["they leave", ({ ana }) => ana.send({ type: "leave" })],
    ["they are kicked", ({ bob }) => bob.send({ type: "kick", who: "ana" })],
  ];
  test.each(going)("what waits is told at once where %s", (_, go) => {
    const room = roomWith();
    room.ana.send({ type: "visible", on: true });
    room.bob.say("ana: one");
    room.world.pass(3 * SECOND);
    expect(room.told()).toEqual([]);
    go(room);
    expect(room.told()).toEqual([["phone", "ana: one", 1]]);
  });

  test("one of several clients that is looked at is enough", () => {
    const { world, told, bob, ana } = roomWith();
    const two = world.join("ana", { client: "two" });
    ana.send({ type: "visible", on: false });
    two.send({ type: "visible", on: true });
    world.pass(MINUTE);
    bob.say("ana: one");
    world.pass(MINUTE);
    expect(told()).toEqual([]);
    two.lose();
    expect(told()).toEqual([["phone", "ana: one", 1]]);
  });

  test("hibernation forgets nothing that waits for longer than moments", () => {
    const { world, told, bob, ana } = roomWith();
    ana.send({ type: "visible", on: true });
    ana.send({ type: "visible", on: false });
    bob.say("ana: one");
    bob.say("ana: two");
    world.pass(10 * SECOND);
    world.hibernate();
    world.pass(20 * SECOND - 1);
    expect(told()).toEqual([]);
    world.pass(1);
    expect(told()).toEqual([["phone", "ana: two", 2]]);
    world.hibernate();
    world.pass(DAY);
    expect(told()).toEqual([]);
  });

  test("more than is looked through may have come since what called", () => {
    const { world, told, bob, ana } = roomWith();
    ana.send({ type: "visible", on: true });
    bob.say("ana: one");
    for (let nth = 0; nth < 250; nth++) bob.say(`text ${nth}`);
    ana.lose();
    expect(told()).toEqual([["phone", "ana: one", 1]]);
    world.pass(MINUTE);
  });
});

describe("§14.7 who is gone and has a subscription", () => {
  test("can be written to in private by uid, and reads it once they are back", () => {
    const { world, bob, cat } = roomWithout();
    const after = world.store.log.cursor();
    const message = bob.say("psst", { to: uidOf("ana") });
    expect(message.to).toEqual({ nick: "ana", uid: uidOf("ana") });
    expect(cat.take().filter(({ type }) => type === "message")).toEqual([]);
    expect(world.welcome("ana", { after }).events).toMatchObject([{ text: "psst" }]);
  });

  test("not by a nickname, which may be another's by now", () => {
    const { bob } = roomWithout();
    const frame = { type: "say", cid: bob.nextCid, text: "psst", to: "ana" } as const;
    expect(bob.send(frame)).toMatchObject([{ code: "no_such_nick" }]);
  });
});
