import { expect, test } from "vitest";
import { Pacer } from "../../../client/core/sending/pacer.ts";

const PACE = { burst: 3, perSecond: 5 };

function takeAt(pacer: Pacer, now: number): number {
  return pacer.take(now)?.wait ?? 0;
}

test("§8 a burst goes at once, then one each fifth of a second", () => {
  const pacer = new Pacer(PACE, 0);
  expect([0, 0, 0, 0, 100, 200, 200].map((now) => takeAt(pacer, now))).toEqual([0, 0, 0, 200, 100, 0, 200]);
});

test("§8 a rest fills the burst again, and no more", () => {
  const pacer = new Pacer(PACE, 0);
  for (let i = 0; i < 3; i++) takeAt(pacer, 0);
  expect([9_000, 9_000, 9_000, 9_000].map((now) => takeAt(pacer, now))).toEqual([0, 0, 0, 200]);
});

test("§8 a room that says rate_limited is believed", () => {
  const pacer = new Pacer(PACE, 0);
  pacer.drain(0);
  expect(takeAt(pacer, 0)).toBe(200);
});

test("a room may allow more or less than was thought", () => {
  const pacer = new Pacer({ burst: 1, perSecond: 1 }, 0);
  pacer.setPace({ burst: 2, perSecond: 10 });
  expect([0, 0, 0].map((now) => takeAt(pacer, now))).toEqual([0, 0, 100]);
});

test("a clock set back makes nobody wait for ever", () => {
  const pacer = new Pacer({ burst: 1, perSecond: 1 }, 1_000_000);
  takeAt(pacer, 1_000_000);
  takeAt(pacer, 0);
  expect(takeAt(pacer, 1_000)).toBe(0);
});
