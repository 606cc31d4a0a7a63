import { describe, expect, test } from "vitest";
import { parseCommandLine } from "../../../client/cli/shell/command-line.ts";
import { generalHelp, helpOf } from "../../../client/cli/shell/help-text.ts";
import { SUBCOMMANDS } from "../../../client/cli/shell/subcommands.ts";

const URL = "https://host/lobby";

describe("arguments", () => {
  test.each([
    { args: [], name: "join", positionals: [], values: {} },
    { args: [URL], name: "join", positionals: [URL], values: {} },
    { args: ["join", URL], name: "join", positionals: [URL], values: {} },
    { args: [URL, "--nick", "ana"], name: "join", positionals: [URL], values: { nick: "ana" } },
    {
      args: ["--nick=ana", URL, "--json"],
      name: "join",
      positionals: [URL],
      values: { nick: "ana", json: true },
    },
    { args: ["send", URL, "a", "b"], name: "send", positionals: [URL, "a", "b"], values: {} },
    { args: ["send", URL, "--", "--a"], name: "send", positionals: [URL, "--a"], values: {} },
    { args: ["send", URL, "-5 degrees"], name: "send", positionals: [URL, "-5 degrees"], values: {} },
    { args: ["send", URL, "-5", "°C"], name: "send", positionals: [URL, "-5", "°C"], values: {} },
    { args: ["send", "-1"], name: "send", positionals: ["-1"], values: {} },
    { args: ["send", URL, "--no way"], name: "send", positionals: [URL, "--no way"], values: {} },
    { args: ["send", URL, "--> here"], name: "send", positionals: [URL, "--> here"], values: {} },
    { args: ["send", URL, "-hello"], name: "send", positionals: [URL, "-hello"], values: {} },
    { args: ["send", URL, "-", "milk"], name: "send", positionals: [URL, "-", "milk"], values: {} },
    { args: ["send", URL, "−5", "—"], name: "send", positionals: [URL, "−5", "—"], values: {} },
    {
      args: ["send", URL, "-5 degrees", "--nick", "ana"],
      name: "send",
      positionals: [URL, "-5 degrees"],
      values: { nick: "ana" },
    },
    { args: ["send", "--to=-x-", "hi"], name: "send", positionals: ["hi"], values: { to: "-x-" } },
    { args: ["send", "--to=a=b", "hi"], name: "send", positionals: ["hi"], values: { to: "a=b" } },
    { args: ["send", "--nick", "-", "--nick=b"], name: "send", positionals: [], values: { nick: "b" } },
    { args: ["send", "-5", "--to", "-bob"], name: "send", positionals: ["-5"], values: { to: "-bob" } },
    { args: ["tail", "--since", "-1h"], name: "tail", positionals: [], values: { since: "-1h" } },
    { args: ["tail", "--since", ""], name: "tail", positionals: [], values: { since: "" } },
    { args: ["tail", "--since", "1h"], name: "tail", positionals: [], values: { since: "1h" } },
  ])("$args", ({ args, name, positionals, values }) => {
    const request = parseCommandLine(args);
    if (request.type !== "run") throw new Error(`It is a request for ${request.type}.`);
    expect(request.subcommand.name).toBe(name);
    expect(request.call.positionals).toEqual(positionals);
    expect({ ...request.call.values }).toEqual(values);
  });

  test.each([
    { args: ["--version"], type: "version" },
    { args: ["-V"], type: "version" },
    { args: ["--help"], type: "help" },
    { args: ["help", "send"], type: "help" },
    { args: ["send", "--help"], type: "help" },
    { args: ["send", "-h", "x"], type: "help" },
  ])("$args ask for $type", ({ args, type }) => {
    expect(parseCommandLine(args).type).toBe(type);
  });

  test.each([
    { args: ["help", "fly"], says: 'There is no "papo fly"' },
    { args: ["names", URL, "too"], says: '"too" is too much' },
    { args: ["names", "--whole"], says: "There is no option --whole. See papo names --help." },
    { args: ["sned", URL, "hello"], says: 'There is no "papo sned". Did you mean papo send?' },
    { args: ["TIAL"], says: 'There is no "papo TIAL". Did you mean papo tail?' },
    { args: ["help", "hsitory"], says: "Did you mean papo history?" },
    { args: ["send", URL, "--nik", "ana", "hello"], says: "no option --nik. Did you mean --nick?" },
    { args: ["send", URL, "-nick", "ana", "hello"], says: "no option -nick. Did you mean --nick?" },
    { args: ["send", URL, "--verbose"], says: "A text that looks so is written behind --." },
    { args: [URL, "--no-bel"], says: "Did you mean --no-bell?" },
    { args: ["--verison"], says: "Did you mean --version?" },
    { args: ["history", URL, "--limt=5"], says: "no option --limt. Did you mean --limit?" },
    { args: ["tail", URL, "-5"], says: "There is no option -5." },
    { args: [URL, "--nick"], says: "--nick is written with a value: --nick NAME. See papo join --help." },
    { args: [URL, "--nick", "--json"], says: "--nick is written with a value: --nick NAME." },
    { args: [URL, "--nick", "--time=hm"], says: "--nick is written with a value: --nick NAME." },
    { args: ["hist"], says: "Did you mean papo history?" },
    { args: ["tail", "--no-fol"], says: "Did you mean --no-follow?" },
    { args: ["--json=yes"], says: "--json takes no value. See papo join --help." },
    { args: ["tail", "--json="], says: "--json takes no value." },
  ])("$args are refused", ({ args, says }) => {
    expect(() => parseCommandLine(args)).toThrow(says);
  });
});

test.each([
  [["names", URL, "https://ana:hunter2@host/lobby"]],
  [["names", URL, "ana:hunter2%40host"]],
  [["names", "--kee=hunter2"]],
  [["help", "ana:hunter2@host"]],
  [["help", "ana:hunter2＠host"]],
  [["names", URL, "ana:hunter2﹫host"]],
  [["names", "--ana:hunter2@host"]],
  [["names", "--https://ana:hunter2@host/lobby"]],
])("no error repeats a password: %j", (args) => {
  expect(() => parseCommandLine(args)).toThrow(/^(?!.*hunter2)/);
});

test.each([
  { what: "in a pipe", columns: undefined, most: 80 },
  { what: "in a wide terminal", columns: 200, most: 200 },
  { what: "in a narrow one", columns: 50, most: 50 },
])("no line of --help is wider than can be read $what, but what is to be copied", ({ columns, most }) => {
  for (const page of [generalHelp(columns), ...SUBCOMMANDS.map((each) => helpOf(each, columns))]) {
    const lines = page.replace(/\nExamples:\n(?: {2}.*\n)+/, "").split("\n");
    expect(lines.filter((line) => line.length > most)).toEqual([]);
    expect(page).toMatch(/5 something not\s+sent\.\n$/);
  }
});

test("no secret is an option", () => {
  for (const { options } of SUBCOMMANDS) {
    for (const option of options) expect(option).not.toMatch(/^(key|token|admin|password|passphrase)$/);
  }
});

test.each(SUBCOMMANDS.map((subcommand) => [subcommand.name, subcommand] as const))(
  "the examples of papo %s are understood",
  (_, subcommand) => {
    expect(helpOf(subcommand)).toContain("Examples:");
    for (const example of subcommand.examples) {
      const [, own = ""] = /papo ([^|>]*)/.exec(example) ?? [];
      const args = own.trim().replaceAll('"', "").split(" ");
      expect(parseCommandLine(args).type).toBe("run");
    }
  },
);
