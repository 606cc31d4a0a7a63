import {
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
import { CONFIG_KEYS, parseConfig } from "../../../client/cli/shell/config.ts";
import { setInConfig, unsetInConfig } from "../../../client/cli/shell/config-file.ts";
import { CONFIG_TABLE } from "../../../client/cli/shell/config-keys.ts";
import { cliWords } from "../../../client/cli/words/words.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "papo-config-"));
  file = join(folder, "papo", "config.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const held = () => JSON.parse(readFileSync(file, "utf8"));

describe("a key is set to what is written behind it", () => {
  test.each([
    { key: "nick", written: ["ana"], value: "ana" },
    { key: "profile", written: ["7"], value: "7" },
    { key: "nick", written: ["yes"], value: "yes" },
    { key: "nick", written: ["李明"], value: "李明" },
    { key: "time", written: ["hms"], value: "hms" },
    { key: "bell", written: ["true"], value: true },
    { key: "bell", written: ["Off"], value: false },
    { key: "color", written: ["no"], value: false },
    { key: "quiet-hours", written: ["22:00-07:00"], value: "22:00-07:00" },
    { key: "quiet-hours", written: ["22", "–", "7"], value: "22:00-07:00" },
    { key: "quiet-hours", written: ["off"], value: "off" },
    { key: "url", written: ["https://host/lobby"], value: "https://host/lobby" },
    { key: "profile", written: ["work"], value: "work" },
  ] as const)("$key $written", ({ key, written, value }) => {
    setInConfig(file, key, written);
    expect(held()).toEqual({ [key]: value });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "papo"))).toEqual(["config.json"]);
  });

  test.each([
    { key: "bell", written: ["maybe"], says: '"bell" must be true or false.' },
    { key: "time", written: ["noon"], says: '"time" must be one of off, hm, hms, iso.' },
    {
      key: "quiet-hours",
      written: ["22:00-22:00"],
      says: /^"quiet-hours" must be two times of day, such as /,
    },
    { key: "quiet-hours", written: ["true"], says: /^"quiet-hours" must be two times of day, such as / },
    { key: "nick", written: [""], says: '"nick" must not be empty.' },
    { key: "nick", written: ["a b"], says: /^a b: A nickname has / },
    { key: "nick", written: ["a", "b"], says: /^a b: / },
    { key: "nick", written: ["7"], says: /^7: / },
    { key: "nick", written: ["abcdefghijk"], says: /^abcdefghijk: / },
    { key: "profile", written: ["a/b"], says: "The name of a profile" },
    { key: "url", written: ["ftp://host/x"], says: "https://" },
    { key: "url", written: ["https://ana:hunter2@host/x"], says: /^(?!.*hunter2)/ },
  ] as const)("$key $written is refused", ({ key, written, says }) => {
    expect(() => setInConfig(file, key, written)).toThrow(says);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("all else stays, in its order; and a link stays one", () => {
  setInConfig(file, "url", ["https://host/lobby"]);
  setInConfig(file, "nick", ["ana"]);
  setInConfig(file, "bell", ["off"]);
  setInConfig(file, "nick", ["bob"]);
  expect(Object.entries(held())).toEqual([
    ["url", "https://host/lobby"],
    ["nick", "bob"],
    ["bell", false],
  ]);
  const link = join(folder, "link.json");
  symlinkSync(file, link);
  setInConfig(link, "time", ["iso"]);
  expect(unsetInConfig(link, "nick")).toBe(true);
  expect(held()).toEqual({ url: "https://host/lobby", bell: false, time: "iso" });
  expect(unsetInConfig(link, "nick")).toBe(false);
});

test("a file with mistakes can be put right one by one; one that is no JSON is left alone", () => {
  setInConfig(file, "time", ["hm"]);
  writeFileSync(file, '{"nik":"ana","bell":"yes"}');
  expect(() => setInConfig(file, "bell", ["yes"])).toThrow('"nik" is unknown');
  expect(held()).toEqual({ nik: "ana", bell: true });
  expect(unsetInConfig(file, "nik")).toBe(true);
  expect(held()).toEqual({ bell: true });
  for (const broken of ["{", "[]", "7"]) {
    writeFileSync(file, broken);
    expect(() => setInConfig(file, "nick", ["ana"])).toThrow(file);
    expect(readFileSync(file, "utf8")).toBe(broken);
  }
});

test.each([
  { written: '{"nik":"ana"}', meant: "nick" },
  { written: '{"colour":true}', meant: "color" },
  { written: '{"ulr":"https://host/x"}', meant: "url" },
])("$written may mean $meant", ({ written, meant }) => {
  expect(() => parseConfig(written, "config.json")).toThrow(`did you mean "${meant}"`);
});

test("each key has a sentence, and what is usual is a value that it may have", () => {
  expect(Object.keys(cliWords().config.keys)).toEqual([...CONFIG_KEYS]);
  for (const key of CONFIG_KEYS) {
    const { usual } = CONFIG_TABLE[key];
    if (usual !== undefined)
      expect(parseConfig(JSON.stringify({ [key]: usual }), file)).toEqual({ [key]: usual });
  }
});
