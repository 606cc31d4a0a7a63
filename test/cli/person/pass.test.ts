import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KeptPass } from "../../../client/cli/person/pass.ts";
import { addressOf } from "../../../client/core/address.ts";
import { passOf } from "../../support/passes.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "papo-pass-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const place = (url = "https://host", room = "lobby", profile = "default") => ({
  ...{ env: { XDG_STATE_HOME: folder }, profile, address: addressOf(url, room) },
});

function kept(...where: Parameters<typeof place>): string | undefined {
  const pass = new KeptPass(place(...where));
  pass.seek();
  return pass.current;
}

const file = () => join(folder, "papo", "default", encodeURIComponent("https://host"), "passes.json");

test("what is taken is kept, for this person alone, for its server and profile alone", () => {
  const pass = passOf();
  expect(new KeptPass(place()).take(pass)).toBeUndefined();
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(kept()).toBe(pass);
  expect(kept("https://host", "kitchen")).toBe(pass);
  for (const other of ["https://host:444", "http://host", "https://host.example"])
    expect(kept(other)).toBeUndefined();
  expect(kept("https://host", "lobby", "work")).toBeUndefined();
});

test("one that names rooms is for these; the newest that fits is shown", () => {
  const [lobby, kitchen, all] = [passOf({ rooms: ["lobby"] }), passOf({ rooms: ["kitchen"] }), passOf()];
  for (const pass of [all, lobby, kitchen]) new KeptPass(place()).take(pass);
  expect(kept()).toBe(lobby);
  expect(kept("https://host", "kitchen")).toBe(kitchen);
  expect(kept("https://host", "cellar")).toBe(all);
});

test("one that has run out is dropped", () => {
  const old = passOf({ exp: Math.floor(Date.now() / 1_000) - 1 });
  new KeptPass(place()).take(old);
  expect(kept()).toBeUndefined();
  new KeptPass(place()).take(passOf());
  expect(readFileSync(file(), "utf8")).not.toContain(old);
});

test("at most 50 are kept, each once", () => {
  const again = passOf({ exp: 9_000_000_000 });
  new KeptPass(place()).take(again);
  for (let index = 0; index < 60; index++) new KeptPass(place()).take(passOf({ exp: 8_000_000_000 + index }));
  for (let times = 0; times < 2; times++) new KeptPass(place()).take(again);
  const { passes } = JSON.parse(readFileSync(file(), "utf8"));
  expect(passes).toHaveLength(50);
  expect(passes.filter((pass: string) => pass === again)).toEqual([again]);
});

test.for(["", "{", "[]", '{"passes":[7]}', '{"passes":["nonsense"]}'])(
  "a damaged file (%j) has none",
  (text) => {
    new KeptPass(place()).take(passOf());
    writeFileSync(file(), text);
    expect(kept()).toBeUndefined();
  },
);

test("what can't be kept is good for this run, and says so", () => {
  const pass = new KeptPass({ ...place(), env: { XDG_STATE_HOME: "/dev/null" } });
  const given = passOf();
  expect(pass.take(given)).toMatch(/for this run alone\.$/);
  expect(pass.current).toBe(given);
});
