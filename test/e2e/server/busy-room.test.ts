import { afterAll, beforeAll, expect, test } from "vitest";
import { TestServer } from "../../support/server.ts";
import { SocketWire } from "../../support/wire-ws.ts";

const TALKERS = 4;
/** What each talker says. */
const MESSAGES = 300;
/** Messages of one talker on their way at once. */
const AT_ONCE = 10;
const JOINERS = 40;

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start({ MESSAGE_BURST: "1000000", MESSAGES_PER_SECOND: "1000000" });
});
afterAll(() => server.stop());

const join = (nick: string, after?: number) =>
  SocketWire.join(server.url, "busy", { nick, ...(after !== undefined && { after }) });

const upTo = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index);

/** Talks as fast as answers come, but not much faster than people join. */
async function talk(wire: SocketWire): Promise<void> {
  for (let cid = 1; cid <= MESSAGES; cid++) {
    await wire.when(
      (each) =>
        each.heard("stored").length > cid - AT_ONCE &&
        (each.heard("joined").length + 5) * (MESSAGES / JOINERS) >= cid,
    );
    wire.send({ type: "say", cid, text: `message ${cid}` });
  }
  await wire.when((each) => each.heard("stored").length === MESSAGES);
}

test("§3 who joins or resumes while the room is busy hears each message once, in order, without a gap", async () => {
  const all = TALKERS * MESSAGES;
  const talkers = await Promise.all(upTo(1, TALKERS).map((number) => join(`talker${number}`)));
  const [first] = talkers;
  const talking = Promise.all(talkers.map(({ wire }) => talk(wire)));
  const joiners: Awaited<ReturnType<typeof join>>[] = [];
  for (const number of upTo(1, JOINERS)) {
    await first?.wire.when(({ texts }) => texts.length >= ((number - 1) * all) / JOINERS);
    const joiner = await join(`joiner${number}`);
    joiners.push(joiner);
    if (number % 2 === 0) continue;
    // Every other one drops, and comes back to where it was.
    joiner.wire.destroy();
    await joiner.wire.closing();
    const seen = [joiner.welcome.cursor, ...joiner.wire.heard("message").map(({ id }) => id)];
    joiners.push(await join(`joiner${number}`, Math.max(...seen)));
    expect(seen).toEqual(upTo(joiner.welcome.cursor, Math.max(...seen)));
  }
  await talking;

  for (const { wire, welcome } of joiners.filter((joiner) => joiner.wire.closed === undefined)) {
    await wire.when((each) => welcome.cursor + each.texts.length === all);
    const replayed = welcome.events.map(({ id }) => id);
    expect(replayed).toEqual(upTo(welcome.cursor - replayed.length + 1, welcome.cursor));
    expect(wire.heard("message").map(({ id }) => id)).toEqual(upTo(welcome.cursor + 1, all));
  }
  for (const { wire } of talkers) {
    await wire.when(({ texts }) => texts.length === all);
    expect(wire.heard("message").map(({ id }) => id)).toEqual(upTo(1, all));
    expect(wire.heard("stored").map(({ cid }) => cid)).toEqual(upTo(1, MESSAGES));
    // The acknowledgement comes in the same frame as the message, just before it.
    for (const frame of wire.frames) {
      for (const [at, event] of frame.entries()) {
        const next = frame[at + 1];
        if (event.type === "stored") expect(next).toMatchObject({ type: "message", id: event.id });
      }
    }
  }
}, 120_000);
