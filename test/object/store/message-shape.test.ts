import { describe, expect, test } from "vitest";
import { COLUMNS } from "../../../src/object/store/sql-row.ts";
import { type Saying, saying } from "../../../src/protocol/command.ts";
import type { Manner } from "../../../src/room/state/store.ts";
import { tokenOf } from "../../support/token-of.ts";
import { Site } from "../site.ts";

/** Something for each field that a message may be said with. A new one wants its sample here. */
const MANNER: Required<Omit<Manner, "bot" | "hook">> = { re: 1, me: true };

type Speak = (site: Site, text: string) => Promise<void>;

const WAYS: Readonly<Record<string, Speak>> = {
  async "over a socket"(site, text) {
    const { wire } = await site.join("ana");
    wire.send({ type: "say", cid: 1, text, ...MANNER });
    await wire.next("stored");
  },
  async "by plain HTTP"(site, text) {
    expect((await post(site, { text, ...MANNER })).status).toBe(201);
  },
};

function post(site: Site, saying: Saying, headers: Record<string, string> = {}): Promise<Response> {
  const body = JSON.stringify({ nick: "ana", ...saying });
  const authorization = { Authorization: `Bearer ${tokenOf("ana")}` };
  return site.fetch("/messages", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...authorization, ...headers },
    body,
  });
}

describe("every field of a message", () => {
  test("has a sample here", () => {
    expect(Object.keys({ text: "", to: "", files: [], ...MANNER }).toSorted()).toEqual(
      Object.keys(saying.entries).toSorted(),
    );
  });

  test.each(Object.entries(WAYS))(
    "that is said %s comes back everywhere, also after an edit",
    async (_, speak) => {
      const site = new Site();
      const bob = await site.join("bob");
      bob.wire.send({ type: "say", cid: 1, text: "hello" });
      await bob.wire.next("message");
      await speak(site, "waves");
      const live = { type: "message", id: 2, nick: "ana", text: "waves", ...MANNER };
      expect(await bob.wire.next("message")).toMatchObject(live);

      const author = await site.join("ana", { client: "two" });
      author.wire.send({ type: "edit", cid: 1, id: 2, text: "waves again" });
      await bob.wire.next("edited");
      const edited = { ...live, text: "waves again", edited: true };

      // From the disk, in an instance that has never heard of it.
      await site.lose();
      const { wire, welcome } = await site.join("cat");
      expect(welcome.events).toMatchObject([{ id: 1 }, edited]);
      const back = await site.join("bob", { after: 1, epoch: welcome.epoch });
      expect(back.welcome.events).toMatchObject([edited, { type: "edited" }]);
      wire.send({ type: "history" }, { type: "search", text: "again" });
      expect((await wire.next("history")).events).toMatchObject([{ id: 1 }, edited]);
      expect((await wire.next("found")).events).toMatchObject([edited]);
      expect(await (await site.fetch("/messages")).json()).toMatchObject({ events: [{ id: 1 }, edited] });
    },
  );
});

test.each(Object.entries(MANNER))(
  "two posts under one key are two, if %s is another",
  async (field, value) => {
    const site = new Site();
    expect((await post(site, { text: "hello" })).status).toBe(201);
    const send = async (saying: Saying) => (await post(site, saying, { "Idempotency-Key": "k1" })).status;
    const text = "again";
    expect([await send({ text, [field]: value }), await send({ text, [field]: value })]).toEqual([201, 201]);
    expect(await send({ text })).toBe(409);
  },
);

test("a message of a program's comes back as that, from the disk too", async () => {
  const site = new Site();
  const { wire } = await site.join("ana", { bot: true });
  wire.send({ type: "say", cid: 1, text: "beep" });
  expect(await wire.next("message")).toMatchObject({ text: "beep", bot: true });
  expect((await post(site, { text: "boop" })).status).toBe(201);
  await site.lose();
  const events = [
    { text: "beep", bot: true },
    { text: "boop", bot: true },
  ];
  expect((await site.join("cat")).welcome).toMatchObject({
    events,
    members: [{ nick: "ana", bot: true }, {}],
  });
});

test("the migrations make the very columns that rows are written to and read from", async () => {
  const site = new Site();
  await site.join("ana");
  const columns = await site.inside(({ storage }) =>
    storage.sql.exec<{ name: string }>("SELECT name FROM pragma_table_info('events')").toArray(),
  );
  expect(columns.map(({ name }) => name).toSorted()).toEqual(COLUMNS.toSorted());
});
