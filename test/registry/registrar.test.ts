import { expect, onTestFinished, test, vi } from "vitest";
import { Registrar } from "../../src/registry/registrar.ts";
import { MOST_CALLS } from "../../src/registry/rounds.ts";
import { DAY, dayOf, type RoomReport, type Used } from "../../src/room/report.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { MemoryDatabase } from "../support/room/sqlite.ts";

interface Options {
  readonly door?: "open" | "invited";
  readonly dayRows?: number;
}

/** What a room is told. */
type Told = "close" | "close again" | Used["share"];

/** A registry in memory, with rooms that note what they are told. */
function office({ door = "open", dayRows = 1_000 }: Options = {}) {
  const clock = new FakeClock(20_000 * DAY + DAY / 2);
  const database = new MemoryDatabase();
  const told: [room: string, what: Told][] = [];
  const broken = new Set<string>();
  let pairs = 0;
  let alarm: number | undefined;
  const note = async (room: string, what: Told) => {
    if (broken.has(room)) throw new Error(`${room} is broken`);
    told.push([room, what]);
  };
  const open = () =>
    new Registrar({
      database,
      settings: { door, dayRows },
      now: () => clock.now(),
      ring: (at) => {
        alarm = at;
      },
      newVapidKeys: async () => {
        pairs++;
        return { key: `key ${pairs}`, secret: `secret ${pairs}` };
      },
      room: (name) => ({
        used: ({ share }) => note(name, share),
        closeDoor: (stay) => note(name, stay === "nobody" ? "close" : "close again"),
      }),
    });
  let registrar = open();
  return {
    ...{ clock, told, broken, database },
    get registrar() {
      return registrar;
    },
    /** The instance goes; what it knew is on disk. */
    sleep: () => {
      registrar = open();
    },
    report: (room: string, fields: Partial<RoomReport> = {}) =>
      registrar.report({
        ...{ room, day: dayOf(clock.now()), members: 1, messages: 0, rows: 0 },
        ...{ created: 1, active: clock.now(), ...fields },
      }),
    /** Has the alarm ring until it is set no more for now; tells how often it rang. */
    async settle(): Promise<number> {
      let times = 0;
      for (; alarm !== undefined && alarm <= clock.now(); times++) {
        alarm = undefined;
        await registrar.wake();
      }
      return times;
    },
    rows: () => registrar.list({ limit: 200 }).day.rows,
  };
}

const names = (count: number) =>
  Array.from({ length: count }, (_, n) => `room-${String(n).padStart(3, "0")}`);

test("nothing is stored before somebody reports", () => {
  const { registrar, database } = office();
  expect(registrar.look()).toEqual({ used: { share: 0, day: 20_000 } });
  expect(registrar.list({ limit: 5 })).toEqual({ rooms: [], day: { rows: 0, limit: 1_000 }, more: false });
  registrar.forget("lobby");
  expect([...database.sql.exec("SELECT name FROM sqlite_master")]).toEqual([]);
});

test("§11.5 rooms are listed by name, a page at a time", () => {
  const { registrar, report } = office();
  for (const room of ["tea", "ana", "lobby"]) report(room, { messages: 2, rows: 5 });
  const ana = { room: "ana", members: 1, messages: 2, rows: 5, created: 1, active: expect.any(Number) };
  expect(registrar.list({ limit: 2 })).toEqual({
    ...{ rooms: [ana, { ...ana, room: "lobby" }], more: true, after: "lobby" },
    day: { rows: 15, limit: 1_000 },
  });
  expect(registrar.list({ limit: 2, after: "lobby" })).toMatchObject({
    rooms: [{ room: "tea" }],
    more: false,
  });
  expect(registrar.list({ limit: 3 })).not.toHaveProperty("after");
});

test("a report that is repeated, late, or tells less than the last does no harm", () => {
  const { report, rows, sleep } = office();
  report("lobby", { rows: 10 });
  report("lobby", { rows: 30 });
  report("lobby", { rows: 30 });
  report("lobby", { rows: 20 });
  sleep();
  report("lobby", { rows: 30 });
  expect(rows()).toBe(30);
  report("tea", { rows: 5 });
  report("lobby", { rows: 31 });
  expect(rows()).toBe(36);
});

test("a day ends at 00:00 UTC, and the next begins with nothing", () => {
  const { clock, registrar, report, rows } = office();
  report("lobby", { rows: 900, messages: 800 });
  report("tea", { rows: 50 });
  expect(registrar.look().used).toEqual({ share: 80, day: 20_000 });
  clock.advance(DAY / 2);
  expect(registrar.look().used).toEqual({ share: 0, day: 20_001 });
  expect(rows()).toBe(0);
  expect(registrar.list({ limit: 9 }).rooms).toMatchObject([{ messages: 0, rows: 0 }, { rows: 0 }]);
  // One of yesterday that was on its way, and one of a room whose clock is ahead.
  report("lobby", { day: 20_000, rows: 950 });
  report("tea", { day: 20_002, rows: 950 });
  expect(rows()).toBe(0);
  report("lobby", { rows: 7 });
  expect(rows()).toBe(7);
});

test("what is forgotten is not listed, and stays counted", () => {
  const { registrar, report, rows } = office();
  report("lobby", { rows: 10 });
  registrar.forget("lobby");
  expect(registrar.list({ limit: 9 })).toMatchObject({ rooms: [], day: { rows: 10 } });
  // One of that room that was on its way; and another room of its name.
  report("lobby", { rows: 12 });
  expect(registrar.list({ limit: 9 }).rooms).toEqual([]);
  report("lobby", { rows: 3, created: 2 });
  expect(rows()).toBe(13);
});

test("a room whose first report comes after its end is not listed either", () => {
  const { registrar, report } = office();
  registrar.forget("lobby", 7);
  registrar.forget("lobby");
  report("lobby", { created: 7 });
  expect(registrar.list({ limit: 9 }).rooms).toEqual([]);
  report("lobby", { created: 8 });
  expect(registrar.list({ limit: 9 }).rooms).toMatchObject([{ room: "lobby" }]);
});

test.each([
  [0, 1_000_000, 0],
  [1_000, 799, 0],
  [1_000, 800, 80],
  [1_000, 999, 80],
  [1_000, 1_000, 100],
  [1, 1, 100],
])("§11.8 of %d rows a day, %d are %d per cent", (dayRows, rows, share) => {
  const { registrar, report } = office({ dayRows });
  expect(report("lobby", { rows }).share).toBe(share);
  expect(registrar.look().used.share).toBe(share);
});

test("§11.8 where the day comes to a bound, every room with people is told once", async () => {
  const { clock, report, told, settle } = office();
  report("yesterday", { members: 0, active: clock.now() - DAY });
  report("asleep", { members: 3, active: clock.now() - DAY });
  report("left", { members: 0 });
  report("lobby", { rows: 700 });
  expect(await settle()).toBe(0);
  report("lobby", { rows: 800 });
  report("lobby", { rows: 801 });
  expect(await settle()).toBe(1);
  expect(told).toEqual([
    ["asleep", 80],
    ["left", 80],
    ["lobby", 80],
  ]);
  told.length = 0;
  report("lobby", { rows: 1_000 });
  await settle();
  expect(told).toEqual([
    ["asleep", 100],
    ["left", 100],
    ["lobby", 100],
  ]);
  told.length = 0;
  report("lobby", { rows: 1_499 });
  expect(await settle()).toBe(0);
  report("lobby", { rows: 1_500 });
  await settle();
  expect(told.map(([, what]) => what)).toEqual([110, 110, 110, "close", "close", "close"]);
  report("lobby", { rows: 5_000 });
  expect(await settle()).toBe(0);
});

test("40 rooms are told at a time, after a sleep too, and one that can't be told stops nobody", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const { registrar, report, told, settle, broken, sleep } = office();
  const rooms = names(100);
  for (const room of rooms) report(room);
  for (const room of ["room-000", "room-039", "room-099"]) broken.add(room);
  registrar.setDoor("closed");
  await registrar.wake();
  expect(told).toHaveLength(MOST_CALLS - 2);
  sleep();
  expect(await settle()).toBe(2);
  const heard = rooms.filter((room) => !broken.has(room));
  expect(told).toEqual(heard.map((room) => [room, "close"]));
  expect(logged).toHaveBeenCalledTimes(3);
});

test("a bound that is reached while rooms are still being told of the last is told to all", async () => {
  const { registrar, report, told, settle } = office();
  for (const room of names(60)) report(room);
  report("room-000", { rows: 800 });
  await registrar.wake();
  report("room-000", { rows: 1_000 });
  await settle();
  expect(told.filter(([, share]) => share === 100)).toHaveLength(60);
});

test("what was to be told of a day is not told on the next", async () => {
  const { clock, report, told, settle } = office();
  report("lobby", { rows: 900 });
  clock.advance(DAY / 2);
  await settle();
  expect(told).toEqual([]);
});

test("who came in elsewhere, before all had heard that the door is closed, is sent out, too", async () => {
  const { clock, registrar, report, told, settle, sleep } = office();
  const rooms = names(50);
  for (const room of rooms) report(room);
  registrar.setDoor("closed");
  await settle();
  expect(told).toEqual(rooms.map((room) => [room, "close"]));
  told.length = 0;
  clock.advance(20_000);
  report("made-meanwhile");
  report("room-000", { rows: 800 });
  await settle();
  expect(told.every(([, what]) => what === 80)).toBe(true);
  told.length = 0;
  sleep();
  clock.advance(20_000);
  await settle();
  expect(told).toEqual(["made-meanwhile", ...rooms].map((room) => [room, "close again"]));
  clock.advance(DAY);
  expect(await settle()).toBe(0);
});

test("a door that is opened again closes no further room", async () => {
  const { clock, registrar, report, told, settle } = office();
  for (const room of names(60)) report(room);
  registrar.setDoor("closed");
  await registrar.wake();
  registrar.setDoor("open");
  await settle();
  clock.advance(60_000);
  await settle();
  expect(told).toHaveLength(MOST_CALLS);
});

test("§11.6 the door is where it was put, until it is put where DOOR has it", () => {
  const place = office({ door: "invited" });
  const { used } = place.registrar.look();
  for (const door of ["closed", "open"] as const) {
    expect(place.registrar.setDoor(door)).toEqual({ door, used });
    place.sleep();
    expect(place.registrar.look()).toEqual({ door, used });
  }
  expect(place.registrar.setDoor("invited")).toEqual({ used });
  place.sleep();
  expect(place.registrar.look()).toEqual({ used });
});

test("§14.1 keys for push services are made when somebody first asks, and stay", async () => {
  const the = office();
  const asked = await Promise.all([the.registrar.vapidKeys(), the.registrar.vapidKeys()]);
  expect(asked[0]).toEqual(asked[1]);
  the.sleep();
  expect(await the.registrar.vapidKeys()).toEqual(asked[0]);
});
