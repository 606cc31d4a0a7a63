import { expect, test } from "vitest";
import { bashCompletion } from "../../../client/cli/completion/bash.ts";
import { fishCompletion } from "../../../client/cli/completion/fish.ts";
import { completionModel } from "../../../client/cli/completion/model.ts";
import { zshCompletion } from "../../../client/cli/completion/zsh.ts";
import { SUBCOMMANDS } from "../../../client/cli/shell/subcommands.ts";

const model = completionModel(SUBCOMMANDS);

test.each([
  { shell: "bash", script: bashCompletion(model), option: (name: string) => `--${name}` },
  { shell: "zsh", script: zshCompletion(model), option: (name: string) => `--${name}` },
  { shell: "fish", script: fishCompletion(model), option: (name: string) => `-l ${name}` },
])("$shell: every command, option and value of the tables is there", ({ script, option }) => {
  for (const { name, options } of model.commands) {
    expect(script).toMatch(new RegExp(`\\b${name}\\b`));
    for (const each of options) expect(script).toMatch(new RegExp(`${option(each.name)}\\b`));
  }
  for (const { values } of model.values)
    if (typeof values === "object") for (const value of values) expect(script).toContain(value);
  // What would end a quote, or be run, has been made harmless.
  expect(script.replaceAll("'\\''", "").replaceAll("\\'", "").match(/'/g)?.length).toSatisfy(
    (count: number) => count % 2 === 0,
  );
});

test("no command or option has a letter that a shell would understand", () => {
  const words = model.commands.flatMap(({ name, options, words }) => [
    name,
    ...words,
    ...options.flatMap((option) => [
      option.name,
      ...(typeof option.values === "object" ? option.values : []),
    ]),
  ]);
  for (const word of words) expect(word).toMatch(/^[a-z-]+$/);
});
