import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMMANDS, type CommandType } from "../../src/room/commands.ts";

const PROTOCOL = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");

/** The rows of the table of §7.4: each command's type, and who may give it. */
const documented = Array.from(
  PROTOCOL.matchAll(/^\| `\{"type":"(\w+)"[^`]*\}` \| (\w+) \|/gm),
  ([, type, needs]) => [type, needs],
);

test("§7.4 has each command that not everybody may give, and who may", () => {
  const types = Object.keys(COMMANDS) as CommandType[];
  const built = types.flatMap((type) => (COMMANDS[type].needs ? [[type, COMMANDS[type].needs]] : []));
  expect(documented.toSorted()).toEqual(built.toSorted());
});

test("every command is in the protocol", () => {
  const types = ["join", ...Object.keys(COMMANDS)];
  expect(types.filter((type) => !PROTOCOL.includes(`{"type":"${type}"`))).toEqual([]);
});

test("§5.1 numbered are those that the protocol says", () => {
  const numbered = Object.entries(COMMANDS).flatMap(([type, rule]) => (rule.numbered ? [type] : []));
  expect(numbered).toEqual(["say", "edit", "delete", "react"]);
});
