import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadToken, type Place, personDirectory, saveToken } from "../../client/cli/identity.ts";
import { Ignored } from "../../client/cli/ignored.ts";
import { createPrivate, readPrivate, writePrivate } from "../../client/cli/private-file.ts";
import { parseAddress } from "../../client/core/address.ts";
import { isProblem } from "../../client/core/problem.ts";
import { TOKEN } from "../../src/protocol/identity.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "papo-identity-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function place(url = "https://host/lobby", profile = "default"): Place {
  const address = parseAddress(url);
  if (isProblem(address)) throw new Error(address.message);
  return { env: { XDG_STATE_HOME: folder }, profile, address };
}

describe("a person's token", () => {
  test("is made once, and kept", () => {
    const token = loadToken(place());
    expect(token).toMatch(TOKEN);
    expect(loadToken(place())).toBe(token);
  });

  test("is another for each server, room and profile", () => {
    const places = [
      place(),
      place("https://host/other"),
      place("http://host/lobby"),
      place("https://host:8443/lobby"),
      place("https://host/lobby", "robot"),
    ];
    expect(new Set(places.map(loadToken)).size).toBe(places.length);
  });

  test("can be replaced by another's", () => {
    loadToken(place());
    saveToken(place(), "x".repeat(32));
    expect(loadToken(place())).toBe("x".repeat(32));
  });

  test.each(["", "{", "[]", "null", '{"token":"short"}', '{"token":7}'])(
    "is never replaced where the file is %j",
    (text) => {
      loadToken(place());
      const file = join(personDirectory(place()), "identity.json");
      writeFileSync(file, text);
      expect(() => loadToken(place())).toThrow(`${file} is damaged`);
      expect(readFileSync(file, "utf8")).toBe(text);
    },
  );
});

describe("C18: a private file", () => {
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

  test("is created by one of two", () => {
    const file = join(folder, "a");
    expect(createPrivate(file, "first")).toBe(true);
    expect(createPrivate(file, "second")).toBe(false);
    expect(readPrivate(file)).toBe("first");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test("that cannot be written is told", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => writePrivate(join(folder, "file", "a"), "")).toThrow("Cannot write");
  });
});

test("whom one ignores is remembered", () => {
  new Ignored(place()).set("uid", "bob");
  const ignored = new Ignored(place());
  expect([...ignored]).toEqual([["uid", "bob"]]);
  ignored.delete("uid");
  expect([...new Ignored(place())]).toEqual([]);
});
