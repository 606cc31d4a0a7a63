import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  process.env.CHROMIUM,
  // The same without what makes windows, which no page sees: half the work.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Where this machine has a Chromium; undefined if it has none. */
export const CHROMIUM = PLACES.find((path): path is string => path !== undefined && existsSync(path));

/** A browser that asks nothing of any other machine. */
export function launchChromium(executablePath: string): Promise<Browser> {
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking"];
  const alone = ["--no-sandbox", "--disable-gpu", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath, args: [...quiet, ...alone] });
}
