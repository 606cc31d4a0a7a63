import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { drawn } from "../browser.ts";

const SCRIPT = readFileSync(new URL("look-over.js", import.meta.url), "utf8");

export interface Allowed {
  /** Selectors of what others have written, each with why it is in no catalogue. */
  readonly others: Readonly<Record<string, string>>;
  /** The same of texts, by patterns. */
  readonly known: Readonly<Record<string, string>>;
  /** The same of what may lie over something that can be pressed. */
  readonly over: Readonly<Record<string, string>>;
}

/**
 * What is wrong with what a page shows and reads aloud: texts in no ⟦ ⟧, what is
 * cut off, and, mirrored too, what lies over something else.
 */
export async function lookOver(page: Page, allowed: Allowed): Promise<string[]> {
  await drawn(page);
  const told = JSON.stringify({
    others: Object.keys(allowed.others).join(),
    known: Object.keys(allowed.known).join("|"),
    over: Object.keys(allowed.over).join(),
  });
  return page.evaluate<string[]>(`{ ${SCRIPT} lookOver(${told}); }`);
}
