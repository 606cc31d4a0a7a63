import { describe, expect, test } from "vitest";
import { ROOM_LIMITS } from "../../../src/protocol/limits.ts";
import { type Guest, Site, stopTime } from "../site.ts";

/** A room with a page of history as large as an answer may be. */
async function wordy(): Promise<Site> {
  stopTime();
  const site = new Site();
  await site.join("ana");
  await site.inside(({ storage }) => {
    storage.sql.exec(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) " +
        "INSERT INTO events (id, type, at, uid, nick, text) SELECT i, 'message', ?, 'robot-------', 'robot', ? FROM n",
      Date.now(),
      "x".repeat(8_000),
    );
  });
  await site.lose();
  return site;
}

const bytesOf = ({ wire }: Guest) =>
  wire.frames.reduce((sum, frame) => sum + JSON.stringify(frame).length, 0);

/** Has somebody read pages until they have had so many bytes, or are cut off. */
async function read(guest: Guest, bytes: number, between: () => Promise<unknown> = async () => {}) {
  while (bytesOf(guest) < bytes && !guest.wire.closed) {
    await between();
    stopTime(Date.now() + 1_000);
    const { length } = guest.wire.frames;
    guest.wire.send({ type: "history", limit: 100 });
    await guest.wire.when(({ frames, closed }) => frames.length > length || closed !== undefined);
  }
}

describe("§1 slow readers", () => {
  test("a socket sent 8 MiB since its last ping is cut off with 4008; its person is held", async () => {
    const site = await wordy();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    await read(bob, ROOM_LIMITS.unread - 600_000);
    expect(bob.wire.closed).toBeUndefined();
    await read(bob, ROOM_LIMITS.unread + 600_000);
    expect(await bob.wire.closing()).toMatchObject({ code: 4008 });
    await ana.wire.sync();
    expect(ana.wire.heard("left")).toEqual([]);
    expect(ana.wire.closed).toBeUndefined();
    const back = await site.join("bob", { after: 100 });
    expect(back.welcome).toMatchObject({ gap: false, members: { length: 2 } });
  });

  test("one that pings in between is not", async () => {
    const site = await wordy();
    const bob = await site.join("bob");
    await read(bob, ROOM_LIMITS.unread + 600_000, () => bob.wire.ping());
    await bob.wire.sync();
    expect(bob.wire.closed).toBeUndefined();
  });
});
