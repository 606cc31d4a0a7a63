import { WorkerEntrypoint } from "cloudflare:workers";

/** Requests of each address within the current window. */
let counts = new Map();
let windowEnds = 0;

/**
 * Stands in for Cloudflare's rate-limit binding on one's own machine: the same
 * call, counted in memory. Miniflare's own counts in SQLite, at a synced write
 * for every request.
 */
export default class RateLimiter extends WorkerEntrypoint {
  limit({ key }) {
    const { limit, period } = this.ctx.props;
    const now = Date.now();
    if (now >= windowEnds) {
      counts = new Map();
      windowEnds = now + period * 1_000;
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { success: count <= limit };
  }
}
