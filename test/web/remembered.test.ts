import { beforeEach, describe, expect, test, vi } from "vitest";
import { seenIn, setSeen } from "../../client/web/session/remembered.ts";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

describe("how far somebody has read", () => {
  test.each<[what: string, written: [epoch: number, id: number][], read: [epoch: number, id: number]]>([
    [
      "goes up",
      [
        [7, 3],
        [7, 5],
      ],
      [7, 5],
    ],
    [
      "is not undone by another tab",
      [
        [7, 5],
        [7, 3],
      ],
      [7, 5],
    ],
    [
      "begins anew with the room",
      [
        [7, 500],
        [8, 3],
      ],
      [8, 3],
    ],
    [
      "is not undone by a tab that has not heard of that",
      [
        [8, 3],
        [7, 500],
      ],
      [8, 3],
    ],
  ])("%s", (_, written, [epoch, id]) => {
    for (const [epoch, id] of written) setSeen("lobby", { epoch, id });
    expect(seenIn("lobby")).toEqual({ epoch, id });
    expect(seenIn("other")).toEqual({ epoch: 0, id: 0 });
  });

  test.each([
    ["12", { id: 12, epoch: 0 }],
    ["12@7", { id: 12, epoch: 7 }],
    ["x@y", { id: 0, epoch: 0 }],
    ["-1@1e99", { id: 0, epoch: 0 }],
  ])("is read from %j", (text, seen) => {
    localStorage.setItem("papo:seen:lobby", text);
    expect(seenIn("lobby")).toEqual(seen);
  });
});
