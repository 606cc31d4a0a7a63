import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { languageHere } from "../../../client/cli/words/language-here.ts";

const home = mkdtempSync(join(tmpdir(), "papo-language-"));
afterAll(() => rmSync(home, { recursive: true }));

/** A folder of choices with this in its config file. */
function configured(name: string, text: string): string {
  const folder = join(home, name);
  mkdirSync(join(folder, "papo"), { recursive: true });
  writeFileSync(join(folder, "papo", "config.json"), text);
  return folder;
}

const portuguese = configured("pt", '{ "lang": "pt", "nick": "ana" }');
const spoilt = configured("spoilt", '{ "lang": "pt"');
const odd = configured("odd", '{ "lang": ["pt"] }');
const none = join(home, "none");

test.each([
  { args: ["--lang", "pt"], env: { PAPO_LANG: "en", LC_ALL: "en_GB" }, speaks: "pt" },
  { args: ["--lang=pt-BR", "--help"], env: {}, speaks: "pt" },
  { args: ["send", "--lang", "en", "--lang", "pt"], env: {}, speaks: "pt" },
  { args: ["send", "--", "--lang", "pt"], env: {}, speaks: "en" },
  { args: ["--lang"], env: { LANG: "pt_BR.UTF-8" }, speaks: "pt" },
  { args: ["--lang", "xx"], env: { LANG: "pt_BR.UTF-8" }, speaks: "pt" },
  { args: [], env: { PAPO_LANG: "PT" }, speaks: "pt" },
  { args: [], env: { PAPO_LANG: "en", XDG_CONFIG_HOME: portuguese }, speaks: "en" },
  { args: [], env: { PAPO_LANG: "", XDG_CONFIG_HOME: portuguese, LANG: "en_US.UTF-8" }, speaks: "pt" },
  { args: [], env: { XDG_CONFIG_HOME: spoilt, LANG: "pt" }, speaks: "pt" },
  { args: [], env: { XDG_CONFIG_HOME: odd }, speaks: "pt" },
  { args: [], env: { XDG_CONFIG_HOME: spoilt }, speaks: "en" },
  { args: [], env: { LC_ALL: "", LC_MESSAGES: "pt_PT", LANG: "en_GB" }, speaks: "pt" },
  { args: [], env: { LC_ALL: "C", LANG: "pt_BR.UTF-8" }, speaks: "en" },
  { args: [], env: { LC_ALL: "POSIX", LANG: "pt_BR.UTF-8" }, speaks: "en" },
  { args: [], env: { LC_MESSAGES: "sv_SE.UTF-8", LANG: "pt_BR" }, speaks: "en" },
  { args: [], env: { LANG: "pt-PT" }, speaks: "pt" },
  { args: [], env: { LANG: "pt@euro" }, speaks: "pt" },
  { args: [], env: { LANG: "ptx" }, speaks: "en" },
  { args: [], env: {}, speaks: "en" },
  // What programs read.
  { args: ["tail", "--json", "--lang", "pt"], env: {}, speaks: "en" },
  { args: ["mcp"], env: { PAPO_LANG: "pt" }, speaks: "en" },
  { args: ["--lang", "pt", "mcp"], env: {}, speaks: "en" },
  // What tells of it is read by a person.
  { args: ["mcp", "--help"], env: { PAPO_LANG: "pt" }, speaks: "pt" },
  { args: ["tail", "--json", "-h"], env: { PAPO_LANG: "pt" }, speaks: "pt" },
  { args: ["mcp", "--", "--help"], env: { PAPO_LANG: "pt" }, speaks: "en" },
  { args: ["send", "--lang", "pt", "--", "--json"], env: {}, speaks: "pt" },
])("$args with $env speaks $speaks", ({ args, env, speaks }) => {
  const surroundings = { XDG_CONFIG_HOME: none, ...env };
  expect(languageHere({ args, env: surroundings, platform: "linux" })).toBe(speaks);
});
