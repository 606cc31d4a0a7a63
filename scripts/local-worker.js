import app from "./worker.js";

export * from "./worker.js";

/**
 * Stands in for Cloudflare's rate-limit binding: the same call, counted in
 * memory. Miniflare's own counts in SQLite, at a synced write for every request.
 * It also tells how many milliseconds are left until it counts anew.
 */
class RateLimiter {
  #limit;
  #window;
  /** Requests of each address within the current window. */
  #counts = new Map();
  #windowEnds = 0;

  /** So many requests (`limit`) of each key within so many seconds (`period`). */
  constructor({ limit, period }) {
    this.#limit = limit;
    this.#window = period * 1_000;
  }

  limit({ key }) {
    const now = Date.now();
    let rest = this.#windowEnds - now;
    // More than a window is left only where the clock was set back.
    if (rest <= 0 || rest > this.#window) {
      this.#counts.clear();
      this.#windowEnds = now + this.#window;
      rest = this.#window;
    }
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return { success: count <= this.#limit, retryAfter: rest };
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
