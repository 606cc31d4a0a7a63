import type { CDPSession, Page } from "playwright-core";

/** What a page's main thread has done, in milliseconds, and what it holds. */
export interface Work {
  /** All of it: script, style, layout, paint. */
  task: number;
  script: number;
  layout: number;
  /** Bytes, after everything that can go has gone. */
  heap: number;
  nodes: number;
}

/** Watches what a page's main thread does. */
export class Watch {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Watch> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await session.send("HeapProfiler.enable");
    return new Watch(session);
  }

  /** What the page does while `act` goes on. */
  async during(act: () => Promise<unknown>): Promise<Pick<Work, "task" | "script" | "layout">> {
    const before = await this.#read();
    await act();
    const after = await this.#read();
    return {
      task: after.task - before.task,
      script: after.script - before.script,
      layout: after.layout - before.layout,
    };
  }

  /** What it holds when all that can go has gone. */
  async held(): Promise<Pick<Work, "heap" | "nodes">> {
    await this.#session.send("HeapProfiler.collectGarbage");
    const { heap, nodes } = await this.#read();
    return { heap, nodes };
  }

  async #read(): Promise<Work> {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {
      task: 1_000 * of("TaskDuration"),
      script: 1_000 * of("ScriptDuration"),
      layout: 1_000 * (of("LayoutDuration") + of("RecalcStyleDuration")),
      heap: of("JSHeapUsedSize"),
      nodes: of("Nodes"),
    };
  }
}
