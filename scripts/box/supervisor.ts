import { setTimeout as pause } from "node:timers/promises";
import { RestartPolicy } from "./restart-policy.ts";
import { Runtime, type RuntimeOptions } from "./runtime.ts";
import { logServer } from "./server-log.ts";

/** Keeps one workerd running: starts another whenever it dies, and says so if that is of no use. */
export class Supervisor {
  readonly port: number;
  /** Resolves with what is wrong if it can't be kept running; never after {@link stop}. */
  readonly failed: Promise<string>;
  readonly #options: RuntimeOptions;
  readonly #stopping = new AbortController();
  #runtime: Runtime;

  private constructor(options: RuntimeOptions, runtime: Runtime, port: number) {
    this.port = port;
    this.#options = options;
    this.#runtime = runtime;
    this.failed = new Promise((resolve) => void this.#watch(resolve));
  }

  /** Starts one. Throws if it does not come to listen: what is wrong the first time stays wrong. */
  static async start(options: RuntimeOptions): Promise<Supervisor> {
    const runtime = new Runtime(options);
    const port = await runtime.listening;
    if (port === undefined) throw new Error("The runtime ended before it listened. What it said is above.");
    // Those who come back look for it where it was.
    const address = options.address.replace(/\d+$/, String(port));
    return new Supervisor({ ...options, address }, runtime, port);
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#runtime.kill();
  }

  async #watch(fail: (reason: string) => void): Promise<void> {
    const { signal } = this.#stopping;
    const policy = new RestartPolicy();
    for (let starts = 1; ; starts++) {
      const port = await this.#runtime.listening;
      if (port !== undefined && starts > 1) logServer("info", "The runtime runs again.");
      const since = performance.now();
      await this.#runtime.ended;
      if (signal.aborted) return;
      const wait = policy.died(port === undefined ? undefined : performance.now() - since);
      if (wait === undefined) return fail("The runtime has died, and can't be started again.");
      logServer("warn", `The runtime has died. It is started again in ${wait} ms.`);
      await pause(wait, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      this.#runtime = new Runtime(this.#options);
    }
  }
}
