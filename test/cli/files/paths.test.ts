import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { completePath } from "../../../client/cli/files/complete-path.ts";
import { pathAmong, typedPath, wholePath } from "../../../client/cli/files/typed-path.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "papo-paths-"));
  mkdirSync(join(folder, "my pictures"));
  for (const name of ["shot.png", "Shots.txt", "it's.png", ".hidden", "a $b.png", "new\nline.png"])
    writeFileSync(join(folder, name), "x");
  writeFileSync(join(folder, "my pictures", "cat 1.png"), "x");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a path as it is typed", () => {
  test.each([
    { written: "shot.png", path: resolve("shot.png"), rest: "" },
    { written: "shot.png look  at this", path: resolve("shot.png"), rest: "look  at this" },
    { written: "'my shot.png' look", path: resolve("my shot.png"), rest: "look" },
    { written: '"my shot.png"\nlook', path: resolve("my shot.png"), rest: "look" },
    { written: "my\\ shot.png look", path: resolve("my shot.png"), rest: "look" },
    { written: "/a'b c'd.png", path: "/ab cd.png", rest: "" },
    { written: "~/shot.png", path: join(homedir(), "shot.png"), rest: "" },
    { written: "~", path: homedir(), rest: "" },
    { written: "'~/shot.png'", path: resolve("~/shot.png"), rest: "" },
    { written: "~other/x", path: resolve("~other/x"), rest: "" },
    { written: "file:///tmp/my%20shot.png", path: "/tmp/my shot.png", rest: "" },
    { written: "", path: "", rest: "" },
    { written: '"never closed', path: resolve('"never'), rest: "closed" },
  ])("$written", ({ written, path, rest }) => {
    expect(typedPath(written, "linux")).toMatchObject({ path, rest });
  });

  test.each([
    { written: "my new shot.png", path: resolve("my new shot.png") },
    { written: "~/my new shot.png", path: join(homedir(), "my new shot.png") },
    { written: '"my new" shot.png', path: resolve("my new") },
    { written: "", path: "" },
  ])("$written alone", ({ written, path }) => {
    expect(wholePath(written, "linux").path).toBe(path);
  });

  test.each([
    { written: "my shot.png look", there: ["my shot.png"], path: "my shot.png", rest: "look" },
    { written: "my shot.png look", there: ["my", "my shot.png"], path: "my", rest: "shot.png look" },
    { written: "my shot.png look", there: [], path: "my", rest: "shot.png look" },
    { written: "a b c", there: ["a b", "a b c"], path: "a b c", rest: "" },
  ])("$written, where there is $there", ({ written, there, path, rest }) => {
    const paths = there.map((each) => resolve(each));
    expect(pathAmong(written, (each) => paths.includes(each))).toMatchObject({ path: resolve(path), rest });
  });
});

describe("a path is completed", () => {
  test.each<{ raw: string; by: string[] }>([
    { raw: "sho", by: ["shot.png "] },
    { raw: "SHO", by: ["Shots.txt ", "shot.png "] },
    { raw: "my", by: ["my\\ pictures/"] },
    { raw: "my\\ pictures/", by: ["my\\ pictures/cat\\ 1.png "] },
    { raw: "'my", by: ["'my pictures/"] },
    { raw: "'my pictures/c", by: ["'my pictures/cat 1.png' "] },
    { raw: '"my pictures/c', by: ['"my pictures/cat 1.png" '] },
    { raw: "it", by: ["it\\'s.png "] },
    { raw: "'it", by: ['"it\'s.png" '] },
    { raw: '"a', by: ['"a \\$b.png" '] },
    { raw: ".h", by: [".hidden "] },
    { raw: "new", by: [] },
    { raw: "none", by: [] },
  ])("$raw", async ({ raw, by }) => {
    const quote = /^["']/.exec(raw)?.[0] ?? "";
    const span = await completePath(`${quote}${folder}/${raw.slice(quote.length)}`, "linux");
    expect(span?.choices.map((each) => each.by)).toEqual(
      by.map((each) => `${/^["']/.exec(each)?.[0] ?? ""}${folder}/${each.replace(/^["']/, "")}`),
    );
  });

  test("not any more behind a blank", async () => {
    expect(await completePath("shot.png he", "linux")).toBeUndefined();
  });

  test("on Windows, with double quotes alone", async () => {
    const span = await completePath(`${folder}/my`, "win32");
    expect(span?.choices.map(({ by }) => by)).toEqual([`"${folder}/my pictures/`]);
  });
});
