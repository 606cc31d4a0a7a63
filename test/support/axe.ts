import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { drawn } from "./browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/**
 * What axe finds on a page that is serious or worse, in both themes. Nothing
 * but the contrast depends on the theme, so in the dark it alone is looked at;
 * without motion, for a colour that is still changing has the contrast of neither.
 */
export async function violations(page: Page): Promise<string[]> {
  // Not as a script element, which the page's policy would refuse.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // What began to move before goes on.
    await drawn(page);
    await page.evaluate("Promise.allSettled(document.getAnimations().map(({ finished }) => finished))");
    const only = colorScheme === "dark" ? { runOnly: { type: "rule", values: ["color-contrast"] } } : {};
    const options = JSON.stringify({ resultTypes: ["violations"], preload: false, ...only });
    const all: Violation[] = await page.evaluate(`axe.run(${options}).then((result) => result.violations)`);
    for (const { id, impact, nodes } of all) {
      if (impact !== "serious" && impact !== "critical") continue;
      found.push(`${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
}
