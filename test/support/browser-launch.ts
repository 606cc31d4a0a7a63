import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const isThere = (path: string | undefined): path is string => path !== undefined && existsSync(path);

/** Where this machine has a Chromium; undefined if it has none. */
export const CHROMIUM = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find(isThere);

/** The same for pages that notify nobody: in the headless shell they take half the work, but there nothing may notify. */
export const HEADLESS = [process.env.CHROMIUM, "/usr/bin/chromium-headless-shell", CHROMIUM].find(isThere);

/** A browser that asks nothing of any other machine. */
export function launchChromium(executablePath: string): Promise<Browser> {
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking"];
  const alone = ["--no-sandbox", "--disable-gpu", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath, args: [...quiet, ...alone] });
}
