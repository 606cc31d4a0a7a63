import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type KeptRooms, RoomsFile, readRooms, writeRooms } from "../../../client/cli/person/kept-rooms.ts";

let state: string;
let place: { env: Record<string, string>; profile: string };
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "papo-rooms-"));
  onTestFinished(() => rmSync(state, { recursive: true }));
  place = { env: { XDG_STATE_HOME: state }, profile: "default" };
});

const file = () => join(state, "papo", "default", "rooms.json");
const rooms = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ url: `https://host/room-${at}` }));

test("rooms are kept for their person alone, and each profile has its own", () => {
  const kept = {
    rooms: [{ url: "https://host/lobby", nick: "ana", quiet: true }],
    front: "https://host/lobby",
  };
  writeRooms(place, kept);
  expect(readRooms(place)).toEqual(kept);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readRooms({ ...place, profile: "work" })).toEqual({ rooms: [] });
});

test("no more of them than one client can be in", () => {
  writeRooms(place, { rooms: rooms(30) });
  expect(JSON.parse(readFileSync(file(), "utf8")).rooms.length).toBe(20);
  writeFileSync(file(), JSON.stringify({ rooms: rooms(30) }));
  expect(readRooms(place).rooms.length).toBe(20);
});

test.each([
  { what: "no JSON", written: "{" },
  { what: "another form", written: '{"rooms":"all"}' },
  { what: "no file at all", written: undefined },
  { what: "an address that is none", written: '{"rooms":[{"url":"https://host/no room"}]}' },
  { what: "a control character in an address", written: '{"rooms":[{"url":"https://host/a\\u001bb"}]}' },
])("$what: nowhere", ({ written }) => {
  mkdirSync(join(state, "papo", "default"), { recursive: true });
  if (written !== undefined) writeFileSync(file(), written);
  expect(readRooms(place).rooms).toEqual([]);
});

describe("of two terminals, a later write loses none of the other's rooms", () => {
  const url = (room: string) => `https://host/${room}`;
  const kept = (names: string): KeptRooms => ({
    rooms: names.split(" ").map((room) => ({ url: url(room) })),
    front: url(names.split(" ")[0] ?? ""),
  });

  /** Each write is a terminal's (A or B) and its rooms, `-room` one that it has left. */
  test.each<[string, string[], string]>([
    ["the second begins, and the first ends first", ["A lobby", "B dev", "A lobby", "B dev"], "dev lobby"],
    ["the second begins, and ends first", ["A lobby", "B dev", "B dev", "A lobby"], "lobby dev"],
    ["one leaves a room", ["A lobby ops", "B dev", "A lobby ops", "A lobby -ops", "B dev"], "dev lobby"],
    ["both are in one", ["A lobby", "B lobby", "A lobby", "B lobby"], "lobby"],
    ["both go on", ["A a", "B b", "A a c", "B b d", "A a c", "B b d"], "b d a c"],
    ["one alone forgets what was before", ["A lobby", "C dev"], "dev"],
  ])("%s", (_, writes, rooms) => {
    const runs: Record<string, { file: RoomsFile; own: Set<string> }> = {};
    for (const write of writes) {
      const [name = "", ...names] = write.split(" ");
      runs[name] ??= { file: new RoomsFile(place), own: new Set() };
      const { file, own } = runs[name];
      for (const room of names) own.add(url(room.replace("-", "")));
      file.write(kept(names.filter((room) => !room.startsWith("-")).join(" ")), (each) => own.has(each));
    }
    expect(readRooms(place)).toEqual({ ...kept(rooms), front: expect.any(String) });
  });
});
