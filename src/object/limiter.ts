/** Milliseconds to wait where a limiter does not tell: the whole of its window. */
const WINDOW = 60_000;

/** What a limiter says of one call. papo's own, on one's own machine, also says when it counts anew. */
interface Verdict {
  readonly success: boolean;
  /** Milliseconds. */
  readonly retryAfter?: number;
}

/** Counts one call under a key. Resolves with 0, or with the milliseconds after which there may be another. */
export async function count(limiter: RateLimit, key: string): Promise<number> {
  const { success, retryAfter = WINDOW }: Verdict = await limiter.limit({ key });
  return success ? 0 : retryAfter;
}
