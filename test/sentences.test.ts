// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sources, as they are written.

import { readdirSync, readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";

// Looks for what a person reads in the clients' sources, outside of their tables
// of words. What it can't see: a single word in a plain string, and sentences
// that are put together without a template.

const CLIENT = new URL("../client/", import.meta.url);

/** Each file that has what looks like a sentence, and why it is none. */
const NO_SENTENCES: Readonly<Record<string, string>> = {
  "cli/shell/subcommands.ts": "examples, as they are typed",
  "cli/shell/arguments.ts": "a name of what stands behind a subcommand",
  "cli/shell/call.ts": "names of what stands behind a subcommand",
  "cli/shell/man-page.ts": "a name of a subcommand",
  "cli/shell/page-form.ts": "a macro of roff",
  "cli/irc/wire/capabilities.ts": "names of capabilities",
  "cli/mcp/json-rpc.ts": "texts of a specification, for programs",
  "cli/completion/bash.ts": "a script for a shell",
  "cli/completion/zsh.ts": "a script for a shell",
  "cli/completion/fish.ts": "a script for a shell",
  "cli/completion/model.ts": "a name of what stands behind a subcommand",
  "web/emoji/emoji-picker.tsx": "a media query",
  "web/files/attach-button.tsx": "a media query",
  "web/files/drop-zone.tsx": "a selector",
  "web/pictures/png.ts": "names of chunks",
  "web/model/shortcodes.ts": "patterns",
  "web/parts/copy-button.tsx": "a selector",
  "web/log/prose.tsx": "what a link may not tell",
};
/** The same of what looks glued together. */
const NOT_GLUED: Readonly<Record<string, string>> = {
  "cli/view/message-line.ts": "marks before and behind what somebody said",
  "web/room/status.ts": "two announcements, one behind the other",
};

/** `class="talk open"`: names that the styles know. */
const CLASSES: ReadonlySet<string | undefined> = new Set(
  filesIn("web/styles").flatMap((file) =>
    Array.from(source(`web/styles/${file}`).matchAll(/\.([a-z][a-z-]*)/g), ([, name]) => name),
  ),
);

const SUBSTITUTION = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g;
const TEXT = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
const WORDS = /\p{L}{2,}[,;:.]? \p{L}{2,}/u;
/** A word of one's own on the page: between tags, or in what is read aloud. */
const LABEL = /(?:\b(?:children|label|title|alt|placeholder)|"aria-label"): "([^"]*\p{L}[^"]*)"/gu;
/** Sentences by the names that they have, beside something else. */
const SENTENCE = String.raw`\$\{[^{}]*(?:[wW]ords|say[A-Z]|[mM]essage|[sS]entence|why|reason)(?:[^{}]|\{[^{}]*\})*\}`;
const GLUED = new RegExp(String.raw`${SENTENCE}[:;,.]? \$\{|\}[:;,.]? ${SENTENCE}`);
const LISTED = /\.join\("(?:[,;] | and | or )"\)/g;

function filesIn(folder: string): string[] {
  return readdirSync(new URL(folder, CLIENT), { encoding: "utf8", recursive: true });
}

function source(file: string): string {
  return readFileSync(new URL(file, CLIENT), "utf8");
}

/** Without types and comments, and without errors of our own, which nobody is to see. */
function plain(written: string): string {
  const { code } = transformSync(written, { loader: "tsx", jsx: "automatic", charset: "utf8" });
  return code.replace(/new Error\(.*\)/g, "");
}

/** What somebody would read. */
function sentencesIn(written: string): string[] {
  const code = plain(written).replace(SUBSTITUTION, "");
  const texts = Array.from(code.matchAll(TEXT), ([, quoted, template]) => quoted ?? template ?? "");
  const labels = Array.from(code.matchAll(LABEL), ([, label = ""]) => label);
  return [
    ...texts.filter((text) => WORDS.test(text)),
    ...labels.filter((label) => !WORDS.test(label)),
  ].filter((text) => text !== "papo" && !text.split(" ").every((word) => CLASSES.has(word)));
}

/** What is made of several sentences, or of a list, where another language would do otherwise. */
function gluedIn(written: string): string[] {
  const code = plain(written);
  const templates = Array.from(code.matchAll(/`(?:[^`\\]|\\.)*`/g), ([text]) => text);
  return [
    ...templates.filter((text) => GLUED.test(text)),
    ...Array.from(code.matchAll(LISTED), ([list]) => list),
  ];
}

const FILES = filesIn(".").filter((file) => /\.tsx?$/.test(file) && !/(?:^|\/)words\//.test(file));

function found(look: (written: string) => string[], except: object): string[] {
  return FILES.filter((file) => !(file in except)).flatMap((file) =>
    look(source(file)).map((text) => `${file}: ${text}`),
  );
}

test("every sentence of the clients stands in a table of words", () => {
  expect(FILES.length).toBeGreaterThan(200);
  expect(found(sentencesIn, NO_SENTENCES)).toEqual([]);
});

test("no sentences are glued together where they are shown", () => {
  expect(found(gluedIn, NOT_GLUED)).toEqual([]);
});

test.each([
  { written: 'desk.print([sentence("Nobody is here.")]);', sees: ["Nobody is here."] },
  { written: "throw new Failure(EXIT.usage, `There is no ${room} here.`);", sees: ["There is no  here."] },
  { written: "const a = <p>Nobody is here</p>;", sees: ["Nobody is here"] },
  { written: "const a = <button>Close</button>;", sees: ["Close"] },
  { written: 'const a = <button class="composer private" aria-label="Close" />;', sees: ["Close"] },
  { written: 'const a = <IconButton label="Close it" />;', sees: ["Close it"] },
  { written: "/** A comment has words. */\nconst x = 1; // so has this", sees: [] },
  {
    written: 'import { that } from "./a-file.ts"; that({ class: "composer private", children: "papo" });',
    sees: [],
  },
])("a sentence in $written is seen", ({ written, sees }) => {
  expect(sentencesIn(written)).toEqual(sees);
});

test.each([
  "print(`${message} ${end.giveKey}`);",
  "print(`${shown(written)}: ${sayProblem(address)}`);",
  "print(`! ${reason} ${cliWords().talk.takeAnother}`);",
  "print(`${otherwise} ${error.message}`);",
  'print(slash.here({ nicks: list.join(", ") }));',
])("what %s glues together is seen", (written) => {
  expect(gluedIn(written)).toHaveLength(1);
});
