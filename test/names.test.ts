import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The folders in which one name is one thing. */
const FOLDERS = ["client", "src", "scripts"];
/**
 * `Props`: what a component is given, which stands beside it and is seen by nobody else, as JSX has it.
 * `run`: what each subcommand's file has, as `Subcommand.load` wants it.
 */
const EXCEPT: ReadonlySet<string> = new Set(["Props", "run"]);

/** What programs see of the library: the things of the protocol under their own names, written plainly. */
const PLAINLY = "client/library/types/";

const ROOT = new URL("..", import.meta.url).pathname;
const DECLARATION =
  /^(?:(?:export )?(?:declare )?(?:abstract )?(?:class|interface|type)|export (?:async )?function\*?) (\w+)/gm;

/** The files that declare each class, interface and type, and each function (or component) for others, by its name. */
function declarations(): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(ROOT, folder), { encoding: "utf8", recursive: true })) {
      const file = `${folder}/${name}`;
      if (!/\.tsx?$/.test(name) || file.startsWith(PLAINLY)) continue;
      for (const [, declared = ""] of readFileSync(join(ROOT, file), "utf8").matchAll(DECLARATION)) {
        files.set(declared, [...(files.get(declared) ?? []), file]);
      }
    }
  }
  return files;
}

test("no two classes, types, components or exported functions share a name", () => {
  const all = declarations();
  expect(all.size).toBeGreaterThan(0);
  const shared = [...all].filter(([name, files]) => files.length > 1 && !EXCEPT.has(name));
  expect(Object.fromEntries(shared)).toEqual({});
});
