import { expect, test } from "vitest";
import { isShut } from "../../client/web/session/is-shut.ts";

test.each([
  ["no_pass", true],
  ["no_such_room", true],
  ["closed", true],
  ["nick_taken", false],
  ["not_closed", false],
] as const)("%s: nobody is let in: %s", (problem, shut) => {
  expect(isShut({ problem, message: "" })).toBe(shut);
});
