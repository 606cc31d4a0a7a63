import { describe, expect, test } from "vitest";
import type { Clock } from "../../../client/core/clock.ts";
import { Heartbeat } from "../../../client/core/connection/heartbeat.ts";
import { PING_BYTES, PING_INTERVAL } from "../../../src/protocol/limits.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const MINUTE = 60_000;
const ROUND_TRIP = 200;

/** A hidden tab's clock: a timer that was set by a timer goes off with the next full minute only. */
class ThrottledClock implements Clock {
  readonly real = new FakeClock(0);
  #inTimer = false;

  now(): number {
    return this.real.now();
  }

  setTimer(ms: number, fn: () => void): () => void {
    const due = this.now() + ms;
    const wait = this.#inTimer ? Math.ceil(due / MINUTE) * MINUTE - this.now() : ms;
    return this.real.setTimer(wait, () => {
      this.#inTimer = true;
      fn();
      this.#inTimer = false;
    });
  }
}

function trial() {
  const clock = new ThrottledClock();
  const pings: number[] = [];
  const deaths: number[] = [];
  let answers = true;
  const heartbeat: Heartbeat = new Heartbeat({
    clock,
    dead: () => deaths.push(clock.now()),
    ping() {
      pings.push(clock.now());
      if (answers) clock.real.setTimer(ROUND_TRIP, () => heartbeat.received("pong"));
    },
  });
  return { ...{ clock, pings, deaths, heartbeat }, fallSilent: () => (answers = false) };
}

describe("the heartbeat", () => {
  test("is counted from the pong, so that a hidden tab is not silent for a minute", () => {
    const { clock, pings, deaths } = trial();
    clock.real.advance(10 * MINUTE);
    const pauses = pings.map((at, index) => at - (pings[index - 1] ?? 0));
    expect(pings.length).toBeGreaterThan(20);
    expect(Math.max(...pauses)).toBe(PING_INTERVAL + ROUND_TRIP);
    expect(deaths).toEqual([]);
  });

  test("goes on where the pong waits behind other frames, which put no ping off", () => {
    const { clock, pings, heartbeat, fallSilent } = trial();
    fallSilent();
    for (let second = 0; second < 60; second++) {
      heartbeat.received("[]");
      clock.real.advance(1_000);
    }
    expect(pings[0]).toBe(PING_INTERVAL);
    expect(pings).toHaveLength(2);
  });

  test("pings at once after many bytes, and once", () => {
    const { clock, pings, heartbeat } = trial();
    heartbeat.received("x".repeat(PING_BYTES));
    clock.real.advance(PING_INTERVAL);
    expect(pings).toEqual([0]);
  });

  test("notices a silence", () => {
    const { clock, deaths, fallSilent } = trial();
    fallSilent();
    clock.real.advance(2 * MINUTE);
    expect(deaths.length).toBeGreaterThan(0);
  });
});
