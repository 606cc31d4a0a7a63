import { describe, expect, test } from "vitest";
import { readSettings } from "../../../../src/settings/settings.ts";
import { kept, order, roomWith, roomWithout } from "../../../support/push/pushed-room.ts";
import { anySubscription } from "../../../support/push/subscriptions.ts";
import { RoomWorld } from "../../../support/room/room-world.ts";
import { uidOf } from "../../../support/token-of.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

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
