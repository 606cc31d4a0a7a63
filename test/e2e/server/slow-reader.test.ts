import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMITS, ROOM_LIMITS } from "../../../src/protocol/limits.ts";
import { TestServer } from "../../support/server.ts";
import { SocketWire } from "../../support/wire-ws.ts";

const MIB = 1024 * 1024;
/** Messages of 12 KB: together far more than one socket may leave unread, and than the network's own buffers. */
const MESSAGES = 5_000;
const TEXT = "字".repeat(LIMITS.text);
/** Messages on their way at once. */
const AT_ONCE = 50;

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start({ MESSAGE_BURST: "1000000", MESSAGES_PER_SECOND: "1000000" });
});
afterAll(() => server.stop());

/** One talks, others listen; resolves once all of them have heard everything. */
async function talk(talker: SocketWire, listeners: readonly SocketWire[], from: number): Promise<void> {
  for (let said = from; said < from + MESSAGES; said += AT_ONCE) {
    for (let cid = said + 1; cid <= said + AT_ONCE; cid++) talker.send({ type: "say", cid, text: TEXT });
    const ids = Array.from({ length: AT_ONCE }, (_, index) => said + 1 + index);
    for (const wire of [talker, ...listeners]) {
      await wire.when((each) => each.heard("message").length === AT_ONCE);
      expect(wire.heard("message").map(({ id }) => id)).toEqual(ids);
      wire.forget();
    }
  }
}

test("§1 who reads nothing is cut off after 8 MiB, costs no more memory, delays nobody, and catches up", async () => {
  const join = (nick: string, after?: number) =>
    SocketWire.join(server.url, "slow", { nick, ...(after !== undefined && { after }) });
  const [talker, ana, bob, slow] = await Promise.all(
    ["talker", "ana", "bob", "slow"].map(async (nick) => {
      const { wire } = await join(nick);
      await wire.sync();
      wire.forget();
      return wire;
    }),
  );
  if (!talker || !ana || !bob || !slow) throw new Error("Somebody is missing");
  // What the room needs for this much talk when all read.
  await talk(talker, [ana, bob, slow], 0);
  const before = await server.memory();
  const heard = slow.bytes;

  slow.pause();
  await talk(talker, [ana, bob], MESSAGES);
  const more = (await server.memory()) - before;

  slow.resume();
  expect(await slow.closing()).toMatchObject({ code: 4008 });
  const unread = slow.bytes - heard;
  const seen = slow.heard("message").map(({ id }) => id);
  expect(seen).toEqual(Array.from(seen, (_, index) => MESSAGES + 1 + index));
  expect(unread).toBeLessThan(ROOM_LIMITS.unread + MIB);
  expect(unread).toBeGreaterThan(ROOM_LIMITS.unread - MIB);
  // What the collector leaves lying differs by tens of MiB; had the room kept everything, it would be 50 more.
  expect(more).toBeLessThan(56 * MIB);

  const cursor = seen.at(-1) ?? 0;
  const back = await join("slow", cursor);
  expect(back.welcome).toMatchObject({ gap: true, cursor: 2 * MESSAGES });
  const [next] = back.welcome.events;
  let at = cursor;
  while (next && at < next.id - 1) {
    back.wire.send({ type: "history", after: at, limit: 200 });
    const { events } = await back.wire.next("history");
    expect(events.map(({ id }) => id)).toEqual(Array.from(events, (_, index) => at + 1 + index));
    at = events.at(-1)?.id ?? next.id;
    back.wire.forget();
  }
}, 180_000);
