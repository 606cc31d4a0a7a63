import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { DataFolder } from "../../scripts/box/data-folder.ts";

const ROOM = `${"a".repeat(64)}.sqlite`;
const EMPTY = `${"b".repeat(64)}.sqlite`;

/** A folder for one test, of which nothing is there yet. */
function place(): string {
  const home = mkdtempSync(`${tmpdir()}/papo-folder-`);
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return `${home}/data`;
}

const take = (folder: string) => DataFolder.take(folder, "papo-Room");

/** The generation of a folder: once, as one start of papo. */
async function start(folder: string): Promise<number> {
  const taken = await take(folder);
  await taken.release();
  return taken.generation;
}

/** A room's database as papo leaves it. */
function write(path: string, ...statements: string[]): void {
  const database = new DatabaseSync(path);
  database.exec(["PRAGMA journal_mode = WAL", ...statements].join("; "));
  database.close();
}

const PROFILE = "CREATE TABLE profile (epoch INTEGER, generation INTEGER)";

describe("a folder is used by one papo at a time", () => {
  test("the next one is told so, until it is released", async () => {
    const folder = place();
    const first = await take(folder);
    await expect(take(folder)).rejects.toThrow(/^Another papo uses the data in .*data\. Stop it first/);
    await first.release();
    await (await take(folder)).release();
  });

  test("one that can't be made is named", async () => {
    const folder = place();
    writeFileSync(folder, "");
    await expect(take(folder)).rejects.toThrow("there is a file of that name");
  });
});

test("folders of other objects are made, emptied, watched, and tell nothing of copies", async () => {
  const folder = place();
  const other = `${folder}/do/papo-Registry`;
  const taken = await DataFolder.take(folder, "papo-Room", ["papo-Registry"]);
  for (const path of [`${other}/${EMPTY}`, `${folder}/do/papo-Room/${EMPTY}`]) write(path);
  write(`${other}/${ROOM}`, "CREATE TABLE rooms (room TEXT)");
  await taken.release();
  expect(readdirSync(other)).toEqual([ROOM]);
  const again = await DataFolder.take(folder, "papo-Room", ["papo-Registry"]);
  expect(again.generation).toBe(1);
  rmSync(other, { recursive: true });
  expect(await again.lost).toBe(other);
  mkdirSync(other);
  await again.release();
});

describe("a folder is known again", () => {
  test("however often it is started, and when it is moved", async () => {
    const folder = place();
    expect(await start(folder)).toBe(1);
    expect(await start(folder)).toBe(1);
    renameSync(folder, `${folder}2`);
    expect(await start(`${folder}2`)).toBe(1);
  });

  test("what else happens to its files is nothing to it", async () => {
    const folder = place();
    await start(folder);
    write(`${folder}/do/papo-Room/${ROOM}`, PROFILE);
    utimesSync(`${folder}/do/papo-Room`, 1, 1);
    utimesSync(folder, 1, 1);
    expect(await start(folder)).toBe(1);
  });

  const copies: [how: string, copy: (folder: string) => void][] = [
    ["copied to another place", (folder) => cpSync(folder, `${folder}.copy`, { recursive: true })],
    [
      "copied with all its times",
      (folder) => cpSync(folder, `${folder}.copy`, { recursive: true, preserveTimestamps: true }),
    ],
  ];
  for (const [how, copy] of copies) {
    test(`a copy in its place is another one, from its first start on: ${how}`, async () => {
      const folder = place();
      await start(folder);
      copy(folder);
      rmSync(folder, { recursive: true });
      renameSync(`${folder}.copy`, folder);
      const generation = await start(folder);
      expect(generation).toBeGreaterThan(1);
      expect(await start(folder)).toBe(generation);
    });
  }

  test("a copy written over it, file by file, is another one", async () => {
    const folder = place();
    await start(folder);
    cpSync(folder, `${folder}.copy`, { recursive: true });
    cpSync(`${folder}.copy`, folder, { recursive: true });
    expect(await start(folder)).toBeGreaterThan(1);
  });

  test("rooms put into it from elsewhere make it another one", async () => {
    const folder = place();
    await start(folder);
    cpSync(`${folder}/do`, `${folder}/copy`, { recursive: true });
    rmSync(`${folder}/do`, { recursive: true });
    renameSync(`${folder}/copy`, `${folder}/do`);
    expect(await start(folder)).toBeGreaterThan(1);
  });

  test("each copy of a copy is another one", async () => {
    const folder = place();
    const seen = [await start(folder)];
    for (const next of ["one", "two"]) {
      cpSync(folder, `${folder}.${next}`, { recursive: true });
      rmSync(folder, { recursive: true });
      renameSync(`${folder}.${next}`, folder);
      seen.push(await start(folder));
    }
    expect(seen).toEqual([...new Set(seen)].sort((one, other) => one - other));
  });

  test.each([
    ["from before papo knew folders again, it is no copy", `INSERT INTO profile VALUES (1, NULL)`, false],
    [
      "backed up room by room, without what it is known by, it is one",
      `INSERT INTO profile VALUES (1, 1)`,
      true,
    ],
  ])("%s", async (_, statement, isCopy) => {
    const folder = place();
    await start(folder);
    write(`${folder}/do/papo-Room/${ROOM}`, PROFILE, statement);
    rmSync(`${folder}/generation.json`);
    expect((await start(folder)) > 1).toBe(isCopy);
  });
});

describe("databases of rooms that nobody made", () => {
  test("are gone at the next start, and at the end; all others stay", async () => {
    const folder = place();
    const rooms = `${folder}/do/papo-Room`;
    await start(folder);
    const prepare = () => {
      write(`${rooms}/${ROOM}`, "CREATE TABLE IF NOT EXISTS one (id INTEGER)");
      write(`${rooms}/${EMPTY}`, "PRAGMA user_version = 0");
      write(`${rooms}/metadata.sqlite`);
    };
    prepare();
    const taken = await take(folder);
    const left = () => [ROOM, EMPTY, "metadata.sqlite"].map((name) => existsSync(`${rooms}/${name}`));
    expect(left()).toEqual([true, false, true]);
    prepare();
    expect(left()).toEqual([true, true, true]);
    await taken.release();
    expect(left()).toEqual([true, false, true]);
  });

  test("stay while something stands only in their log", async () => {
    const folder = place();
    const room = `${folder}/do/papo-Room/${ROOM}`;
    await start(folder);
    const database = new DatabaseSync(room);
    database.exec("PRAGMA journal_mode = WAL; CREATE TABLE one (id INTEGER)");
    await start(folder);
    expect(existsSync(room)).toBe(true);
    database.close();
  });
});

describe("a folder that is taken away while it is in use is noticed", () => {
  const ways: [how: string, act: (folder: string) => void][] = [
    ["deleted", (folder) => rmSync(folder, { recursive: true })],
    ["moved", (folder) => renameSync(folder, `${folder}2`)],
    [
      "replaced",
      (folder) => {
        cpSync(folder, `${folder}2`, { recursive: true });
        renameSync(folder, `${folder}3`);
        renameSync(`${folder}2`, folder);
      },
    ],
    ["emptied", (folder) => rmSync(`${folder}/do`, { recursive: true })],
    ["without its rooms", (folder) => rmSync(`${folder}/do/papo-Room`, { recursive: true })],
    [
      "with a file in place of its rooms",
      (folder) => {
        rmSync(`${folder}/do/papo-Room`, { recursive: true });
        writeFileSync(`${folder}/do/papo-Room`, "");
      },
    ],
    ["without one room", (folder) => rmSync(`${folder}/do/papo-Room/${ROOM}`)],
    ["without its lock", (folder) => rmSync(`${folder}/lock`)],
  ];
  for (const [how, act] of ways) {
    test(how, async () => {
      const folder = place();
      await start(folder);
      write(`${folder}/do/papo-Room/${ROOM}`, PROFILE);
      const taken = await take(folder);
      act(folder);
      expect(await taken.lost).toContain(folder);
    });
  }

  test("but a room that is erased is none", async () => {
    const folder = place();
    await start(folder);
    const taken = await take(folder);
    const room = `${folder}/do/papo-Room/${ROOM}`;
    for (let times = 0; times < 20; times++) {
      write(room, PROFILE);
      rmSync(room);
    }
    write(room, PROFILE);
    rmSync(`${folder}/do`, { recursive: true });
    expect(await taken.lost).not.toContain(ROOM);
  });
});
