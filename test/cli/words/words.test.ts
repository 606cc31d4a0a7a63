import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cliWords } from "../../../client/cli/words/words.ts";

const CLI = new URL("../../../client/cli/", import.meta.url);

/** What has words that are typed, or that nobody reads. */
const EXCEPT: Readonly<Record<string, string>> = {
  "shell/subcommands.ts": "examples, as they are typed",
  "shell/call.ts": "names of what stands behind a subcommand",
};

/** Texts of more than one word in a source, without comments, errors of our own and what is put into them. */
function sentencesIn(source: string): string[] {
  const code = source
    .replace(/^\s*(?:\/\*\*?|\*|\/\/).*$/gm, "")
    .replace(/ \/\/ .*$/gm, "")
    .replace(/new Error\(.*\)/g, "")
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "");
  const texts = [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|`([^`]*)`/g)];
  return texts
    .map(([, quoted, template]) => quoted ?? template ?? "")
    .filter((text) => /\p{L}{2,}[,;:]? \p{L}{2,}/u.test(text));
}

test("every sentence stands among the words", () => {
  const files = readdirSync(CLI, { encoding: "utf8", recursive: true }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("words/") && !(file in EXCEPT),
  );
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap((file) =>
    sentencesIn(readFileSync(new URL(file, CLI), "utf8")).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test.each([
  { source: 'desk.print([sentence("Nobody is here.")]);', found: ["Nobody is here."] },
  { source: "  throw new Failure(EXIT.usage, `There is no room.`);", found: ["There is no room."] },
  { source: "/** A comment has words. */\nconst x = 1; // so has this", found: [] },
  { source: 'import { that } from "./a-file.ts";', found: [] },
])("a sentence in $source is seen", ({ source, found }) => {
  expect(sentencesIn(source)).toEqual(found);
});

test.each([
  { left: { unsent: 1, unknown: 0, more: false }, told: "1 line was not sent." },
  {
    left: { unsent: 2, unknown: 0, more: true },
    told: "2 lines were not sent, nor what follows in the input.",
  },
  { left: { unsent: 0, unknown: 1, more: false }, told: "Of 1 line it is not known whether it was sent." },
  { left: { unsent: 0, unknown: 3, more: true }, told: "Of 3 lines it is not known whether they were sent." },
  { left: { unsent: 1, unknown: 2, more: false }, told: "1 line was not sent; of 2 it is not known." },
  {
    left: { unsent: 3, unknown: 1, more: true },
    told: "3 lines were not sent, nor what follows in the input; of 1 it is not known.",
  },
])("what is left behind: $told", ({ left, told }) => {
  expect(cliWords().end.left(left)).toBe(told);
});
