import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openerFor, openOutside } from "../../../client/cli/files/open-outside.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "papo-open-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ORIGIN = "https://host:8443";

/** A program that writes down what it is given. */
function scribe(env: Record<string, string> = {}) {
  const out = join(folder, "out");
  const script = `require("fs").writeFileSync(${JSON.stringify(out)}, JSON.stringify([process.argv.slice(1), process.env.PAPO_KEY ?? ""]))`;
  return {
    options: {
      env: { ...process.env, ...env },
      origin: ORIGIN,
      opener: { program: process.execPath, args: ["-e", script] },
    },
    seen: () => JSON.parse(readFileSync(out, "utf8")),
  };
}

test("an address goes as one argument, and no secret with it", async () => {
  const { options, seen } = scribe({ PAPO_KEY: "secret" });
  const address = `${ORIGIN}/api/rooms/lobby/files/abc/it's%20(1)!.png`;
  await openOutside(address, options);
  expect(seen()).toEqual([[address], ""]);
});

test.each([
  "https://other/api/rooms/lobby/files/a/b",
  "https://host:84431/x",
  `${ORIGIN}/x y`,
  `${ORIGIN}/x;rm -rf`,
  `${ORIGIN}/x&calc`,
  `${ORIGIN}/$(x)`,
  "file:///etc/passwd",
  "javascript:alert(1)",
  "-h",
])("nothing else is opened: %s", async (address) => {
  const { options, seen } = scribe();
  await expect(openOutside(address, options)).rejects.toThrow(/does not open it/);
  expect(seen).toThrow();
});

test.each([
  { program: join("/none", "xdg-open"), args: [] },
  { program: process.execPath, args: ["-e", "process.exit(3)"] },
])("a program that is not there, or fails, is told with the address", async (opener) => {
  const address = `${ORIGIN}/api/rooms/lobby/files/abc/x.png`;
  await expect(openOutside(address, { env: process.env, origin: ORIGIN, opener })).rejects.toThrow(address);
});

test.each([
  ["linux", "xdg-open"],
  ["darwin", "open"],
  ["win32", "rundll32"],
] as const)("on %s it is %s", (platform, program) => {
  expect(openerFor(platform).program).toBe(program);
});
