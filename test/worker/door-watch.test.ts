import { expect, onTestFinished, test, vi } from "vitest";
import type { DoorState } from "../../src/registry/registrar.ts";
import { DoorWatch, HOLDS, PATIENCE } from "../../src/worker/door-watch.ts";
import { FakeClock } from "../support/fake-clock.ts";

const OPEN: DoorState = { used: { share: 0, day: 1 } };
const CLOSED: DoorState = { door: "closed", used: { share: 80, day: 1 } };

/** What the registry was asked, to be answered. */
interface Question {
  resolve(state: DoorState): void;
  reject(error: Error): void;
}

/** A watch, and a registry that answers when the test has it answer. */
function watched() {
  const clock = new FakeClock();
  const watch = new DoorWatch({ now: () => clock.now(), later: (ms, run) => clock.setTimer(ms, run) });
  const asked: Question[] = [];
  const look = () => watch.look(() => new Promise((resolve, reject) => asked.push({ resolve, reject })));
  return { clock, watch, asked, look };
}

test("however many want to know, the registry is asked once in 30 s", async () => {
  const { clock, asked, look } = watched();
  const first = Array.from({ length: 1_000 }, look);
  asked[0]?.resolve(CLOSED);
  expect(new Set(await Promise.all(first))).toEqual(new Set([CLOSED]));
  for (const passed of [0, HOLDS - 1]) {
    clock.advance(passed);
    expect(await look()).toBe(CLOSED);
  }
  expect(asked).toHaveLength(1);
  clock.advance(1);
  const next = [look(), look()];
  asked[1]?.resolve(OPEN);
  expect(await Promise.all(next)).toEqual([OPEN, OPEN]);
  expect(asked).toHaveLength(2);
  // No timer is left, which would keep somebody awake.
  expect(clock.pending).toBe(0);
});

test("who waits waits 2 s at most, and nobody waits for that answer after them", async () => {
  const { clock, watch, asked, look } = watched();
  const early = look();
  clock.advance(PATIENCE - 1);
  const late = look();
  clock.advance(1);
  expect(await Promise.all([early, late])).toEqual([undefined, undefined]);
  expect(await look()).toBeUndefined();
  asked[0]?.resolve(CLOSED);
  await watch.settled;
  expect(await look()).toBe(CLOSED);
  expect(asked).toHaveLength(1);
});

test("without an answer the last state holds, and the registry is left alone for 30 s", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const { clock, asked, look } = watched();
  const first = look();
  asked[0]?.resolve(CLOSED);
  await first;
  clock.advance(HOLDS);
  const failed = look();
  asked[1]?.reject(new Error("gone"));
  expect(await failed).toBe(CLOSED);
  expect(await look()).toBe(CLOSED);
  expect(asked).toHaveLength(2);
  expect(logged).toHaveBeenCalledOnce();
});

test("what is learnt here holds at once, and an older answer on its way does not undo it", async () => {
  const { clock, watch, asked, look } = watched();
  const waiting = look();
  watch.learn(CLOSED);
  asked[0]?.resolve(OPEN);
  expect(await waiting).toBe(CLOSED);
  clock.advance(HOLDS - 1);
  expect(await look()).toBe(CLOSED);
  expect(asked).toHaveLength(1);
});
