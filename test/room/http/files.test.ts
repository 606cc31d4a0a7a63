import { describe, expect, test } from "vitest";
import type { EventOf } from "../../../src/protocol/event.ts";
import type { Settings } from "../../../src/settings/settings.ts";
import { type Call, type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const HOUR = 3_600_000;
const MIB = 1_048_576;
/** Somebody is here, so the room looks what is due every 210 s. */
const CHECKED = 212_000;

/** A room in which ana is the owner and bob a member. */
function furnished(settings: Partial<Settings> = {}) {
  const world = new RoomWorld({ burst: 100, ...settings });
  const ana = world.join("ana");
  const bob = world.join("bob");
  const upload = (name = "ana", size = 10, address = "here") => {
    const id = world.upload({ name, address }, { size });
    if (typeof id !== "string") throw new Error(`No place: ${JSON.stringify(id)}`);
    return id;
  };
  return { world, ana, bob, upload };
}

type Furnished = ReturnType<typeof furnished>;

function errorIn(told: ReturnType<Peer["take"]>): Partial<EventOf<"error">> {
  return told.find((event) => event.type === "error") ?? {};
}

describe("§13.2 an upload is refused", () => {
  const NAMED = { name: "ana" };
  test.each<{ why: string; settings?: Partial<Settings>; call?: Call; size?: number; told: object }>([
    { why: "without a token", call: {}, told: { refused: "no_token" } },
    { why: "where no files are taken", settings: { filesBytes: 0 }, told: { detail: "no_files_here" } },
    { why: "that is empty", size: 0, told: { refused: "bad_frame", detail: "file_empty" } },
    {
      why: "that is too large",
      settings: { fileBytes: 100 },
      size: 101,
      told: { refused: "too_long", detail: "file_too_large", params: { most: 100 } },
    },
    { why: "beyond what a room keeps", settings: { filesBytes: 100 }, size: 101, told: { refused: "full" } },
    {
      why: "beyond a quarter of that, where no message has it",
      settings: { filesBytes: 100 },
      size: 26,
      told: { refused: "full", detail: "room_unclaimed" },
    },
    {
      why: "beyond the day of a network",
      settings: { addressFileBytes: 99 },
      size: 100,
      told: { refused: "over_budget", detail: "address_file_budget", retryAfter: expect.any(Number) },
    },
  ])("$why", ({ settings, call = NAMED, size = 1, told }) => {
    const { world } = furnished(settings);
    expect(world.offer(call, { size })).toMatchObject(told);
    expect(world.store.files.waiting()).toEqual([]);
  });

  test("to a room that nobody has made, and leaves nothing", () => {
    const world = new RoomWorld();
    expect(world.offer({ name: "ana" }, { size: 1 })).toMatchObject({ refused: "no_such_room" });
    expect(world.room.profile).toBeUndefined();
  });

  test("of who is banned, or has no passphrase", () => {
    const { world, ana } = furnished();
    ana.send({ type: "ban", who: "bob" }, { type: "lock", key: "sesame" });
    expect(world.offer({ name: "bob" }, { size: 1 })).toMatchObject({ refused: "banned" });
    expect(world.offer({ name: "cat", address: "there" }, { size: 1 })).toMatchObject({ refused: "locked" });
    expect(world.offer({ name: "cat", address: "there", key: "sesame" }, { size: 1 })).toMatchObject({
      most: 1,
    });
  });

  test("over flood control, as a post is", () => {
    const { world } = furnished({ burst: 2, perSecond: 0.001 });
    for (const _ of [1, 2]) expect(world.offer({ name: "dan" }, { size: 1 })).toMatchObject({ most: 1 });
    expect(world.offer({ name: "dan" }, { size: 1 })).toMatchObject({ refused: "rate_limited" });
  });

  test("§13.3 for a ninth file of one person that no message has, also one that is on its way", () => {
    const { world, ana, upload } = furnished({ burst: 100 });
    const files = Array.from({ length: 7 }, () => upload());
    expect(world.offer({ name: "ana" }, { size: 1 })).toMatchObject({ most: 1 });
    const full = { refused: "full", detail: "too_many_unclaimed", params: { most: 8 } };
    expect(world.offer({ name: "ana" }, { size: 1 })).toMatchObject(full);
    ana.say("here", { files: files.slice(0, 4) });
    expect(world.offer({ name: "ana" }, { size: 1 })).toMatchObject({ most: 1 });
  });

  test("§13.3 for more than 20 MiB of one network, whoever sends them", () => {
    const { world, upload } = furnished({ fileBytes: 10 * MIB });
    upload("ana", 10 * MIB);
    upload("bob", 10 * MIB);
    expect(world.offer({ name: "cat" }, { size: 1 })).toMatchObject({ detail: "network_unclaimed" });
    expect(world.offer({ name: "cat", address: "there" }, { size: 1 })).toMatchObject({ most: 1 });
  });
});

describe("§13.3 what comes without a length", () => {
  test.each<{ why: string; settings?: Partial<Settings>; most: number; detail: string }>([
    { why: "may have as much as one file", most: 5_242_880, detail: "file_too_large" },
    { why: "or as there is left", settings: { filesBytes: 400 }, most: 90, detail: "room_unclaimed" },
  ])("$why", ({ settings, most, detail }) => {
    const { world, upload } = furnished(settings);
    upload("bob", 10);
    expect(world.offer({ name: "ana" }, { size: undefined })).toMatchObject({ most, refusal: { detail } });
  });

  test("has no place where nothing is left", () => {
    const { world, upload } = furnished({ filesBytes: 40 });
    upload("bob", 10);
    expect(world.offer({ name: "ana" }, { size: undefined })).toMatchObject({ refused: "full" });
  });
});

test("§13.3 of the largest files one may always come", () => {
  const { world } = furnished({ fileBytes: 25 * MIB, filesBytes: 200 * MIB });
  expect(world.offer({ name: "ana" }, { size: 25 * MIB })).toMatchObject({ most: 25 * MIB });
});

test("§13.3 a room that is full takes files again once messages have gone", () => {
  const { world, ana, upload } = furnished({ filesBytes: 400 });
  const ids = Array.from({ length: 4 }, () => ana.say("", { files: [upload("ana", 100)] }).id);
  expect(world.offer({ name: "ana" }, { size: 1 })).toMatchObject({ detail: "room_files_full" });
  ana.remove(ids[0] ?? 0);
  expect(world.offer({ name: "ana" }, { size: 100 })).toMatchObject({ most: 100 });
});

test("§13.3 what a network has sent counts for its day, whatever became of it", () => {
  const { world, ana, upload } = furnished({ addressFileBytes: 100 });
  const { id } = ana.say("", { files: [upload("ana", 60)] });
  ana.remove(id);
  const berth = world.offer({ name: "bob" }, { size: 40 });
  if ("refused" in berth) throw new Error("No place.");
  world.settle(berth.id, { arrived: false, received: 30 });
  expect(world.offer({ name: "ana" }, { size: 11 })).toMatchObject({ detail: "address_file_budget" });
  expect(world.offer({ name: "ana" }, { size: 10 })).toMatchObject({ most: 10 });
  world.pass(24 * HOUR);
  expect(world.offer({ name: "ana" }, { size: 100 })).toMatchObject({ most: 100 });
});

describe("§13.4 a message", () => {
  test("has its files, live and later, and nobody else may take them up", () => {
    const { world, ana, bob, upload } = furnished();
    const files = [upload(), upload("ana", 20)];
    const told = [
      { id: files[0], name: "shot.png", type: "image/png", size: 10 },
      { id: files[1], name: "shot.png", type: "image/png", size: 20 },
    ];
    const message = ana.say("", { files });
    expect(message).toMatchObject({ text: "", files: told });
    expect(bob.take()).toMatchObject([{ type: "message", text: "", files: told }]);
    ana.edit(message.id, "two of them");
    ana.edit(message.id, "");
    world.crash();
    expect(world.welcome("cat").events).toMatchObject([
      { id: message.id, text: "", edited: true, files: told },
    ]);
    expect(world.readMessages()).toMatchObject({ events: [{ files: told }] });
    expect(world.join("cat").search("SHOT").events).toMatchObject([{ id: message.id }]);
  });

  const cases: [why: string, files: (room: Furnished) => string[]][] = [
    ["somebody else's", ({ upload }) => [upload("bob")]],
    ["one twice", ({ upload }) => Array<string>(2).fill(upload())],
    ["one that there never was", () => ["A".repeat(22)]],
    ["one that is no id", () => ["nope"]],
    [
      "one that has been said",
      ({ ana, upload }) => [...(ana.say("", { files: [upload()] }).files ?? [])].map(({ id }) => id),
    ],
    [
      "one that is on its way",
      ({ world }) => {
        const berth = world.offer({ name: "ana" }, { size: 3 });
        return "refused" in berth ? [] : [berth.id];
      },
    ],
    [
      "one that came an hour ago",
      ({ world, upload }) => {
        const id = upload();
        world.pass(HOUR);
        return [id];
      },
    ],
  ];
  test.each(cases)("can't have %s, and nothing is said", (_, filesOf) => {
    const room = furnished();
    const files = filesOf(room);
    const before = room.world.store.log.cursor();
    const told = room.ana.send({ type: "say", cid: room.ana.nextCid, text: "look", files });
    expect(errorIn(told)).toMatchObject({ code: "no_such_file", of: "say" });
    expect(room.world.store.log.cursor()).toBe(before);
  });

  test("without a text or files says nothing; and where no files are taken, they are no field", () => {
    const { ana } = furnished();
    const { id } = ana.say("hello");
    expect(errorIn(ana.edit(id, ""))).toMatchObject({ code: "bad_text", detail: "text_shows_nothing" });
    const cid = ana.nextCid;
    expect(errorIn(ana.send({ type: "say", cid, text: "" }))).toMatchObject({ code: "bad_text" });
    const without = furnished({ filesBytes: 0 });
    const files = ["A".repeat(22)];
    expect(errorIn(without.ana.send({ type: "say", cid: 1, text: "a", files }))).toMatchObject({
      ...{ code: "bad_frame", params: { field: "files" } },
    });
    expect(without.world.welcome("cat").features).not.toContain("files");
  });

  test("by plain HTTP may have them too, and is known again by them", () => {
    const { world, upload } = furnished();
    const files = [upload("dan")];
    const letter = { nick: "dan", text: "", files, key: "k1" };
    const receipt = world.post({ name: "dan" }, letter);
    expect(receipt).toMatchObject({ id: expect.any(Number) });
    expect(world.post({ name: "dan" }, letter)).toEqual(receipt);
    expect(world.post({ name: "dan" }, { ...letter, files: [upload("dan")] })).toMatchObject({
      detail: "key_reused",
    });
    expect(world.post({ name: "eve" }, { nick: "eve", text: "", files })).toMatchObject({
      refused: "no_such_file",
    });
  });

  test("between two keeps its files between them", () => {
    const { world, ana, bob, upload } = furnished();
    ana.say("", { to: "bob", files: [upload()] });
    expect(bob.take()).toMatchObject([{ files: [{ size: 10 }], to: { nick: "bob" } }]);
    expect(world.readMessages()).toMatchObject({ events: [] });
  });
});

describe("§13.7 a file goes", () => {
  test("an hour after it came, where no message has it", () => {
    const { world, ana, upload } = furnished();
    const kept = upload();
    ana.say("", { files: [kept] });
    world.pass(HOUR / 2);
    const left = upload("bob");
    world.pass(HOUR - 1_000);
    expect(world.wiped).toEqual([]);
    world.pass(CHECKED);
    expect(world.wiped).toEqual([left]);
    expect(world.findFile(left)).toMatchObject({ refused: "no_such_file" });
    expect(world.findFile(kept)).toMatchObject({ file: { id: kept } });
  });

  test("when it is longer on its way than it may take, and its place is free again", () => {
    const { world } = furnished({ filesBytes: 40 * MIB, fileBytes: 10 * MIB });
    const berth = world.offer({ name: "bob" }, { size: 10 * MIB });
    if ("refused" in berth) throw new Error("No place.");
    world.pass(11 * 60_000);
    expect(world.offer({ name: "ana" }, { size: 10 * MIB })).toMatchObject({ refused: "full" });
    world.clock.advance(60_000);
    expect(world.offer({ name: "ana" }, { size: 10 * MIB })).toMatchObject({ most: 10 * MIB });
    // Its bytes come all the same, and are removed once more.
    expect(world.settle(berth.id, { arrived: true, size: 3, type: "text/plain" })).toMatchObject({
      refused: "no_such_file",
    });
    expect(world.wiped).toEqual([berth.id, berth.id]);
  });

  test("when its sender is banned before it is said", () => {
    const { world, ana, upload } = furnished();
    const left = upload("bob");
    ana.send({ type: "ban", who: "bob" });
    expect(world.wiped).toEqual([left]);
  });

  test("an hour after it came in an empty room, too", () => {
    const { world, ana, bob, upload } = furnished();
    const left = upload();
    for (const peer of [ana, bob]) peer.send({ type: "leave" });
    world.pass(HOUR + 1_000);
    expect(world.wiped).toEqual([left]);
  });

  const ends: [how: string, end: (room: Furnished, id: number) => unknown][] = [
    ["its author deletes it", ({ ana }, id) => ana.remove(id)],
    [
      "a moderator hides what its author said",
      ({ bob }) => bob.send({ type: "ban", who: "ana", hide: true }),
    ],
  ];
  test.each(ends)("with its message, when %s", (_, end) => {
    const room = furnished();
    const { world, ana } = room;
    ana.send({ type: "role", who: "bob", role: "owner" }, { type: "role", who: "ana", role: "member" });
    const file = room.upload();
    const { id } = ana.say("look", { files: [file] });
    const eve = world.join("eve");
    end(room, id);
    expect(eve.take()[0]).toMatchObject({ type: "deleted", target: id });
    expect(world.wiped).toEqual([file]);
    expect(world.findFile(file)).toMatchObject({ refused: "no_such_file", detail: "file_deleted" });
    world.crash();
    const [message] = world.welcome("cat", { address: "there" }).events;
    expect(message).toMatchObject({ id, deleted: true });
    expect(message).not.toHaveProperty("files");
    expect(world.findFile(file)).toMatchObject({ detail: "file_deleted" });
  });

  test("with its message, when history has no room for it; then nothing is known of it", () => {
    const { world, ana, upload } = furnished({ historyMessages: 5 });
    const [gone, deleted] = [upload(), upload()];
    ana.say("", { files: [gone] });
    const { id } = ana.say("", { files: [deleted] });
    ana.remove(id);
    for (const text of "abcdef") ana.say(text);
    expect(world.wiped).toEqual([deleted, gone]);
    for (const file of [gone, deleted]) {
      const refusal = world.findFile(file);
      expect(refusal).toMatchObject({ refused: "no_such_file" });
      expect(refusal).not.toHaveProperty("detail");
    }
    world.pass(25 * HOUR);
    expect(world.store.files.waiting()).toEqual([]);
    expect([gone, deleted].map((file) => world.store.files.find(file))).toEqual([undefined, undefined]);
  });

  test("no sooner where the clock is set back, and in time where it was far ahead", () => {
    const { world, upload } = furnished();
    const file = upload();
    world.clock.advance(-HOUR / 2);
    world.hibernate();
    expect(world.findFile(file)).toMatchObject({ file: { id: file } });
    world.clock.advance(-20 * HOUR);
    world.hibernate();
    expect(world.findFile(file)).toMatchObject({ refused: "no_such_file" });
  });
});

test("§13.2 whoever tells twice what came of a file hears the same, and too late hears so", () => {
  const { world } = furnished();
  const berth = world.offer({ name: "ana" }, { size: 3, name: "../a\u202eb/c.png" });
  if ("refused" in berth) throw new Error("No place.");
  const arrival = { arrived: true, size: 3, type: "text/plain" } as const;
  const told = { id: berth.id, name: "..abc.png", type: "text/plain", size: 3 };
  expect(world.settle(berth.id, arrival)).toEqual(told);
  expect(world.settle(berth.id, arrival)).toEqual(told);
  expect(world.store.files.find(berth.id)).toMatchObject({ uid: uidOf("ana"), state: "here" });
  world.pass(2 * HOUR);
  expect(world.settle(berth.id, arrival)).toMatchObject({ refused: "no_such_file" });
});
