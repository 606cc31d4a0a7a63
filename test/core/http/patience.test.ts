import { describe, expect, test } from "vitest";
import { Patience, type Setback } from "../../../client/core/http/patience.ts";

/** The waits of somebody who tries until it is enough; each attempt takes `attempt` ms. */
function waits(setback: Setback, attempt = 0): number[] {
  let now = 7;
  const patience = new Patience(() => now);
  const all: number[] = [];
  for (;;) {
    now += attempt;
    const wait = patience.after(setback);
    if (wait === undefined) return all;
    all.push(wait);
    now += wait;
  }
}

const MINUTES = 60_000;
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe("§9.4: patience has an end, whatever a server asks for", () => {
  test.each(["0", "-1", "0.001", "NaN", "1e9", "soon", "", undefined, "99999999999"])(
    "Retry-After: %s",
    (header) => {
      const asked = waits({ type: "asked", retryAfter: header });
      expect(Math.min(...asked)).toBeGreaterThanOrEqual(1_000);
      expect(asked.length).toBeLessThan(40);
      expect(sum(asked)).toBeLessThanOrEqual(15 * MINUTES);
    },
  );

  test("what a room asks for is obeyed: slow mode has up to ten minutes", () => {
    expect(waits({ type: "asked", retryAfter: "600" })).toEqual([600_000]);
    expect(waits({ type: "asked", retryAfter: "3600" })).toEqual([]);
  });

  test("what fails is tried five times, and not for long", () => {
    expect(waits({ type: "failed" })).toEqual([500, 1_000, 2_000, 4_000]);
    expect(waits({ type: "failed" }, 20_000)).toEqual([500]);
  });
});
