import type { Clock } from "../../core/clock.ts";

/** Resolves after so many milliseconds. */
export function passed(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.setTimer(ms, resolve));
}
