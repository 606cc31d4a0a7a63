import { expect, test } from "vitest";
import { messageOf, welcome } from "../support/room/scripted-room.ts";
import { modelled, scripted } from "./library-trial.ts";

const mine = (id: number, given: object = {}) => ({
  ...messageOf(id, "ana"),
  uid: "ana---------",
  text: "oi",
  ...given,
});

test("what is said is stored when it is told, under its id", async () => {
  const { joined, script } = scripted();
  const room = await joined();
  const said = room.say("oi", { to: "bob", reply: 3, action: true });
  expect(script.take()).toEqual([{ type: "say", cid: 1, text: "oi", to: "bob", re: 3, me: true }]);
  script.tell({ type: "stored", cid: 1, id: 7 }, mine(7));
  expect(await said).toEqual({ id: 7 });
});

test("an edit, a deletion and a reaction tell the message that they are of", async () => {
  const { joined, run } = modelled();
  const room = await joined();
  const done = Promise.all([room.say("oi"), room.edit(1, "olá"), room.react(1, "👍"), room.delete(1)]);
  await run();
  expect(await done).toEqual([{ id: 1 }, { id: 1 }, { id: 1 }, { id: 1 }]);
});

test("a refusal is a value, with all that the room says", async () => {
  const { joined, script } = scripted();
  const room = await joined();
  const said = room.say("oi", { to: "nobody" });
  script.take();
  script.tell({ type: "error", code: "no_such_nick", message: "No.", detail: "gone", of: "say", cid: 1 });
  expect(await said).toEqual({ code: "no_such_nick", message: "No.", detail: "gone" });
});

test.each([
  ["", "bad_text"],
  ["x".repeat(4_001), "too_long"],
  ["\u0000", "bad_text"],
  [5, "bad_frame"],
  [undefined, "bad_frame"],
])("%j is refused before it is sent, whatever a program in JavaScript passes", async (text, code) => {
  const { joined, script } = scripted();
  const room = await joined();
  expect(await room.say(text as string)).toMatchObject({ code });
  expect(script.take()).toEqual([]);
});

test.each([
  ["edit", 1.5, "x"],
  ["react", 1, "no emoji"],
  ["delete", "one"],
] as const)("%s %s %s is refused likewise", async (method, ...args) => {
  const { joined, script } = scripted();
  const room = await joined();
  const outcome = await Reflect.apply(room[method], room, args);
  expect(outcome).toMatchObject({ code: expect.stringMatching(/^bad_(frame|text)$/) });
  expect(script.take()).toEqual([]);
});

/** Ana has said something, and the connection was lost before anything came back. */
async function lost() {
  const world = scripted();
  const room = await world.joined({ cursor: 1 });
  const said = room.say("oi");
  world.script.take();
  world.script.network.cutAll();
  world.script.network.run();
  world.pass(10_000);
  world.script.take();
  return { ...world, room, said };
}

test("stored before the connection was lost, it has the id of what is replayed", async () => {
  const { script, said } = await lost();
  script.tell(
    welcome({ cursor: 4, sent: 1, events: [messageOf(2), mine(3, { text: "something else" }), mine(4)] }),
  );
  expect(await said).toEqual({ id: 4 });
});

test("stored and deleted meanwhile, it still has its id", async () => {
  const { script, said } = await lost();
  const { text: _, ...rest } = mine(4);
  script.tell(welcome({ cursor: 4, sent: 1, events: [{ ...rest, deleted: true }] }));
  expect(await said).toEqual({ id: 4 });
});

test("stored, and no more to be found", async () => {
  const { script, said } = await lost();
  script.tell(welcome({ cursor: 4, sent: 1, events: [messageOf(4)] }));
  expect(await said).toMatchObject({ code: "no_such_message" });
});

test("not stored, it is sent again", async () => {
  const { script, said } = await lost();
  script.tell(welcome({ cursor: 1, sent: 0 }));
  expect(script.take()).toMatchObject([{ type: "say", text: "oi" }]);
  script.tell({ type: "stored", cid: 1, id: 2 }, mine(2));
  expect(await said).toEqual({ id: 2 });
});

test("where nobody knows, it says so and is not sent twice", async () => {
  const { script, said, room } = await lost();
  script.tell(welcome({ epoch: 2, cursor: 1, sent: 0 }));
  expect(await said).toMatchObject({ code: "unsure" });
  expect(script.take()).toEqual([]);
  expect(room.saved().outbox).toEqual([]);
});

test("what an earlier run has left is sent, and told of where that fails", async () => {
  const first = await lost();
  const saved = JSON.parse(JSON.stringify(first.room.saved()));
  const { join, script } = scripted();
  const joining = join({ saved });
  script.tell(welcome({ cursor: 1, sent: 0 }));
  const room = await joining;
  const unsent: unknown[] = [];
  room.on("unsent", (event) => unsent.push(event));
  expect(script.take()).toMatchObject([{ type: "join" }, { type: "say", text: "oi" }]);
  script.tell({ type: "error", code: "forbidden", message: "No.", of: "say", cid: 1 });
  expect(unsent).toEqual([
    { type: "unsent", what: { type: "say", text: "oi" }, problem: { code: "forbidden", message: "No." } },
  ]);
});

test("leaving waits for what was said", async () => {
  const { joined, script, clock } = scripted();
  const room = await joined();
  const said = room.say("bye");
  const left = room.leave("supper");
  expect(script.take()).toMatchObject([{ type: "say" }]);
  expect(room.state).toBe("ended");
  script.tell({ type: "stored", cid: 1, id: 7 });
  await said;
  await Promise.resolve();
  expect(script.take()).toEqual([{ type: "leave", reason: "supper" }]);
  script.close(1000);
  await left;
  expect(clock.pending).toBe(0);
});

test("leaving waits for 10 s at most, and not at all while offline", async () => {
  const patient = scripted();
  const room = await patient.joined();
  const said = room.say("bye");
  const left = room.leave();
  patient.script.take();
  patient.pass(10_000);
  await Promise.resolve();
  await Promise.resolve();
  expect(patient.script.take()).toMatchObject([{ type: "leave" }]);
  patient.pass(1_000);
  await left;
  expect(await said).toMatchObject({ code: "unsure" });

  const offline = await lost();
  offline.script.network.cutAll();
  offline.script.network.run();
  await offline.room.leave();
  expect(offline.clock.pending).toBe(0);
  expect(offline.room.saved().outbox).toHaveLength(1);
});
