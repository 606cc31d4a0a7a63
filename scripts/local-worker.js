import app from "./worker.js";

export * from "./worker.js";

/**
 * Stands in for Cloudflare's rate-limit binding: the same call, counted in
 * memory. Miniflare's own counts in SQLite, at a synced write for every request.
 */
class RateLimiter {
  #settings;
  /** Requests of each address within the current window. */
  #counts = new Map();
  #windowEnds = 0;

  /** So many requests (`limit`) of each key within so many seconds (`period`). */
  constructor(settings) {
    this.#settings = settings;
  }

  limit({ key }) {
    const now = Date.now();
    if (now >= this.#windowEnds) {
      this.#counts.clear();
      this.#windowEnds = now + this.#settings.period * 1_000;
    }
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return { success: count <= this.#settings.limit };
  }
}

let limiter;

/** papo on one's own machine: the Worker as it is deployed, in the one place where Cloudflare would have a service. */
export default {
  fetch(request, env, context) {
    limiter ??= new RateLimiter(env.REQUESTS);
    return app.fetch(request, { ...env, REQUESTS: limiter }, context);
  },
};
