import { describe, expect, test } from "vitest";
import { readWishes, wishesFor, withWish, writtenWishes } from "../../../client/web/told/browser-wishes.ts";

const NOW = 1_764_226_800_000;
const HOUR = 3_600_000;

describe("what somebody wants to be told in this browser", () => {
  test.each([
    ["nothing", "", ""],
    ["all of it", `%7Equiet=22%3A00-07%3A00&%7Esound=on&lobby=all&dev=nothing`, undefined],
    ["a room that is muted", `dev=calls%40${NOW + HOUR}`, undefined],
    ["nothing that is over", `dev=calls%40${NOW - 1}&ops=all%40${NOW - 1}`, "ops=all"],
    ["nothing that is as it would be anyway", "lobby=calls", ""],
    ["nothing damaged", "lobby=loud&..%2Fx=all&%7Equiet=25-26&dev=nothing%40soon&=all&%7E", "dev=nothing"],
    ["each room once, as it was chosen last", "lobby=all&lobby=nothing", "lobby=nothing"],
  ])("is read: %s", (_, text, written = text) => {
    expect(writtenWishes(readWishes(text), NOW)).toBe(written);
  });

  test("a choice is of its room, hours and a sound are of all", () => {
    let all = readWishes("");
    expect(wishesFor(all, "lobby")).toEqual({ wants: "calls", quietHours: undefined, sound: false });
    all = withWish(all, "lobby", { wants: "all" });
    all = withWish(all, "dev", { mutedUntil: NOW + HOUR });
    all = withWish(all, "dev", { sound: true, quietHours: { from: 60, to: 120 } });
    expect(wishesFor(all, "lobby")).toMatchObject({ wants: "all", sound: true });
    expect(wishesFor(all, "dev")).toMatchObject({ wants: "calls", mutedUntil: NOW + HOUR });
    expect(wishesFor(all, "ops")).toMatchObject({ wants: "calls", quietHours: { from: 60, to: 120 } });
    expect(wishesFor(withWish(all, "dev", { mutedUntil: undefined }), "dev").mutedUntil).toBeUndefined();
  });

  test("is bounded, and the latest choices stay", () => {
    let all = readWishes("");
    for (let at = 0; at < 300; at++) all = withWish(all, `r${at}`, { wants: "all" });
    all = withWish(all, "r0", { wants: "nothing" });
    const { rooms } = readWishes(writtenWishes(all, NOW));
    expect(rooms.size).toBe(200);
    expect([...rooms.keys()].slice(-2)).toEqual(["r299", "r0"]);
  });
});
