import { describe, expect, test } from "vitest";
import { AttemptLimit } from "../../../src/room/state/attempt-limit.ts";
import { Buckets } from "../../../src/room/state/token-bucket.ts";

describe("§8.4 buckets", () => {
  const rate = { burst: 2, perSecond: 4 };

  test("a token may be fractional until it is whole", () => {
    const buckets = new Buckets(rate);
    const waits = [0, 0, 0, 125, 250, 250].map((at) => buckets.take("ana", at));
    expect(waits).toEqual([0, 0, 250, 125, 0, 250]);
  });

  test("never hold more than a burst", () => {
    const buckets = new Buckets(rate);
    buckets.take("ana", 0);
    expect([1, 2, 3].map(() => buckets.take("ana", 1_000_000))).toEqual([0, 0, 250]);
  });

  test("a clock that goes back takes nothing away", () => {
    const buckets = new Buckets(rate);
    buckets.take("ana", 1_000);
    expect([500, 500].map((at) => buckets.take("ana", at))).toEqual([0, 250]);
  });

  test("those that are full again are forgotten", () => {
    const buckets = new Buckets(rate);
    for (let person = 0; person < 1_000; person++) buckets.take(`p${person}`, person * 1_000);
    expect(buckets.size).toBeLessThanOrEqual(2);
  });

  test("however often one among them is used", () => {
    const buckets = new Buckets(rate);
    for (let person = 0; person < 1_000; person++) {
      buckets.take("ana", person * 1_000);
      buckets.take(`p${person}`, person * 1_000);
    }
    expect(buckets.size).toBeLessThanOrEqual(4);
  });

  test("those in use are not, even behind one that is older", () => {
    const buckets = new Buckets({ burst: 2, perSecond: 0.001 });
    for (const at of [0, 1]) for (const key of ["ana", "bob", "eve"]) expect(buckets.take(key, at)).toBe(0);
    for (const key of ["ana", "bob", "eve"]) expect(buckets.take(key, 2)).toBeGreaterThan(0);
  });
});

describe("§7.8 wrong passphrases", () => {
  test("ten are heard within a minute from the first, by key", () => {
    const limit = new AttemptLimit();
    for (let at = 0; at < 10; at++) {
      expect(limit.wait("here", at)).toBe(0);
      limit.fail("here", at);
    }
    expect(limit.wait("here", 10)).toBe(59_990);
    expect(limit.wait("there", 10)).toBe(0);
    expect(limit.wait("here", 59_999)).toBe(1);
    expect(limit.wait("here", 60_000)).toBe(0);
  });

  test("after a minute they count anew", () => {
    const limit = new AttemptLimit();
    for (let time = 0; time < 10; time++) limit.fail("here", 0);
    limit.fail("here", 60_000);
    expect(limit.wait("here", 60_001)).toBe(0);
  });
});
