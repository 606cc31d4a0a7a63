import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { readRooms, writeRooms } from "../../../client/cli/person/kept-rooms.ts";

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
