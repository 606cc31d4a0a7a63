import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const RULE = new URL("support/polled-looks.grit", import.meta.url).pathname;

test.each<[line: string, isRefused: boolean]>([
  ["expect(await page.title()).toBe('papo');", true],
  ["expect(await page.locator('.row').count()).toBe(0);", true],
  ["expect(\n  await page.getByRole('log').getAttribute('dir'),\n).toBe('auto');", true],
  ["await expect.poll(() => page.title()).toBe('papo');", false],
  ["expect(await browser.click()).toBe('opened');", false],
])("a test that looks at a page once is refused: %s", (line, isRefused) => {
  const folder = mkdtempSync(join(tmpdir(), "papo-looks-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const config = { plugins: [RULE], linter: { rules: { preset: "none" } } };
  writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
  writeFileSync(join(folder, "a.ts"), `${line}\nexport {};\n`);
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, "lint"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect([status, `${stdout}${stderr}`]).toEqual([
    isRefused ? 1 : 0,
    isRefused ? expect.stringContaining("expect.poll") : expect.stringContaining("Checked"),
  ]);
});
