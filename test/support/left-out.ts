import type { Reporter, TestModule } from "vitest/node";

/** Says at the end of a run, in one place, what this machine could not run, and why. */
export class LeftOut implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const titles = new Map<string, Set<string>>();
    for (const { children } of modules) {
      for (const test of children.allTests("skipped")) {
        const result = test.result();
        if (result.state !== "skipped" || result.note === undefined) continue;
        titles.set(result.note, (titles.get(result.note) ?? new Set()).add(test.name));
      }
    }
    for (const [why, what] of titles) console.info(`Left out, for ${why}: ${[...what].join(", ")}`);
  }
}
