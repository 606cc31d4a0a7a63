import { describe, expect, test } from "vitest";
import { parseCommandLine } from "../../../client/cli/shell/command-line.ts";
import { helpOf } from "../../../client/cli/shell/help-text.ts";
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
    { args: [URL, "too", "much"], says: '"too" is too much' },
    { args: ["names", "--whole"], says: "'--whole'" },
    { args: [URL, "--nick"], says: "--nick" },
    { args: ["--json=yes"], says: "--json" },
  ])("$args are refused", ({ args, says }) => {
    expect(() => parseCommandLine(args)).toThrow(says);
  });
});

test("C18: no secret is an option", () => {
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
