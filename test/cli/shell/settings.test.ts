import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { configDirectory, stateDirectory } from "../../../client/cli/person/directories.ts";
import type { Call } from "../../../client/cli/shell/call.ts";
import { parseConfig } from "../../../client/cli/shell/config.ts";
import { clientSettings, nickOf } from "../../../client/cli/shell/settings.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "papo-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Values = Call["values"];

function settle(
  values: Values,
  { env = {}, config = {}, positionals = [] as string[], takes = "address" as Call["takes"] },
) {
  mkdirSync(join(folder, "papo"), { recursive: true });
  writeFileSync(join(folder, "papo", "config.json"), JSON.stringify(config));
  const call: Call = { values, positionals, takes };
  return clientSettings(call, { env: { ...env, XDG_CONFIG_HOME: folder }, isTTY: true, tell: () => {} });
}

const here = "https://host/here";

describe("an option comes before a variable, and that before the file", () => {
  const config = {
    url: "https://host/file",
    nick: "file",
    profile: "file",
    time: "iso",
    bell: false,
    color: false,
  };
  const env = { PAPO_URL: "https://host/env", PAPO_NICK: "env", PAPO_PROFILE: "env" };

  test("the file", () => {
    expect(settle({}, { config })).toMatchObject({
      address: { room: "file" },
      nick: "file",
      profile: "file",
      time: "iso",
      bell: false,
      colorDepth: "none",
    });
  });

  test("a variable", () => {
    expect(settle({}, { config, env })).toMatchObject({
      address: { room: "env" },
      nick: "env",
      profile: "env",
    });
  });

  test("an option", () => {
    const values = { nick: "flag", profile: "flag", time: "hms" };
    expect(settle(values, { config, env, positionals: [here] })).toMatchObject({
      address: { room: "here" },
      nick: "flag",
      profile: "flag",
      time: "hms",
    });
  });

  test("nothing", () => {
    expect(settle({}, { positionals: [here] })).toMatchObject({
      nick: undefined,
      profile: "default",
      time: "hm",
      bell: true,
      comings: "front",
    });
  });
});

describe("where an address is known, what follows send is text", () => {
  const takes = "address and text";
  const config = { url: "https://host/file" };
  test.each([
    { positionals: ["see", "a/b"], config, room: "file", words: ["see", "a/b"] },
    { positionals: [here, "hi"], config, room: "here", words: ["hi"] },
    { positionals: ["host/here", "hi"], config: {}, room: "here", words: ["hi"] },
  ])("$positionals", ({ positionals, config, room, words }) => {
    expect(settle({}, { positionals, config, takes })).toMatchObject({ address: { room }, words });
  });
});

test.each([
  { values: {}, positionals: [], says: "Which room?" },
  { values: {}, positionals: ["nonsense://x"], says: "nonsense://x" },
  { values: { time: "noon" }, positionals: [here], says: "--time" },
  { values: { profile: "a/b" }, positionals: [here], says: "profile" },
  { values: { "key-file": "/nowhere" }, positionals: [here], says: "passphrase" },
])("$says", ({ values, positionals, says }) => {
  expect(() => settle(values, { positionals })).toThrow(says);
});

test("a nickname is missed where nobody can be asked", () => {
  expect(() => nickOf(settle({}, { positionals: [here] }))).toThrow("--nick");
});

describe("mistakes in the config file are told with their field", () => {
  test.each([
    { written: "{", says: "is not JSON" },
    { written: "[]", says: "must hold an object" },
    { written: '"x"', says: "must hold an object" },
    { written: '{"comings":true}', says: '"comings" must be "all", "front" or "none"' },
    { written: '{"time":"noon"}', says: '"time" must be one of off, hm, hms, iso' },
    { written: '{"quiet-hours":"at night"}', says: '"quiet-hours" must be two times of day' },
    { written: '{"bell":"yes"}', says: '"bell" must be true or false' },
    { written: '{"nick":7}', says: '"nick" must be a text' },
    { written: '{"url":""}', says: '"url" must not be empty' },
    { written: '{"nik":"ana"}', says: '"nik" is unknown; it may have url, nick, profile, time, bell, color' },
  ])("$written", ({ written, says }) => {
    expect(() => parseConfig(written, "config.json")).toThrow(says);
  });
});

describe("XDG directories", () => {
  test.each([
    {
      env: { XDG_STATE_HOME: "/state", XDG_CONFIG_HOME: "/config" },
      state: /^\/state\/papo$/,
      config: /^\/config\/papo$/,
    },
    { env: {}, state: /\/\.local\/state\/papo$/, config: /\/\.config\/papo$/ },
    {
      env: { XDG_STATE_HOME: "relative", XDG_CONFIG_HOME: "" },
      state: /\/\.local\/state\/papo$/,
      config: /\/\.config\/papo$/,
    },
  ])("$env", ({ env, state, config }) => {
    expect(stateDirectory(env)).toMatch(state);
    expect(configDirectory(env)).toMatch(config);
  });
});

describe("a secret of the environment", () => {
  const room = "http://localhost:22100/zz";
  const read = (servers: string, url = room) =>
    settle({}, { env: { PAPO_KEY: "open sesame", PAPO_SECRETS_FOR: servers }, positionals: [url] });

  test.each([
    { servers: room },
    { servers: `${room}/` },
    { servers: `${room}?x#y` },
    { servers: "http://localhost:22100/Not a room" },
    { servers: "http://localhost:22100" },
    { servers: "localhost:22100" },
    { servers: "LOCALHOST:22100/" },
    { servers: "localhost:22100/zz" },
    { servers: "ws://localhost:22100/zz" },
    { servers: "chat.example.org, localhost:22100 ," },
    { servers: "chat.example.org localhost:22100" },
    { servers: "https://host/here", url: here },
    { servers: "host", url: here },
    { servers: "host:443", url: here },
    { servers: "bücher.example/x", url: "https://bücher.example/lobby" },
    { servers: "[::1]:8787", url: "http://[::1]:8787/lobby" },
  ])("is for $servers", ({ servers, url }) => {
    expect(read(servers, url)).toMatchObject({ key: "open sesame", keyWithheld: undefined });
  });

  test.each([
    { servers: "127.0.0.1:22100", names: "http://127.0.0.1:22100" },
    { servers: "localhost:22101", names: "http://localhost:22101" },
    { servers: "https://localhost:22100", names: "localhost:22100" },
    { servers: "a,b,c,d", names: "a, b, c" },
  ])("for $servers is not told to another, and that is said", ({ servers, names }) => {
    const { key, keyWithheld } = read(servers);
    expect(key).toBeUndefined();
    expect(keyWithheld).toBe(
      `PAPO_KEY is set, but not for this server: PAPO_SECRETS_FOR names ${names}. ` +
        "If it is for http://localhost:22100 too, add that.",
    );
  });

  test.each([
    { servers: "*" },
    { servers: "*.example.org" },
    { servers: "localhost:x" },
    { servers: "ftp://localhost" },
    { servers: "ana:secret@localhost:22100" },
    { servers: "/zz" },
    { servers: "localhost:22100,*" },
    { servers: "http://" },
  ])("for $servers is for nobody knows whom", ({ servers }) => {
    expect(() => read(servers)).toThrow(/PAPO_SECRETS_FOR.* is no server/);
    expect(() => read(servers)).not.toThrow(/secret@|\*/);
  });
});

test("a home that does not exist is none", () => {
  const home = process.env.HOME;
  const file = join(folder, "file");
  writeFileSync(file, "");
  try {
    for (const missing of [join(folder, "none"), file, join(file, "x"), "/dev/null"]) {
      process.env.HOME = missing;
      expect([stateDirectory({}), configDirectory({})]).toEqual([undefined, undefined]);
    }
  } finally {
    process.env.HOME = home;
  }
});
