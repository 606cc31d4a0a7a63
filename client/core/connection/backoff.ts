const FIRST_CEILING = 1_000;
const CEILING = 10_000;
const LATE_CEILING = 30_000;
const LATE = 120_000;

/**
 * How many milliseconds to wait before the next attempt: anything up to a
 * ceiling ("full jitter"), so that the members of a room that was restarted
 * don't come back all at once. The ceiling doubles from 1 s to 10 s with each
 * `attempt` (0 for the first), and to 30 s once it has been `offline` (in ms)
 * for two minutes. `random` is from 0 up to 1.
 */
export function backoff(attempt: number, offline: number, random: number): number {
  const most = offline < LATE ? CEILING : LATE_CEILING;
  return Math.round(random * Math.min(most, FIRST_CEILING * 2 ** attempt));
}
