import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { KeptLog } from "../../../client/cli/log/kept-log.ts";
import { logEntry } from "../../../client/cli/log/log-entry.ts";

const NOON = Date.UTC(2026, 10, 26, 12);
const DAY = 86_400_000;

const said = (id: number, { at = NOON + id, text = `text ${id}` } = {}) =>
  logEntry({ type: "message", id, at, nick: "bob", uid: "bob---------", text });

function place(days = 90) {
  const base = mkdtempSync(join(tmpdir(), "papo-log-"));
  onTestFinished(() => rmSync(base, { recursive: true }));
  const folder = join(base, "log");
  const complaints: string[] = [];
  const open = () =>
    new KeptLog({ folder, days, now: () => NOON, complain: (why) => void complaints.push(why) });
  const read = (day = "2026-11-26") => readFileSync(join(folder, `${day}.log`), "utf8");
  const numbers = () => Array.from(read().matchAll(/#(\d+) /g), ([, id]) => Number(id));
  return { base, folder, open, read, numbers, complaints };
}

test("a line is its moment, its number and what was said, for its owner alone", () => {
  const { folder, open, read } = place();
  const log = open();
  log.add(said(1));
  log.close();
  expect(read()).toBe("2026-11-26T12:00:00.001Z #1 bob: text 1\n");
  expect(statSync(join(folder, "2026-11-26.log")).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test("where nothing is said, nothing is made, and nothing is wrong", () => {
  const { folder, open, complaints } = place();
  open().close();
  expect(existsSync(folder)).toBe(false);
  expect(complaints).toEqual([]);
});

test("what is told again stands there once, in this run and the next", () => {
  const { open, numbers } = place();
  const first = open();
  for (const id of [1, 2, 2]) first.add(said(id));
  first.close();
  first.add(said(2));
  first.close();
  const second = open();
  for (const id of [1, 2, 3]) second.add(said(id));
  second.close();
  expect(numbers()).toEqual([1, 2, 3]);
});

test("two terminals write each line once, also what one of them has missed", () => {
  const { open, numbers } = place();
  const [ana, bob] = [open(), open()];
  for (const id of [1, 5]) ana.add(said(id));
  ana.close();
  for (const id of [1, 2, 3, 5, 6]) bob.add(said(id));
  bob.close();
  for (const id of [5, 6, 7]) ana.add(said(id));
  ana.close();
  expect(numbers().toSorted((a, b) => a - b)).toEqual([1, 2, 3, 5, 6, 7]);
});

test("a room that began anew counts from one again, and both are kept", () => {
  const { open, numbers } = place();
  const log = open();
  log.add(said(1));
  log.add(said(1, { at: NOON + 60_000, text: "anew" }));
  log.close();
  expect(numbers()).toEqual([1, 1]);
});

test("half a line of a run that was killed costs no other", () => {
  const { folder, open, read } = place();
  const log = open();
  log.add(said(1));
  log.close();
  appendFileSync(join(folder, "2026-11-26.log"), "2026-11-26T12:00:00.002Z #2 bob: te");
  log.add(said(2));
  log.close();
  expect(read().split("\n").slice(-2)).toEqual(["2026-11-26T12:00:00.002Z #2 bob: text 2", ""]);
});

test("nobody can write a line that looks like another's", () => {
  const { open, read } = place();
  const log = open();
  log.add(said(1, { text: "a\n2026-11-26T12:00:00.002Z #2 ana: b\u001b[2J\r\n\u2028c" }));
  log.close();
  expect(read().split("\n")).toHaveLength(2);
  log.add(said(2));
  log.close();
  expect(read()).toContain("#2 bob: text 2");
});

test("each day has its file, and what is too old goes, with nothing else", () => {
  const { folder, open } = place(2);
  mkdirSync(folder);
  for (const name of ["2026-11-20.log", "2026-11-24.log", "notes.txt"])
    writeFileSync(join(folder, name), "x\n");
  const log = open();
  for (const days of [0, 1, 5]) log.add(said(days, { at: NOON - days * DAY }));
  log.close();
  expect(readdirSync(folder)).toEqual(["2026-11-24.log", "2026-11-25.log", "2026-11-26.log", "notes.txt"]);
});

test("what can't be written is told once, and written once it can be", () => {
  const { base, folder, open, complaints, numbers } = place();
  writeFileSync(folder, "in the way");
  const log = open();
  for (const id of [1, 2]) {
    log.add(said(id));
    log.close();
  }
  expect(complaints).toHaveLength(1);
  rmSync(folder);
  expect(existsSync(join(base, "log"))).toBe(false);
  log.close();
  expect(numbers()).toEqual([1, 2]);
});

test("a folder and a file that others could read are for their owner alone from then on", () => {
  const { folder, open, numbers } = place();
  const file = join(folder, "2026-11-26.log");
  mkdirSync(folder);
  writeFileSync(file, "");
  chmodSync(folder, 0o755);
  chmodSync(file, 0o644);
  const log = open();
  log.add(said(1));
  log.close();
  expect(numbers()).toEqual([1]);
  expect([folder, file].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
});

test.each<[string, (paths: { base: string; folder: string }) => void]>([
  ["the folder is a link", ({ base, folder }) => symlinkSync(join(base, "theirs"), folder)],
  [
    "the file is a link",
    ({ base, folder }) => {
      mkdirSync(folder);
      symlinkSync(join(base, "theirs", "notes"), join(folder, "2026-11-26.log"));
    },
  ],
  [
    "the file is a link to nothing",
    ({ base, folder }) => {
      mkdirSync(folder);
      symlinkSync(join(base, "theirs", "new"), join(folder, "2026-11-26.log"));
    },
  ],
])("nothing is written elsewhere, and nothing taken away: %s", (_, begin) => {
  const { base, folder, open, complaints } = place();
  mkdirSync(join(base, "theirs"));
  for (const name of ["notes", "2020-01-01.log"]) writeFileSync(join(base, "theirs", name), "x\n");
  begin({ base, folder });
  const log = open();
  log.add(said(1));
  log.close();
  expect(complaints).toEqual([expect.stringMatching(/^The log of this room is not kept\. \S+ is a link/)]);
  expect(readdirSync(join(base, "theirs"))).toEqual(["2020-01-01.log", "notes"]);
  expect(readFileSync(join(base, "theirs", "notes"), "utf8")).toBe("x\n");
});
