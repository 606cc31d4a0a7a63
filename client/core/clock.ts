/** The time, and what is to happen later. Tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `fn` once, `ms` milliseconds from now. What it returns forgets the timer. */
  setTimer(ms: number, fn: () => void): () => void;
}

/** What a timer can hold (2^31 - 1 ms); more would go off at once. */
const LONGEST = 0x7fffffff;

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(ms, fn) {
    const timer = setTimeout(fn, Math.min(ms, LONGEST));
    return () => clearTimeout(timer);
  },
};
