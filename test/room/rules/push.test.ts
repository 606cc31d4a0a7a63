import { describe, expect, test } from "vitest";
import type { CommandInput } from "../../../src/protocol/command.ts";
import { readSettings } from "../../../src/settings/settings.ts";
import { anySubscription } from "../../support/push/subscriptions.ts";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

type Push = Extract<CommandInput, { type: "push" }>;

function order(name: string, wants: Push["for"] = "calls"): Push {
  return { type: "push", cid: 1, subscription: anySubscription(name), for: wants };
}

/** bob and cat are in a room; ana has been, and has a device that is told what calls her. */
function roomWithout({ wants = "calls" as Push["for"], settings = {} } = {}) {
  const world = new RoomWorld({ burst: 1_000, ...settings });
  const bob = world.join("bob");
  const cat = world.join("cat");
  const ana = world.join("ana");
  ana.send(order("phone", wants));
  ana.send({ type: "leave" });
  for (const peer of [bob, cat]) peer.take();
  const told = () => world.takePushed().map(([device, { text, count }]) => [device, text, count ?? 1]);
  return { world, ana, bob, cat, told };
}

/** The same, with ana there. */
function roomWith({ wants = "calls" as Push["for"], settings = {} } = {}) {
  const room = roomWithout({ wants, settings });
  const ana = room.world.join("ana");
  return { ...room, ana };
}

const kept = (world: RoomWorld) =>
  world.store.subscriptions.all().map(({ endpoint }) => endpoint.split("/").at(-1));

describe("§14.2 push", () => {
  test("is answered with what the device is told from now on", () => {
    const ana = new RoomWorld().join("ana");
    expect(ana.send(order("phone"))).toEqual([{ type: "push", cid: 1, for: "calls" }]);
    expect(ana.send(order("phone", "all"))).toEqual([{ type: "push", cid: 1, for: "all" }]);
    expect(ana.send(order("phone", null))).toEqual([{ type: "push", cid: 1, for: null }]);
    expect(ana.send(order("never", null))).toEqual([{ type: "push", cid: 1, for: null }]);
  });

  const good = anySubscription("phone");
  const [end] = good.keys.p256dh.slice(-1);
  const keys = (fields: Record<string, unknown>) => ({ ...good, keys: { ...good.keys, ...fields } });
  const at = (endpoint: unknown) => ({ ...good, endpoint });
  const bad = (field: string) => ["bad_frame", "bad_field", { field }];
  const elsewhere = ["forbidden", "push_elsewhere", undefined];
  test.each<[what: string, subscription: unknown, refusal: unknown[]]>([
    ["no subscription", undefined, bad("subscription")],
    ["no endpoint", { keys: good.keys }, bad("subscription.endpoint")],
    ["an empty one", at(""), bad("subscription.endpoint")],
    ["one that is no address", at("push me"), bad("subscription.endpoint")],
    ["one that is too long", at(`${good.endpoint}/${"x".repeat(2_048)}`), bad("subscription.endpoint")],
    ["http", at("http://fcm.googleapis.com/send/1"), bad("subscription.endpoint")],
    ["another scheme", at("ftp://fcm.googleapis.com/send/1"), bad("subscription.endpoint")],
    ["a user", at("https://me@fcm.googleapis.com/send/1"), bad("subscription.endpoint")],
    ["a password", at("https://:it@fcm.googleapis.com/send/1"), bad("subscription.endpoint")],
    ["a host that is not on the list", at("https://push.example.org/1"), elsewhere],
    ["one that ends alike", at("https://evilfcm.googleapis.com/1"), elsewhere],
    ["one below", at("https://a.fcm.googleapis.com/1"), elsewhere],
    ["one that is alike but for its end", at("https://web.push.apple.com.example.org/1"), elsewhere],
    ["the one above", at("https://push.apple.com/1"), elsewhere],
    ["another port", at("https://fcm.googleapis.com:8443/1"), elsewhere],
    ["a private address", at("https://192.168.1.1/1"), elsewhere],
    ["this very machine", at("https://localhost/1"), elsewhere],
    ["this very machine by http", at("http://127.0.0.1:8787/1"), elsewhere],
    ["this very machine in other words", at("http://2130706433:8787/1"), elsewhere],
    ["this very machine by IPv6", at("http://[::1]:8787/1"), elsewhere],
    ["another machine by http", at("http://169.254.169.254/1"), bad("subscription.endpoint")],
    ["no keys", { endpoint: good.endpoint }, bad("subscription.keys")],
    ["a short key", keys({ p256dh: good.keys.p256dh.slice(1) }), bad("subscription.keys.p256dh")],
    ["a long key", keys({ p256dh: `${good.keys.p256dh}A` }), bad("subscription.keys.p256dh")],
    [
      "a key off the curve",
      keys({ p256dh: `${good.keys.p256dh.slice(0, -3)}AA${end}` }),
      bad("subscription.keys.p256dh"),
    ],
    [
      "a compressed point",
      keys({ p256dh: `A${good.keys.p256dh.slice(1)}` }),
      bad("subscription.keys.p256dh"),
    ],
    ["no point at all", keys({ p256dh: "B".padEnd(87, "_") }), bad("subscription.keys.p256dh")],
    ["a key that is no text", keys({ p256dh: 4 }), bad("subscription.keys.p256dh")],
    ["a short secret", keys({ auth: "AAAA" }), bad("subscription.keys.auth")],
    [
      "a secret that is no base64url",
      keys({ auth: "A".repeat(21).concat("+") }),
      bad("subscription.keys.auth"),
    ],
  ])("%s is refused", (_, ...[subscription, [code, detail, params]]) => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    const said = ana.sendRaw(JSON.stringify({ type: "push", cid: 7, subscription, for: "calls" }));
    expect(said).toMatchObject([
      { code, detail, ...(params !== undefined && { params }), of: "push", cid: 7 },
    ]);
    expect(kept(world)).toEqual([]);
  });

  test.each([["mentions"], [undefined], [true]])("for %j is bad_frame", (wants) => {
    const ana = new RoomWorld().join("ana");
    const frame = JSON.stringify({ ...order("phone"), for: wants });
    expect(ana.sendRaw(frame)).toMatchObject([{ code: "bad_frame", params: { field: "for" } }]);
  });

  test.each([
    ["http://127.0.0.1:9000/a", "127.0.0.1:9000"],
    ["http://localhost:9000/a", "push.example.org, LOCALHOST:9000"],
    ["https://localhost:9000/a", "localhost:9000"],
    ["http://[::1]:9000/a", "[::1]:9000"],
    ["https://push.example.org/a", "*.example.org"],
    ["https://a.b.example.org:8443/a", "*.example.org:8443"],
    ["https://web.push.apple.com/QGjh", ""],
    ["https://updates.push.services.mozilla.com/wpush/v2/gA", ""],
    ["https://wns2-par02p.notify.windows.com/w/?token=BQ%3d", ""],
  ])("%s may be pushed to where PUSH_HOSTS is %j", (endpoint, hosts) => {
    const { pushHosts } = readSettings(hosts === "" ? {} : { PUSH_HOSTS: hosts });
    const ana = new RoomWorld({ pushHosts }).join("ana");
    const subscription = { ...anySubscription("phone"), endpoint };
    expect(ana.send({ ...order("phone"), subscription })).toMatchObject([{ type: "push" }]);
  });

  test("a deployment that pushes nowhere says so, and one that has changed its hosts pushes to no other", () => {
    const { world } = roomWithout();
    const nowhere = new RoomWorld({ pushHosts: [] }, world.database);
    expect(nowhere.welcome("bob").features).not.toContain("push");
    expect(nowhere.join("cat").send(order("cat"))).toMatchObject([{ code: "bad_frame" }]);
    nowhere.join("bob").say("ana: one");
    expect(nowhere.takePushed()).toEqual([]);
    const elsewhere = new RoomWorld(readSettings({ PUSH_HOSTS: "push.example.org" }), world.database);
    elsewhere.join("bob").say("ana: two");
    expect(elsewhere.takePushed()).toEqual([]);
  });

  test("the padding of a key is no part of it", () => {
    const { world, bob } = roomWithout();
    const { endpoint, keys } = anySubscription("padded");
    const padded = { endpoint, keys: { p256dh: `${keys.p256dh}=`, auth: `${keys.auth}==` } };
    bob.send({ type: "push", subscription: padded, for: "all" });
    expect(world.store.subscriptions.all().at(-1)).toMatchObject(keys);
  });

  test("a sixth takes the place of the oldest, and the same endpoint that of itself", () => {
    const { world, bob } = roomWithout();
    for (const name of ["1", "2", "3", "4", "5", "2", "6"]) bob.send(order(name));
    expect(kept(world)).toEqual(["phone", "2", "3", "4", "5", "6"]);
    bob.send(order("2", null));
    bob.send(order("7"));
    expect(kept(world)).toEqual(["phone", "3", "4", "5", "6", "7"]);
  });

  test("a browser tells one person at a time, and nobody ends another's", () => {
    const { world, bob, cat, told } = roomWithout();
    bob.send(order("phone", null));
    cat.say("ana: first");
    expect(told()).toEqual([["phone", "ana: first", 1]]);
    bob.send(order("phone"));
    expect(world.store.subscriptions.all()).toMatchObject([{ uid: uidOf("bob") }]);
    world.pass(MINUTE);
    cat.say("ana: second");
    expect(told()).toEqual([]);
  });

  test("a room has 1,000", () => {
    const world = new RoomWorld({ burst: 10_000 });
    for (let nth = 0; nth < 200; nth++) {
      const peer = world.join(`xyz${nth}`, { address: `${nth}` });
      for (let device = 0; device < 5; device++) peer.send(order(`${nth}-${device}`));
      if (nth > 0) peer.send({ type: "leave" });
    }
    const ana = world.join("ana");
    expect(ana.send(order("phone"))).toMatchObject([
      { code: "full", detail: "too_many_subscriptions", params: { most: 1_000 } },
    ]);
    expect(ana.send(order("phone", null))).toMatchObject([{ for: null }]);
    // Whose own gives way finds a place.
    const other = world.join("xyz7", { address: "7" });
    expect(other.send(order("phone"))).toMatchObject([{ for: "calls" }]);
  });

  test("said again it costs no row before a day has gone by", () => {
    const { world, bob } = roomWithout();
    bob.send(order("desk"));
    const written = () => world.store.written.rows;
    const before = written();
    bob.send(order("desk"), order("desk"));
    expect(written()).toBe(before);
    bob.send(order("desk", "all"));
    expect(written()).toBe(before + 1);
  });
});

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

describe("§14.6 a subscription ends", () => {
  test("with a ban, here or gone, and of those who are struck with its network", () => {
    for (const isHere of [true, false]) {
      const { world, bob, told } = isHere ? roomWith() : roomWithout();
      bob.send({ type: "ban", who: uidOf("ana") });
      expect(kept(world)).toEqual([]);
      bob.say("ana: one");
      world.pass(MINUTE);
      expect(told()).toEqual([]);
    }
    const { world, bob, cat } = roomWith();
    const mia = world.join("mia", { address: "elsewhere" });
    for (const [peer, name] of [
      [bob, "bob"],
      [cat, "cat"],
      [mia, "mia"],
    ] as const)
      peer.send(order(name));
    bob.send({ type: "ban", who: "ana", network: true });
    expect(kept(world)).toEqual(["bob", "mia"]);
  });

  test("a kick ends none", () => {
    const { world, bob, told } = roomWith();
    bob.send({ type: "kick", who: "ana" });
    bob.say("ana: sorry");
    expect(told()).toEqual([["phone", "ana: sorry", 1]]);
    expect(kept(world)).toEqual(["phone"]);
  });

  test("with a new passphrase, of who would need it; not of who is here, or keeps order", () => {
    const { world, bob, cat } = roomWithout();
    bob.send(order("bob"));
    cat.send(order("cat"));
    world.join("mia").send(order("mia"), { type: "leave" });
    bob.send({ type: "role", who: uidOf("mia"), role: "mod" });
    bob.send({ type: "lock", key: "sesame" });
    expect(kept(world)).toEqual(["bob", "cat", "mia"]);
    cat.send({ type: "leave" });
    bob.send({ type: "lock", key: null });
    expect(kept(world)).toEqual(["bob", "cat", "mia"]);
  });

  test("after HISTORY_DAYS without being seen, and not before", () => {
    const { world, bob } = roomWithout({ settings: { historyAge: 30 * DAY } });
    bob.send(order("bob"));
    world.pass(20 * DAY);
    expect(kept(world)).toEqual(["phone", "bob"]);
    world.join("ana").send({ type: "leave" });
    world.pass(20 * DAY);
    expect(kept(world)).toEqual(["phone", "bob"]);
    world.pass(15 * DAY);
    expect(kept(world)).toEqual(["bob"]);
  });

  test("with the room", () => {
    const { world, bob } = roomWithout({ settings: { historyAge: DAY } });
    bob.send({ type: "leave" });
    world.pass(3 * DAY);
    expect(world.room.subscriptions.size).toBe(0);
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
