import { describe, expect, test } from "vitest";
import { tokenOf } from "../support/token-of.ts";
import { type Guest, Site, stopTime } from "./site.ts";

function closeAll(guests: readonly Guest[]): Promise<unknown> {
  for (const { wire } of guests) wire.close();
  return Promise.all(guests.map(({ wire }) => wire.closing()));
}

/** A room in which time stands still, with somebody in it, and bob held. */
async function withBobHeld(): Promise<{ site: Site; ana: Guest }> {
  stopTime();
  const site = new Site();
  const ana = await site.join("ana");
  const bob = await site.join("bob");
  bob.wire.close();
  await bob.wire.closing();
  await ana.wire.sync();
  return { site, ana };
}

const codesOf = (site: Site) =>
  site.inside((state) => state.getWebSockets().map((socket) => socket.deserializeAttachment()));

describe("a socket outlives its instance", () => {
  test("waiting: it joins after the wake, and its failures still count", async () => {
    const site = new Site();
    await site.join("bob");
    const wire = await site.connect();
    const waster = await site.connect();
    for (let attempt = 0; attempt < 9; attempt++) waster.send({ type: "join", nick: "bob" });
    await waster.when(({ events }) => events.length === 9);
    await site.hibernate();
    wire.send({ type: "join", nick: "ana" });
    expect(await wire.next("welcome")).toMatchObject({ you: { nick: "ana", role: "member" } });
    waster.send({ type: "join", nick: "bob" });
    expect((await waster.closing()).code).toBe(4029);
  });

  test("joined: it speaks and hears on, and its numbers go on", async () => {
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    ana.wire.send({ type: "say", cid: 1, text: "one" });
    await bob.wire.next("message");
    await site.hibernate();
    ana.wire.send({ type: "say", cid: 1, text: "again" }, { type: "say", cid: 2, text: "two" });
    expect(await bob.wire.next("message")).toMatchObject({ id: 2, text: "two", nick: "ana" });
    await site.hibernate();
    bob.wire.send({ type: "say", cid: 1, text: "three" });
    await ana.wire.next("message", ({ text }) => text === "three");
    await ana.wire.sync();
    expect(ana.wire.texts).toEqual(["one", "two", "three"]);
    expect(ana.wire.heard("stored")).toEqual([
      { type: "stored", cid: 1, id: 1 },
      { type: "stored", cid: 1 },
      { type: "stored", cid: 2, id: 2 },
    ]);
    expect([...ana.wire.heard("left"), ...bob.wire.heard("left")]).toEqual([]);
    expect(bob.wire.heard("joined")).toEqual([]);
  });

  test("joined: roles, nicknames, topic and who is an admin's guest are still known", async () => {
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    ana.wire.send(
      { type: "role", who: "bob", role: "mod" },
      { type: "nick", nick: "anna" },
      { type: "topic", text: "tea" },
      { type: "slow", seconds: 9 },
      { type: "lock", key: "sesame" },
    );
    await bob.wire.next("locked");
    await site.hibernate();
    const cat = await site.join("cat", { key: "sesame" });
    expect(cat.welcome).toMatchObject({ topic: "tea", slow: 9, locked: true });
    expect(cat.welcome.members.map(({ nick, role }) => [nick, role])).toEqual(
      expect.arrayContaining([
        ["anna", "owner"],
        ["bob", "mod"],
        ["cat", "member"],
      ]),
    );
    expect(cat.welcome.epoch).toBe(ana.welcome.epoch);
  });

  test("the ones that are gone: replaced, kicked, left, too big: what they say counts for nothing", async () => {
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    const replaced = await site.join("cat");
    const kicked = await site.join("dan");
    const left = await site.join("eve");
    const big = await site.join("fay");
    await site.join("cat");
    ana.wire.send({ type: "kick", who: "dan" });
    left.wire.send({ type: "leave" });
    big.wire.raw("x".repeat(20_000));
    const gone = [replaced, kicked, left, big].map(({ wire }) => wire);
    const closings = await Promise.all(gone.map((wire) => wire.closing()));
    expect(closings.map(({ code }) => code)).toEqual([4001, 4003, 1000, 1009]);
    await ana.wire.sync();
    await site.hibernate();
    await bob.wire.sync();
    expect(await (await site.fetch("/members")).json()).toMatchObject({ members: { length: 4 } });
  });

  test("a frame of a socket that is being closed counts for nothing, after a wake too", async () => {
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    // Closed by the room, but the peer has not answered yet.
    await site.inside((state) => {
      for (const socket of state.getWebSockets()) {
        if (socket.deserializeAttachment().uid === bob.welcome.you.uid) {
          socket.serializeAttachment({ state: "gone" });
        }
      }
    });
    await site.hibernate();
    bob.wire.send({ type: "say", cid: 1, text: "ghost" }, { type: "join", nick: "ghost" });
    await ana.wire.sync();
    expect(ana.wire.texts).toEqual([]);
    expect(await codesOf(site)).toContainEqual({ state: "gone" });
  });

  test("held: the nickname is kept through a wake, and the hold ends by alarm", async () => {
    const { site, ana } = await withBobHeld();
    await site.hibernate();
    const thief = await site.connect();
    thief.send({ type: "join", nick: "bob" });
    expect(await thief.next("error")).toMatchObject({ code: "nick_taken" });
    await site.hibernate();
    stopTime(Date.now() + 30_000);
    await site.ring();
    expect(await ana.wire.next("left")).toMatchObject({ nick: "bob", why: "lost" });
    thief.send({ type: "join", nick: "bob" });
    expect(await thief.next("welcome")).toMatchObject({ you: { nick: "bob" } });
  });

  test("held: whose hold is over is told to have left as soon as anything wakes it, and be it a knock", async () => {
    const { site, ana } = await withBobHeld();
    await site.hibernate();
    stopTime(Date.now() + 31_000);
    await site.connect();
    expect(await ana.wire.next("left")).toMatchObject({ nick: "bob", why: "lost" });
  });

  test("held: back after a wake, nobody notices", async () => {
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    bob.wire.close();
    await bob.wire.closing();
    await site.hibernate();
    expect((await site.join("bob", { after: 0 })).welcome.members).toHaveLength(2);
    await ana.wire.sync();
    expect(ana.wire.events.map(({ type }) => type)).toEqual(["welcome", "joined", "error"]);
  });

  test("a close that wakes it is answered, and its person held", async () => {
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    await site.hibernate();
    bob.wire.close(1000);
    expect((await bob.wire.closing()).code).toBe(1000);
    await ana.wire.sync();
    expect(ana.wire.heard("left")).toEqual([]);
    const rows = await site.inside(({ storage }) =>
      storage.sql.exec("SELECT nick FROM members WHERE held_until IS NOT NULL").toArray(),
    );
    expect(rows).toEqual([{ nick: "bob" }]);
  });

  test.each([
    ["a frame", (site: Site) => site.join("cat").then(() => undefined)],
    ["plain HTTP", (site: Site) => site.fetch("/members")],
    ["the alarm", (site: Site) => site.ring()],
  ])("whatever wakes it, %s: everybody is still in", async (_, wake) => {
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    await site.hibernate();
    await wake(site);
    ana.wire.send({ type: "say", cid: 1, text: "still here" });
    expect(await bob.wire.next("message")).toMatchObject({ text: "still here" });
    expect(ana.wire.heard("left")).toEqual([]);
  });

  test.each<[string, (site: Site, seers: Guest[]) => Promise<unknown>]>([
    ["stays", async () => {}],
    ["is closed, which wakes it", (_, seers) => closeAll(seers.slice(1))],
    ["and the other are closed", (_, seers) => closeAll(seers)],
  ])("how far somebody has read and where they are, if the client that told %s", async (_, end) => {
    const site = new Site();
    const bob = await site.join("bob");
    const one = await site.join("ana");
    const two = await site.join("ana", { client: "two", bot: true });
    one.wire.send({ type: "say", cid: 1, text: "one" }, { type: "say", cid: 2, text: "two" });
    await two.wire.next("message", ({ id }) => id === 2);
    two.wire.send({ type: "away", text: "lunch" }, { type: "seen", id: 2 });
    expect(await one.wire.next("seen")).toEqual({ type: "seen", id: 2 });
    await site.hibernate();
    await end(site, [one, two]);
    const { seen, you } = (await site.join("ana", { client: "three" })).welcome;
    expect([seen, you.away]).toEqual([2, "lunch"]);
    await bob.wire.sync();
    expect(bob.wire.heard("away").map(({ text }) => text)).toEqual(["lunch"]);
    expect(bob.wire.heard("left")).toEqual([]);
  });

  test("ping is answered without a wake", async () => {
    const site = new Site();
    const { wire } = await site.join("ana");
    await site.hibernate();
    await wire.ping();
    expect(wire.frames).toHaveLength(1);
  });
});

test("§9.3 §5.1 a post under an open client's name uses up its number, past a hibernation", async () => {
  const site = new Site();
  const ana = await site.join("ana");
  const headers = {
    Authorization: `Bearer ${tokenOf("ana")}`,
    "Idempotency-Key": "one",
    "Content-Type": "text/plain",
  };
  expect((await site.fetch("/messages?nick=ana", { method: "POST", body: "posted", headers })).status).toBe(
    201,
  );
  await site.hibernate();
  ana.wire.send({ type: "say", cid: 1, text: "said" }, { type: "say", cid: 2, text: "next" });
  expect(await ana.wire.next("stored", ({ cid }) => cid === 1)).not.toHaveProperty("id");
  await ana.wire.next("stored", ({ cid }) => cid === 2);
  expect((await site.join("bob")).welcome.events.map((event) => "text" in event && event.text)).toEqual([
    "posted",
    "next",
  ]);
});

describe("the instance and all its sockets are lost", () => {
  test("everybody is held from then on, and comes back unnoticed", async () => {
    stopTime();
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    await site.join("cat");
    ana.wire.send({ type: "say", cid: 1, text: "one" }, { type: "say", cid: 2, text: "two" });
    await bob.wire.next("message", ({ text }) => text === "two");
    await site.lose();
    await Promise.all([ana.wire.closing(), bob.wire.closing()]);

    stopTime(Date.now() + 60_000);
    const thief = await site.connect();
    thief.send({ type: "join", nick: "ana" });
    expect(await thief.next("error")).toMatchObject({ code: "nick_taken" });
    const { epoch } = ana.welcome;
    const back = await site.join("ana", { after: 1, epoch });
    expect(back.welcome).toMatchObject({ sent: 2, cursor: 2, gap: false, events: [{ id: 2, text: "two" }] });
    expect(back.welcome.members).toHaveLength(3);
    expect((await site.join("bob", { after: 2, epoch })).welcome).toMatchObject({ sent: 0, events: [] });

    stopTime(Date.now() + 30_000);
    expect(await site.ring()).toBe(true);
    expect(await back.wire.next("left")).toMatchObject({ nick: "cat", why: "lost" });
    expect(back.wire.heard("joined")).toEqual([]);
    thief.send({ type: "join", nick: "cat" });
    await thief.next("welcome");
  });

  test("a hold that had begun before is not begun anew", async () => {
    const { site } = await withBobHeld();
    await site.lose();
    stopTime(Date.now() + 30_000);
    expect((await site.join("ana")).welcome.members).toMatchObject([{ nick: "ana" }]);
  });

  test("kicked and left people are not held; bans hold", async () => {
    const site = new Site();
    const ana = await site.join("ana");
    await site.join("bob");
    const cat = await site.join("cat");
    const dan = await site.join("dan");
    ana.wire.send({ type: "kick", who: "bob" }, { type: "ban", who: "dan" });
    cat.wire.send({ type: "leave" });
    await Promise.all([cat.wire.closing(), dan.wire.closing()]);
    await site.lose();
    const back = await site.join("ana");
    expect(back.welcome.members).toMatchObject([{ nick: "ana", role: "owner" }]);
    const banned = await site.connect();
    banned.send({ type: "join", nick: "dan", token: tokenOf("dan") });
    expect(await banned.next("error")).toMatchObject({ code: "banned", of: "join" });
    expect((await banned.closing()).code).toBe(4004);
  });
});
