import { describe, expect, test } from "vitest";
import type { ErrorCode } from "../../../src/protocol/error.ts";
import { RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

/** ana is the owner, mona a mod, bob and eve members. Messages 1 (bob's), 2 (bob to eve), 3 (bob's, deleted). */
function roomWithMessages() {
  const world = new RoomWorld();
  const people = {
    ana: world.join("ana"),
    mona: world.join("mona"),
    bob: world.join("bob"),
    eve: world.join("eve"),
  };
  people.ana.send({ type: "role", who: "mona", role: "mod" });
  people.bob.say("public");
  people.bob.say("private", { to: "eve" });
  people.bob.remove(people.bob.say("gone").id);
  for (const peer of Object.values(people)) peer.take();
  return { world, ...people };
}

type Name = "ana" | "mona" | "bob" | "eve";
type Case = [who: Name, id: number, edit: ErrorCode | "stored", remove: ErrorCode | "stored"];

const cases: Case[] = [
  ["bob", 1, "stored", "stored"],
  ["mona", 1, "forbidden", "stored"],
  ["ana", 1, "forbidden", "stored"],
  ["eve", 1, "forbidden", "forbidden"],
  ["bob", 2, "stored", "stored"],
  ["eve", 2, "forbidden", "forbidden"],
  ["mona", 2, "no_such_message", "no_such_message"],
  ["ana", 2, "no_such_message", "no_such_message"],
  ["bob", 3, "no_such_message", "no_such_message"],
  ["mona", 3, "no_such_message", "no_such_message"],
  ["bob", 4, "no_such_message", "no_such_message"],
  ["bob", 9, "no_such_message", "no_such_message"],
];

describe.each(cases)("§5.4 to §5.6 %s, message %i", (who, ...[id, edit, remove]) => {
  const expected = (type: "edit" | "delete", outcome: string, cid: number) =>
    outcome === "stored" ? { type: "stored", cid, id: 5 } : { type: "error", code: outcome, of: type, cid };

  test(`edit: ${edit}`, () => {
    const peer = roomWithMessages()[who];
    const cid = peer.nextCid;
    expect(peer.send({ type: "edit", cid, id, text: "new" })[0]).toMatchObject(expected("edit", edit, cid));
  });
  test(`delete: ${remove}`, () => {
    const peer = roomWithMessages()[who];
    const cid = peer.nextCid;
    expect(peer.send({ type: "delete", cid, id })[0]).toMatchObject(expected("delete", remove, cid));
  });
});

test("§5.5 a private message is its sender's to take back, even if a mod or an owner has received it", () => {
  const { ana, mona, bob } = roomWithMessages();
  for (const [who, peer] of Object.entries({ ana, mona })) {
    const { id } = bob.say("for your eyes", { to: who });
    peer.take();
    expect(peer.remove(id)).toMatchObject([{ code: "forbidden" }]);
    expect(peer.edit(id, "new")).toMatchObject([{ code: "forbidden" }]);
  }
});

describe("§5.4 who hears of an edit", () => {
  test("of a public message, everyone", () => {
    const { world, ana, bob, eve } = roomWithMessages();
    const edited = {
      type: "edited",
      id: 5,
      target: 1,
      text: "new",
      by: "bob",
      byUid: uidOf("bob"),
      at: world.now,
    };
    expect(bob.edit(1, "new")).toEqual([{ type: "stored", cid: 5, id: 5 }, edited]);
    for (const peer of [ana, eve]) expect(peer.take()).toEqual([edited]);
  });
  test("of a private message, its two parties", () => {
    const { ana, mona, bob, eve } = roomWithMessages();
    bob.edit(2, "new");
    expect(eve.take()).toMatchObject([{ type: "edited", target: 2, text: "new" }]);
    expect([...ana.take(), ...mona.take()]).toEqual([]);
  });
});

describe("§5.5 who hears of a deletion", () => {
  test("by a mod, everyone, and who did it", () => {
    const { world, mona, bob, eve } = roomWithMessages();
    const deleted = { type: "deleted", id: 5, target: 1, by: "mona", byUid: uidOf("mona"), at: world.now };
    expect(mona.remove(1)).toEqual([{ type: "stored", cid: 1, id: 5 }, deleted]);
    for (const peer of [bob, eve]) expect(peer.take()).toEqual([deleted]);
  });
  test("of a private message, its two parties", () => {
    const { ana, mona, bob, eve } = roomWithMessages();
    bob.remove(2);
    expect(eve.take()).toMatchObject([{ type: "deleted", target: 2, by: "bob" }]);
    expect([...ana.take(), ...mona.take()]).toEqual([]);
  });
});

describe("§5.7 the present form", () => {
  test("an edited message shows its new text, in replay, history, search and over HTTP", () => {
    const { world, bob, eve } = roomWithMessages();
    bob.edit(1, "newer");
    bob.edit(1, "newest");
    const shown = { type: "message", id: 1, text: "newest", edited: true };
    expect(eve.history().events[0]).toMatchObject(shown);
    expect(eve.search("NEWEST").events).toMatchObject([shown]);
    expect(eve.search("public").events).toEqual([]);
    expect(world.readMessages()).toMatchObject({ events: [shown, { id: 3 }] });
    expect(world.welcome("zoe").events[0]).toMatchObject(shown);
  });

  test("a deleted message has no text left, anywhere", () => {
    const { world, mona, bob } = roomWithMessages();
    bob.edit(1, "secret");
    mona.remove(1);
    const at = world.now;
    const shown = { type: "message", id: 1, at, nick: "bob", uid: uidOf("bob"), deleted: true };
    expect(bob.history().events[0]).toEqual(shown);
    expect(bob.search("secret").events).toEqual([]);
    expect(bob.history({ after: 0 }).events.filter(({ type }) => type === "edited")).toEqual([]);
    expect(JSON.stringify(world.store.log.after(0, uidOf("bob"), { through: 99, limit: 99 }))).not.toContain(
      "secret",
    );
  });

  test("an edit after the nickname changed hands is still its author's", () => {
    const { world, bob } = roomWithMessages();
    bob.send({ type: "nick", nick: "robert" });
    const heir = world.join("dora", { nick: "bob" });
    expect(heir.edit(1, "stolen")).toMatchObject([{ code: "forbidden" }]);
    expect(bob.edit(1, "mine").at(-1)).toMatchObject({ type: "edited", by: "robert" });
  });
});
