import { describe, expect, test } from "vitest";
import { PassKeeper } from "../../client/web/session/passes.ts";
import type { Shelf } from "../../client/web/session/shelf.ts";

const NOW = 1_700_000_000;

/** A pass by its form; nobody has signed it. */
function pass(claims: Record<string, unknown>, id = "abcdefghijkl"): string {
  const said = Buffer.from(JSON.stringify({ id, exp: NOW + 86_400, ...claims })).toString("base64url");
  return `p1.${said}.${"x".repeat(43)}`;
}

function trial(kept = new Map<string, string>()) {
  const shelf: Shelf = {
    get: (key) => kept.get(key),
    set: (key, value) => (value === undefined ? kept.delete(key) : kept.set(key, value)),
  };
  const clock = { now: NOW * 1_000 };
  const open = () => new PassKeeper(shelf, () => clock.now);
  return { kept, clock, open, passes: open() };
}

const forLobby = pass({ rooms: ["lobby", "team"] });
const forAll = pass({});

test("what has no pass in it is left alone", () => {
  const { passes, kept } = trial();
  for (const fragment of ["", "#", "#top", "#passage=1", "#a=pass"])
    expect(passes.take(fragment)).toBe(false);
  expect(kept.size).toBe(0);
  expect(passes.for("lobby")).toBeUndefined();
  expect(passes.headers("lobby")).toEqual({});
  expect(passes.protocols("lobby")).toEqual([]);
});

test("a pass is kept for the rooms that it names, and comes back with the next page", () => {
  const { passes, open } = trial();
  expect(passes.take(`#pass=${forLobby}`)).toBe(true);
  for (const each of [passes, open()]) {
    expect(each.for("lobby")).toBe(forLobby);
    expect(each.for("team")).toBe(forLobby);
    expect(each.headers("team")).toEqual({ "Papo-Pass": forLobby });
    expect(each.protocols("team")).toEqual([`papo.pass.${forLobby}`]);
  }
  expect(open().for("other")).toBeUndefined();
});

test("a pass that names no room is good for all, but gives way to a room's own", () => {
  const { passes, open } = trial();
  passes.take(`#pass=${forAll}`);
  passes.take(`#pass=${forLobby}`);
  expect(open().for("lobby")).toBe(forLobby);
  expect(open().for("other")).toBe(forAll);
});

test("a pass for another room, or that has run out, is shown once, so that the server can say so, and not kept", () => {
  const gone = pass({ exp: NOW });
  for (const [room, each] of [
    ["other", forLobby],
    ["lobby", gone],
    ["lobby", `p1.bm9uZQ.${"x".repeat(43)}`],
  ] as const) {
    const { passes, open } = trial();
    expect(passes.take(`#pass=${each}`)).toBe(true);
    expect(passes.for(room)).toBe(each);
    expect(open().for(room)).toBeUndefined();
  }
});

test("what runs out is dropped, and still shown by the page that finds it", () => {
  const { passes, clock, kept, open } = trial();
  passes.take(`#pass=${forLobby}`);
  clock.now += 86_400_000;
  const next = open();
  expect(next.for("lobby")).toBe(forLobby);
  expect(kept.has("pass:lobby")).toBe(false);
  expect(open().for("lobby")).toBeUndefined();
});

test.each([
  ["cut", `#pass=${forAll.slice(0, -1)}`],
  ["too long", `#pass=${pass({ rooms: [`${"r".repeat(1_024)}`] })}`],
  ["with another algorithm's name", `#pass=p2${forAll.slice(2)}`],
  ["with something behind it", `#pass=${forAll}%0d%0aX: y`],
  ["empty", "#pass="],
])("a pass that is %s is damaged, and sent to nobody", (_, fragment) => {
  const { passes, kept } = trial();
  expect(passes.take(fragment)).toBe(true);
  expect(passes.isDamaged).toBe(true);
  expect(passes.for("lobby")).toBeUndefined();
  expect(kept.size).toBe(0);
});

describe("a link that somebody lures you to", () => {
  test("does not cost you the invitation that is good", () => {
    const { passes, open } = trial();
    const lure = pass({ rooms: ["lobby"] }, "lurelurelure");
    passes.take(`#pass=${forLobby}`);
    const next = open();
    next.take(`#pass=${lure}`);
    expect(next.for("lobby")).toBe(lure);
    expect(next.refused("lobby")).toBe(true);
    expect(next.for("lobby")).toBe(forLobby);
  });

  test("takes up no more room than two", () => {
    const { passes, kept } = trial();
    for (let index = 0; index < 50; index++)
      passes.take(`#pass=${pass({ rooms: ["lobby"] }, `id${index}`.padEnd(12, "-"))}`);
    expect(kept.get("pass:lobby")?.split(" ")).toHaveLength(2);
  });
});

test("where all are refused, the first is shown again: servers err", () => {
  const { passes, open } = trial();
  passes.take(`#pass=${forLobby}`);
  expect(passes.refused("lobby")).toBe(false);
  expect(passes.for("lobby")).toBe(forLobby);
  expect(open().for("lobby")).toBe(forLobby);
});

test("what somebody's hand has left there is not believed", () => {
  const { open } = trial(new Map([["pass:lobby", "p1.e30.x nonsense "]]));
  expect(open().headers("other")).toEqual({});
  expect(open().protocols("lobby").join("")).not.toMatch(/\s/);
});
