import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ROOT } from "../../../scripts/bundles.ts";
import { folder } from "../deploy/box.ts";
import { Started, StartedPapo } from "./started.ts";

/** A whole build: the page names a script that is there. */
function script(): string {
  const html = readFileSync(`${ROOT}dist/public/index.html`, "utf8");
  const [name = ""] = /app-\w+\.js/.exec(html) ?? [];
  return readFileSync(`${ROOT}dist/public/${name}`, "utf8");
}

test("builds at once do not meet, leave nothing lying about, and take nothing from who runs", async () => {
  const papo = await StartedPapo.start(await folder());
  const builds = Array.from(
    { length: 3 },
    () => new Started(process.execPath, ["scripts/build.ts", "--quiet"]),
  );
  const codes = await Promise.all(builds.map(({ ended }) => ended));
  expect(builds.flatMap(({ lines }) => lines)).toEqual([]);
  expect(codes).toEqual([0, 0, 0]);
  expect(readdirSync(`${ROOT}dist`).filter((name) => name.startsWith(".build-"))).toEqual([]);
  expect(script()).not.toBe("");
  const page = await (await fetch(`${papo.url}/lobby`)).text();
  const [name = ""] = /\/app-\w+\.js/.exec(page) ?? [];
  expect((await fetch(`${papo.url}${name}`)).headers.get("Content-Type")).toContain("javascript");
});
