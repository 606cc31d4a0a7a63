import { describe, expect, test } from "vitest";
import { isFor, readLink } from "../../client/core/invited.ts";
import { claimsIn } from "../../src/protocol/pass.ts";
import { passOf } from "../support/passes.ts";

const PASS = passOf();

test.for([
  ["https://host/lobby", { origin: "https://host", room: "lobby", pass: undefined }],
  [`https://host/lobby#pass=${PASS}`, { origin: "https://host", room: "lobby", pass: PASS }],
  [`  host/LOBBY#pass=${PASS}\n`, { origin: "https://host", room: "lobby", pass: PASS }],
  [`http://localhost:8787/#pass=${PASS}`, { origin: "http://localhost:8787", room: undefined, pass: PASS }],
  [`https://host/lobby#m=7&pass=${PASS}`, { origin: "https://host", room: "lobby", pass: PASS }],
  ["https://host/lobby#message-7", { origin: "https://host", room: "lobby", pass: undefined }],
])("%s is read", ([written, link]) => {
  expect(readLink(String(written))).toEqual(link);
});

describe("what is cut, or no link, is refused in a sentence without what was written", () => {
  test.for([
    `https://host/lobby#pass=${PASS.slice(0, -1)}`,
    `https://host/lobby#pass=${PASS}.`,
    `https://host/lobby#pass=${"p".repeat(2_000)}`,
    "https://host/lobby#pass=",
    `https://ana:${PASS}@host/lobby`,
    `https://host/a/b#pass=${PASS}`,
    `ftp://host/lobby#pass=${PASS}`,
  ])("%s", (written) => {
    const problem = readLink(written);
    expect(problem).toMatchObject({ problem: "bad_address" });
    expect(JSON.stringify(problem)).not.toContain("p1.");
  });
});

test("a pass says for which rooms it is, as far as anybody can know", () => {
  expect(claimsIn(passOf({ rooms: ["lobby"] }))).toMatchObject({ rooms: ["lobby"] });
  for (const bad of [
    "",
    "p1",
    PASS.replace("p1.", "p2."),
    `p1.${"!".repeat(9)}.${"s".repeat(43)}`,
    `p1.e30.${"s".repeat(43)}`,
  ])
    expect(claimsIn(bad)).toBeUndefined();
  expect(isFor("lobby", { id: "", exp: 0 })).toBe(true);
  expect(isFor("kitchen", { id: "", exp: 0, rooms: ["lobby"] })).toBe(false);
});
