import { spawnSync } from "node:child_process";
import {
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
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Failure } from "../../../client/cli/end/failure.ts";
import { type ChosenFile, chooseFile, chosenBytes } from "../../../client/cli/files/chosen-file.ts";
import { keepFile, placeAt } from "../../../client/cli/files/keep-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "papo-disk-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const bytes = (text: string) => Buffer.from(text);

async function* said(...texts: string[]) {
  for (const text of texts) yield bytes(text);
}

async function failing(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  return "";
}

async function all({ read }: ChosenFile): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of read()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe("what is sent", () => {
  test.each<{ name: string; make: (path: string) => void; why: RegExp }>([
    { name: "what is not there", make: () => {}, why: /there is no such file/ },
    { name: "a folder", make: (path) => mkdirSync(path), why: /is a folder/ },
    { name: "an empty file", make: (path) => writeFileSync(path, ""), why: /is empty/ },
    {
      name: "a large one",
      make: (path) => writeFileSync(path, "x".repeat(2_000)),
      why: /too large: it has 2 KB \(2,000 bytes\), and at most 1,000 bytes/,
    },
    { name: "a pipe", make: (path) => spawnSync("mkfifo", [path]), why: /is a pipe/ },
    { name: "a device", make: (path) => symlinkSync("/dev/zero", path), why: /a device/ },
    { name: "a link in a circle", make: (path) => symlinkSync(path, path), why: /go in a circle/ },
  ])("$name is refused", async ({ make, why }) => {
    make(at("it"));
    expect(await failing(chooseFile(at("it"), { shown: "it", most: 1_000 }))).toMatch(why);
  });

  test("a file is read from its beginning, as often as it is tried", async () => {
    writeFileSync(at("it.txt"), "hello");
    const file = await chooseFile(at("it.txt"));
    expect(file).toMatchObject({ name: "it.txt", size: 5 });
    expect([await all(file), await all(file)]).toEqual(["hello", "hello"]);
  });

  test.each(["hell", "hello!", ""])("one that has become %j meanwhile is not sent", async (text) => {
    writeFileSync(at("it.txt"), "hello");
    const file = await chooseFile(at("it.txt"));
    writeFileSync(at("it.txt"), text);
    expect(await failing(all(file))).toMatch(/has changed/);
  });

  test("bytes have a name, too", async () => {
    expect(await all(chosenBytes(bytes("log"), { name: "log.txt" }))).toBe("log");
    expect(() => chosenBytes(bytes(""), { name: "log.txt" })).toThrow(/log.txt is empty/);
  });
});

describe("what is saved", () => {
  test("stands in a folder under its own name, made harmless, for its owner alone", async () => {
    const file = await keepFile(said("one", "two"), "../shot.png", { folder });
    expect(file).toBe(at("__shot.png"));
    expect(readFileSync(file, "utf8")).toBe("onetwo");
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test("takes a number where something is called so, a link that leads nowhere too", async () => {
    writeFileSync(at("shot.png"), "mine");
    symlinkSync(at("elsewhere"), at("shot (2).png"));
    expect(await keepFile(said("new"), "shot.png", { folder })).toBe(at("shot (3).png"));
    expect(readFileSync(at("shot.png"), "utf8")).toBe("mine");
    expect(existsSync(at("elsewhere"))).toBe(false);
  });

  test("is refused under a name that is taken", async () => {
    writeFileSync(at("mine.txt"), "mine");
    expect(await failing(placeAt(at("mine.txt")))).toMatch(/is there already/);
    expect(await failing(keepFile(said("new"), "x", { file: at("mine.txt") }))).toMatch(/is there already/);
    expect(readFileSync(at("mine.txt"), "utf8")).toBe("mine");
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
  });

  test("is nothing at all where its bytes break off", async () => {
    async function* broken() {
      yield bytes("half");
      throw new Failure(1, "It has ended.");
    }
    expect(await failing(keepFile(broken(), "shot.png", { folder }))).toBe("It has ended.");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("goes to a folder, or under a name in one that is there", async () => {
    expect(await placeAt(folder)).toEqual({ folder });
    expect(await placeAt(at("new.png"))).toEqual({ file: at("new.png") });
    expect(await failing(placeAt(at("none/new.png")))).toBe(`There is no folder ${at("none")}.`);
  });
});
