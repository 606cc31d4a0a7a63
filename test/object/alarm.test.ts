import { describe, expect, test } from "vitest";
import { tokenOf } from "../support/token-of.ts";
import { Site, stopTime } from "./site.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 86_400 * SECOND;

/** When the alarm rings, in ms from now; undefined where it is not set. */
const alarmIn = async (site: Site) => {
  const at = await site.inside(({ storage }) => storage.getAlarm());
  return at === null ? undefined : at - Date.now();
};

/** Lets the clock go on, and has the alarm ring if it is due by then. */
async function pass(site: Site, milliseconds: number): Promise<void> {
  const due = await alarmIn(site);
  stopTime(Date.now() + milliseconds);
  if (due !== undefined && due <= milliseconds) await site.ring();
}

describe("§4 holds", () => {
  test("each ends in its own time, and nobody's earlier", async () => {
    stopTime();
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    const cat = await site.join("cat");
    bob.wire.close();
    await bob.wire.closing();
    await ana.wire.sync();
    await pass(site, 10 * SECOND);
    cat.wire.close();
    await cat.wire.closing();
    await ana.wire.sync();
    expect(await alarmIn(site)).toBeLessThanOrEqual(20 * SECOND);
    await pass(site, 20 * SECOND);
    expect(await ana.wire.next("left")).toMatchObject({ nick: "bob", why: "lost" });
    expect(ana.wire.heard("left")).toHaveLength(1);
    expect(await alarmIn(site)).toBeLessThanOrEqual(11 * SECOND);
    await pass(site, 11 * SECOND);
    expect(await ana.wire.next("left")).toMatchObject({ nick: "cat", why: "lost" });
  });

  test("somebody who came back meanwhile stays", async () => {
    stopTime();
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    bob.wire.close();
    await bob.wire.closing();
    await site.join("bob");
    await pass(site, 30 * SECOND);
    await ana.wire.sync();
    expect(ana.wire.heard("left")).toEqual([]);
  });
});

describe("§3 sockets that never join", () => {
  test("are closed 4008 after 60 to 120 s; who has joined stays", async () => {
    stopTime();
    const site = new Site();
    const late = await site.connect();
    const ana = await site.join("ana");
    const due = await alarmIn(site);
    expect(due).toBeGreaterThanOrEqual(60 * SECOND);
    expect(due).toBeLessThanOrEqual(120 * SECOND);
    await pass(site, 50 * SECOND);
    await ana.wire.sync();
    expect(late.closed).toBeUndefined();
    await pass(site, 60 * SECOND);
    expect((await late.closing()).code).toBe(4008);
  });

  test("one that came later gets its own time, through a wake too", async () => {
    stopTime();
    const site = new Site();
    const first = await site.connect();
    await pass(site, 60 * SECOND);
    const second = await site.connect();
    await site.hibernate();
    await pass(site, 30 * SECOND);
    expect((await first.closing()).code).toBe(4008);
    second.raw("still here");
    await second.next("error");
    expect(await alarmIn(site)).toBeLessThanOrEqual(60 * SECOND);
    await pass(site, 60 * SECOND);
    expect((await second.closing()).code).toBe(4008);
  });
});

describe("§1 peers that are gone without a close", () => {
  test("are found at the alarm; who pings or talks stays", async () => {
    // The runtime notes pings by the real clock, so the room's stands behind it first.
    const now = Date.now();
    stopTime(now - 5 * MINUTE);
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    const dead = await site.join("cat");
    await site.hibernate();
    await bob.wire.ping();
    stopTime(now);
    ana.wire.send({ type: "typing" });
    await ana.wire.sync();
    await site.ring();
    expect((await dead.wire.closing()).code).toBe(4008);
    await Promise.all([ana.wire.sync(), bob.wire.sync()]);
    expect([...ana.wire.heard("left"), ...bob.wire.heard("left")]).toEqual([]);
    await pass(site, 30 * SECOND);
    expect(await ana.wire.next("left")).toMatchObject({ nick: "cat", why: "lost" });
  });

  test("are found within 90 s while others talk", async () => {
    stopTime();
    const site = new Site();
    const ana = await site.join("ana");
    const dead = await site.join("bob");
    for (let second = 0; second < 90; second += 5) {
      stopTime(Date.now() + 5 * SECOND);
      await ana.wire.sync();
    }
    expect((await dead.wire.closing()).code).toBe(4008);
    expect(ana.wire.closed).toBeUndefined();
  });

  test("are found within 5 minutes in a room that sleeps, however the looks fall", async () => {
    for (const silence of [0, 70 * SECOND]) {
      stopTime();
      const site = new Site();
      const { wire } = await site.join("ana");
      // The room looks just before the silence is long enough.
      stopTime(Date.now() + silence);
      await site.ring();
      const start = Date.now() - silence;
      while (!wire.closed && Date.now() - start < 5 * MINUTE) {
        await pass(site, (await alarmIn(site)) ?? 5 * MINUTE);
        if (await site.inside((state) => state.getWebSockets().every(({ readyState }) => readyState !== 1))) {
          await wire.closing();
        }
      }
      expect(wire.closed?.code).toBe(4008);
      expect(Date.now() - start).toBeLessThanOrEqual(5 * MINUTE);
    }
  });
});

describe("§6 retention", () => {
  test("what is older than 30 days goes, and a gap tells", async () => {
    stopTime();
    const site = new Site();
    const ana = await site.join("ana");
    ana.wire.send({ type: "say", cid: 1, text: "old" });
    await ana.wire.next("message");
    ana.wire.close();
    await ana.wire.closing();
    stopTime(Date.now() + 20 * DAY);
    const bob = await site.join("bob");
    bob.wire.send({ type: "say", cid: 1, text: "young" });
    await bob.wire.next("message");
    await pass(site, 11 * DAY);
    // The clock has leapt, so it is believed only once it has gone on for a day.
    const all = () => site.inside(({ storage }) => storage.sql.exec("SELECT text FROM events").toArray());
    expect(await all()).toHaveLength(2);
    await pass(site, DAY);
    expect(await all()).toEqual([{ text: "young" }]);
    const back = await site.join("cat", { after: 0, epoch: ana.welcome.epoch });
    expect(back.welcome).toMatchObject({ gap: true, cursor: 2, events: [{ text: "young" }] });
  });
});

describe("§6 a room that nobody uses", () => {
  test("erases itself 30 days after its last member, and begins anew", async () => {
    stopTime();
    const site = new Site();
    const ana = await site.join("ana");
    ana.wire.send({ type: "say", cid: 1, text: "secret" }, { type: "topic", text: "tea" }, { type: "leave" });
    await ana.wire.closing();
    await pass(site, 29 * DAY);
    expect(await (await site.fetch()).json()).toMatchObject({ topic: "tea", cursor: 1 });
    expect(await alarmIn(site)).toBeLessThanOrEqual(DAY);
    await pass(site, DAY);
    expect(await site.tables()).toEqual([]);
    expect(await alarmIn(site)).toBeUndefined();
    expect(await (await site.fetch()).json()).toMatchObject({ topic: "", cursor: 0 });
    const { welcome } = await site.join("bob", { after: 1, epoch: ana.welcome.epoch });
    expect(welcome).toMatchObject({ events: [], gap: true, cursor: 0, sent: 0, you: { role: "owner" } });
    expect(welcome.epoch).toBeGreaterThan(ana.welcome.epoch);
  });

  test("a message by plain HTTP keeps it, and its time counts from the last", async () => {
    stopTime();
    const site = new Site();
    const post = () =>
      site.fetch("/messages?nick=robot", {
        method: "POST",
        body: "x",
        headers: { "Content-Type": "text/plain" },
      });
    await post();
    expect(await alarmIn(site)).toBe(30 * DAY);
    stopTime(Date.now() + 20 * DAY);
    await post();
    await pass(site, 10 * DAY);
    expect(await (await site.fetch()).json()).toMatchObject({ cursor: 2 });
    await pass(site, 20 * DAY);
    expect(await site.tables()).toEqual([]);
  });

  test("one that waits at the door meanwhile joins a fresh room", async () => {
    stopTime();
    const site = new Site();
    const ana = await site.join("ana");
    ana.wire.send({ type: "leave" });
    await ana.wire.closing();
    await pass(site, 30 * DAY);
    stopTime(Date.now() + DAY);
    const wire = await site.connect();
    await site.ring();
    expect(await site.tables()).toEqual([]);
    wire.send({ type: "join", nick: "bob", token: tokenOf("bob") }, { type: "say", cid: 1, text: "hi" });
    expect(await wire.next("welcome")).toMatchObject({ you: { role: "owner" }, cursor: 0 });
    await wire.next("message");
    await site.hibernate();
    expect((await site.join("cat")).welcome).toMatchObject({ cursor: 1, events: [{ text: "hi" }] });
  });

  test("a socket that never joined leaves nothing behind", async () => {
    stopTime();
    const site = new Site();
    const wire = await site.connect();
    wire.send({ type: "say", cid: 1, text: "x" }, { type: "join", nick: "x" });
    await wire.next("error", ({ code }) => code === "bad_nick");
    expect(await site.tables()).toEqual([]);
    await pass(site, 120 * SECOND);
    expect((await wire.closing()).code).toBe(4008);
    expect(await site.tables()).toEqual([]);
    expect(await alarmIn(site)).toBeUndefined();
  });
});
