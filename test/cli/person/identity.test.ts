import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  keepNick,
  knownToken,
  loadToken,
  type ProfileInRoom,
  personDirectory,
  replaceToken,
} from "../../../client/cli/person/identity.ts";
import { Ignored } from "../../../client/cli/person/ignored.ts";
import { exclusively, readPrivate, writePrivate } from "../../../client/cli/person/private-file.ts";
import { Self } from "../../../client/cli/person/self.ts";
import { parseAddress } from "../../../client/core/address.ts";
import type { Chat } from "../../../client/core/chat.ts";
import type { ChatEvent } from "../../../client/core/chat-event.ts";
import { isProblem } from "../../../client/core/problem.ts";
import { TOKEN } from "../../../src/protocol/identity.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "papo-identity-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function place(url = "https://host/lobby", profile = "default"): ProfileInRoom {
  const address = parseAddress(url);
  if (isProblem(address)) throw new Error(address.message);
  return { env: { XDG_STATE_HOME: folder }, profile, address };
}

function identityFile(): string {
  return join(personDirectory(place()) ?? "", "identity.json");
}

describe("a person's token", () => {
  test("is made once for each nickname, and kept", () => {
    const ana = loadToken(place(), "ana");
    const bob = loadToken(place(), "bob");
    expect(ana).toMatch(TOKEN);
    expect(bob).not.toBe(ana);
    expect(loadToken(place(), "ana")).toBe(ana);
    expect(loadToken(place(), "BOB")).toBe(bob);
  });

  test("is another for each server, room and profile", () => {
    const places = [
      place(),
      place("https://host/other"),
      place("http://host/lobby"),
      place("https://host:8443/lobby"),
      place("https://host/lobby", "robot"),
    ];
    expect(new Set(places.map((each) => loadToken(each, "ana"))).size).toBe(places.length);
  });

  test("is, without a nickname, that of whom was used last", () => {
    expect(knownToken({ ...place(), nick: undefined })).toBeUndefined();
    const ana = loadToken(place(), "ana");
    const bob = loadToken(place(), "bob");
    expect(knownToken({ ...place(), nick: undefined })).toBe(bob);
    loadToken(place(), "ana");
    expect(knownToken({ ...place(), nick: undefined })).toBe(ana);
    expect(knownToken({ ...place(), nick: "bob" })).toBe(bob);
    expect(knownToken({ ...place(), nick: "zoe" })).toBeUndefined();
  });

  test("goes with the nickname that the room tells", () => {
    const token = loadToken(place(), "ana");
    keepNick(place(), { nick: "anna", token });
    expect(loadToken(place(), "anna")).toBe(token);
    expect(loadToken(place(), "ana")).not.toBe(token);
  });

  test("can be replaced by another client's, for one nickname", () => {
    const ana = loadToken(place(), "ana");
    loadToken(place(), "bob");
    replaceToken(place(), { nick: "bob", token: "x".repeat(32) });
    expect(loadToken(place(), "bob")).toBe("x".repeat(32));
    expect(loadToken(place(), "ana")).toBe(ana);
  });

  test("of who was not used for longest is forgotten, where there are very many", () => {
    const first = loadToken(place(), "ana");
    for (let index = 0; index < 500; index++) loadToken(place(), `bot${index}`);
    expect(loadToken(place(), "ana")).not.toBe(first);
  });

  test("is for its owner's eyes alone", () => {
    loadToken(place(), "ana");
    expect(statSync(identityFile()).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(identityFile()))).toEqual(["identity.json"]);
  });

  test("is not kept from anybody by a papo that was killed while it wrote", () => {
    const token = loadToken(place(), "ana");
    writeFileSync(`${identityFile()}.lock`, "");
    utimesSync(`${identityFile()}.lock`, 0, 0);
    loadToken(place(), "bob");
    expect(loadToken(place(), "ana")).toBe(token);
  });

  test("is missed where there is no home, but by nobody who only reads", () => {
    const home = process.env.HOME;
    process.env.HOME = "nowhere";
    try {
      const homeless = { ...place(), env: {} };
      expect(knownToken({ ...homeless, nick: "ana" })).toBeUndefined();
      expect(() => loadToken(homeless, "ana")).toThrow("XDG_STATE_HOME");
    } finally {
      process.env.HOME = home;
    }
  });

  test.each([
    "",
    "{",
    "[]",
    "null",
    '{"people":7}',
    '{"people":[7]}',
    '{"people":[{"nick":"ana","token":"short"}]}',
    '{"people":[{"token":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}]}',
  ])("is never replaced where the file is %j", (text) => {
    loadToken(place(), "ana");
    writeFileSync(identityFile(), text);
    expect(() => loadToken(place(), "ana")).toThrow(`${identityFile()} is damaged`);
    expect(readFileSync(identityFile(), "utf8")).toBe(text);
  });
});

describe("a person", () => {
  const welcomed: ChatEvent = { type: "welcomed", resumed: false };
  const roomOf = (nick: string): Chat["room"] => {
    const you = { nick, uid: "aaaaaaaaaaaa", role: "member" } as const;
    return {
      name: "lobby",
      you,
      members: [you],
      topic: "",
      locked: false,
      slow: 0,
      seen: 0,
      features: [],
      limits: {},
      at: 0,
    };
  };

  test("is the same tomorrow under the nickname taken today", () => {
    const self = new Self(place(), "ana");
    expect(self.follow(welcomed, roomOf("ana"))).toBeUndefined();
    const renamed = { type: "renamed", uid: "aaaaaaaaaaaa", from: "ana", nick: "anna", at: 0 } as const;
    expect(self.follow(renamed, roomOf("anna"))).toBeUndefined();
    expect(new Self(place(), "anna").token).toBe(self.token);
  });

  test("is told of another nickname than the one given, once", () => {
    const self = new Self(place(), "ana");
    expect(self.follow(welcomed, roomOf("zoe"))).toBe(
      "You are here as zoe already, so you are not ana. /nick changes that.",
    );
    expect(self.follow(welcomed, roomOf("zoe"))).toBeUndefined();
  });

  test("whose nickname was refused is who goes by the next", () => {
    const bob = loadToken(place(), "bob");
    const self = new Self(place(), "ana");
    self.comeAs("bob");
    expect(self.token).toBe(bob);
  });
});

describe("a private file", () => {
  test("is its owner's alone, and so is its folder", () => {
    const file = join(folder, "a", "b");
    writePrivate(file, "secret");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "a")).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, "a"))).toEqual(["b"]);
  });

  test("is made so again when it is read", () => {
    const file = join(folder, "a");
    writePrivate(file, "secret");
    chmodSync(file, 0o644);
    expect(readPrivate(file)).toBe("secret");
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("needs no links, which not every disk has", () => {
    const file = join(folder, "a");
    expect(exclusively(file, () => readdirSync(folder))).toEqual(["a.lock"]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is read as Windows tools have written it", () => {
    const file = join(folder, "a");
    for (const bytes of [Buffer.from("\ufeffsecret"), Buffer.from("\ufeffsecret", "utf16le")]) {
      writeFileSync(file, bytes);
      expect(readPrivate(file)).toBe("secret");
    }
  });

  test("that cannot be written is told", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => writePrivate(join(folder, "file", "a"), "")).toThrow("Cannot write");
    expect(() => exclusively(join(folder, "file", "a"), () => {})).toThrow("Cannot write");
  });
});

describe("whom one ignores", () => {
  const ignoredOf = (told: string[] = []) => new Ignored(place(), (sentence) => told.push(sentence));

  test("is remembered", () => {
    ignoredOf().set("uid", "bob");
    const ignored = ignoredOf();
    expect([...ignored]).toEqual([["uid", "bob"]]);
    ignored.delete("uid");
    expect([...ignoredOf()]).toEqual([]);
  });

  test("is ignored until the end where that cannot be kept", () => {
    const told: string[] = [];
    const ignored = ignoredOf(told);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "");
    ignored.set("uid", "bob");
    expect([...ignored]).toEqual([["uid", "bob"]]);
    expect(told).toEqual([expect.stringMatching(/^That holds until you leave, .* Cannot write /)]);
  });
});
