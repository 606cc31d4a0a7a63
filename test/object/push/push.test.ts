import { env, exports } from "cloudflare:workers";
import { describe, expect, test, vi } from "vitest";
import type { Pushed } from "../../../src/protocol/push.ts";
import { costOf } from "../meter.ts";
import { outcome, Porch } from "../porch.ts";
import { catchErrors, type Guest, Site, stopTime } from "../site.ts";
import { claimsIn, PushService, until } from "./push-service.ts";

const MINUTE = 60_000;

/** A time that is yet to come: no alarm rings by itself. */
const NOW = Date.parse("2030-01-01T00:00:00Z");

/** bob is in a room from which ana, with a phone, has gone; the push service is there. */
async function furnished(wants: Pushed = "calls") {
  stopTime(NOW);
  const service = new PushService();
  const site = new Site();
  const bob = await site.join("bob");
  const subscribe = async (guest: Guest, device: string, to: Pushed | null = wants) => {
    const { subscription } = service.device(device);
    guest.wire.send({ type: "push", subscription, for: to });
    await guest.wire.next("push");
  };
  /** Somebody has been there, and has devices. */
  const gone = async (nick: string, ...devices: string[]) => {
    const guest = await site.join(nick);
    for (const device of devices) await subscribe(guest, device);
    guest.wire.send({ type: "leave" });
    await guest.wire.closing();
  };
  await gone("ana", "phone");
  let cid = 0;
  const say = async (text: string) => {
    cid++;
    bob.wire.send({ type: "say", cid, text });
    await bob.wire.next("message");
  };
  return { site, bob, service, say, gone, subscribe };
}

type PushRoom = Awaited<ReturnType<typeof furnished>>;

async function key(): Promise<string> {
  const response = await exports.default.fetch("http://papo.test/api/push");
  const body: { key: string } = await response.json();
  return body.key;
}

/** What of pushes is on the disk: endpoints, and what waits. */
async function storedIn({ site }: PushRoom) {
  return site.inside(({ storage: { sql } }) => ({
    devices: sql
      .exec<{ endpoint: string }>("SELECT endpoint FROM subscriptions ORDER BY id")
      .toArray()
      .map(({ endpoint }) => endpoint.split("/").at(-1)),
    waiting: sql
      .exec<{ waiting: string }>("SELECT waiting FROM waiting_pushes")
      .toArray()
      .flatMap(({ waiting }): number[][] => JSON.parse(waiting)),
  }));
}

describe("§14.1 the deployment's key", () => {
  test("is a point of P-256, and the same for whoever asks", async () => {
    const [one, other] = [await key(), await key()];
    expect(one).toMatch(/^B[\w-]{86}$/);
    expect(other).toBe(one);
    const { secret } = await env.REGISTRY.getByName("registry").vapidKeys();
    expect(secret).toMatch(/^[\w-]{43}$/);
  });

  test("is told under every door but a closed one, asks the registry once, and takes no pass", async () => {
    const porch = new Porch({ DOOR: "invited" });
    for (let nth = 0; nth < 3; nth++) expect((await porch.fetch("/push")).status).toBe(200);
    expect(porch.asked.filter((call) => call === "registry pushKey")).toHaveLength(1);
    expect(await outcome(await porch.fetch("/push", { method: "POST" }))).toEqual([
      405,
      "method_not_allowed",
    ]);
    const look = async () => ({ door: "closed", used: { share: 0, day: 0 } });
    const closed = new Porch({}, { REGISTRY: { getByName: () => ({ look }) } });
    expect(await outcome(await closed.fetch("/push"))).toEqual([503, "closed"]);
  });
});

describe("§14.5 a push", () => {
  test("is encrypted for its device, and signed with the deployment's key", async () => {
    const { service, say, site } = await furnished();
    await say("ana: tea?");
    const [push] = await service.pushes(1);
    expect(push).toMatchObject({
      device: "phone",
      news: { room: site.name, nick: "bob", text: "ana: tea?", id: 1 },
      headers: {
        "content-encoding": "aes128gcm",
        "content-type": "application/octet-stream",
        ttl: "86400",
        urgency: "high",
      },
      redirect: "manual",
    });
    expect(await claimsIn(push?.headers.authorization ?? "", await key())).toEqual({
      ...{ typ: "JWT", alg: "ES256", aud: "https://fcm.googleapis.com", sub: "https://papo.test" },
      exp: Math.floor(Date.now() / 1_000) + 12 * 3_600,
    });
  });

  test("comes after its message, and one that hangs holds up no other", async () => {
    const room = await furnished("all");
    const { service, say, gone, bob } = room;
    await gone("cat", "tablet");
    const atMessage: number[] = [];
    service.reply = service.hang;
    for (const text of ["one", "two", "three"]) {
      await say(text);
      atMessage.push(service.received.length);
    }
    expect(atMessage[0]).toBe(0);
    await service.pushes(2);
    // Both hang, and talk goes on.
    await say("four");
    await bob.wire.sync();
    service.giveUp();
    expect((await storedIn(room)).devices).toEqual(["phone", "tablet"]);
    service.reply = () => new Response(null, { status: 201 });
    vi.setSystemTime(Date.now() + MINUTE);
    await say("five");
    const [, , ...later] = await service.pushes(4);
    expect(later.map(({ news: { text } }) => text)).toEqual(["five", "five"]);
  });

  test.each<[what: string, status: number, headers: Record<string, string>, ends: boolean, again?: number]>([
    ["404", 404, {}, true],
    ["410", 410, {}, true],
    ["400", 400, {}, false],
    ["403", 403, {}, false],
    ["a redirect", 302, { Location: "https://192.168.1.1/" }, false],
    ["429 with a time", 429, { "Retry-After": "300" }, false, 300_000],
    ["429 with a date", 429, { "Retry-After": "Tue, 01 Jan 2030 00:10:00 GMT" }, false, 600_000],
    ["429 without one", 429, {}, false, MINUTE],
    ["429 with nonsense", 429, { "Retry-After": "soon" }, false, MINUTE],
    ["500", 500, {}, false, MINUTE],
    ["503 with a time beyond the day", 503, { "Retry-After": "86401" }, false],
  ])("that is answered with %s", async (_, ...[status, headers, ends, again]) => {
    const room = await furnished();
    const errors = catchErrors();
    const { service, say, site } = room;
    service.reply = () => new Response(null, { status, headers });
    await say("ana: tea?");
    await service.pushes(1);
    await settled(room);
    const { devices, waiting } = await storedIn(room);
    expect(devices).toEqual(ends ? [] : ["phone"]);
    expect(waiting).toEqual(again === undefined ? [] : [[1, 1, expect.any(Number), NOW + again, 1]]);
    const isOdd = status >= 300 && status < 429 && !ends;
    expect(errors.mock.calls.length).toBe(isOdd ? 1 : 0);
    if (again === undefined) return;
    expect(await site.inside(({ storage }) => storage.getAlarm())).toBeLessThanOrEqual(NOW + again);
    service.reply = () => new Response(null, { status: 201 });
    vi.setSystemTime(NOW + again);
    await site.ring();
    expect(await service.pushes(2)).toHaveLength(2);
    expect((await storedIn(room)).waiting).toEqual([]);
  });
});

/** What a service answered has had its consequences: on the disk, too, where it waits. */
async function settled({ site, bob }: PushRoom): Promise<void> {
  for (let nth = 0; nth < 3; nth++) {
    await bob.wire.sync();
    await site.ring();
  }
}

describe("§14.5 of many", () => {
  test("40 go with the message, and the rest with the alarm, each once", async () => {
    const { site, service, say, gone } = await furnished("all");
    const names = Array.from({ length: 9 }, (_, nth) => `guest${nth}`);
    for (const name of names) await gone(name, ...[1, 2, 3, 4, 5].map((nth) => `${name}-${nth}`));
    await say("tea for all");
    await service.pushes(36);
    await until(() => site.inside(async ({ storage }) => (await storage.getAlarm()) === Date.now()));
    expect(service.received.length).toBeLessThanOrEqual(40);
    await site.ring();
    await service.pushes(46);
    const devices = service.received.map(({ device }) => device);
    expect(new Set(devices).size).toBe(46);
    expect(devices.length).toBe(46);
  });
});

describe("rows", () => {
  test("to a push at once belongs none", async () => {
    const { site, service, say } = await furnished();
    const cost = await costOf(site, async () => {
      await say("ana: tea?");
      await service.pushes(1);
    });
    expect(cost.written).toBe(1);
  });

  test("what was said is read once for all who wait for it", async () => {
    const { site, service, say, gone } = await furnished("all");
    for (let nth = 1; nth < 10; nth++) await gone(`guest${nth}`, `tablet${nth}`);
    await say("at once");
    await service.pushes(10);
    for (let nth = 0; nth < 8; nth++) await say("a while later");
    const { read } = await costOf(site, async () => {
      vi.setSystemTime(Date.now() + MINUTE);
      await say("all together");
      await service.pushes(20);
    });
    expect(service.received.slice(10).map(({ news: { count } }) => count)).toEqual(Array(10).fill(9));
    // Each message, and of each person how far they have read.
    expect(read).toBeLessThanOrEqual(9 + 2 * 10);
  });

  test("a subscription is one", async () => {
    const { site, bob, subscribe } = await furnished();
    expect(await costOf(site, () => subscribe(bob, "desk"))).toMatchObject({ written: 1 });
  });
});
