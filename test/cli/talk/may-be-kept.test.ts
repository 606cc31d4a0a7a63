import { expect, test } from "vitest";
import { mayBeKept } from "../../../client/cli/talk/may-be-kept.ts";
import { linkCode } from "../../../client/core/link.ts";
import { SLASH_COMMANDS } from "../../../client/core/slash/slash-commands.ts";

const CODE = linkCode("abcdefghijklmnopqrstuvwxyz012345".padEnd(43, "A"));

test.each([
  ["hello", true],
  ["//home is a folder", true],
  ["/topic the news", true],
  ["/me waves", true],
  ["/ban bob --for 2h", true],
  ["", false],
  [" not to be kept", false],
  ["/msg bob psst", false],
  ["/w bob psst", false],
  ["/MSG bob psst", false],
  ["/reply psst", false],
  ["/r psst", false],
  ["/edit psst", false],
  ["/lock hunter2", false],
  ["/link enter", false],
  ["/mgs bob psst", false],
  ["/lokc hunter2", false],
  ["come to https://chat.example.org/lobby#pass=abc", false],
  [CODE, false],
  [`my code is ${CODE}`, false],
  ["a long sentence without any secret in it at all", true],
])("of %j it is %s that it may be kept", (line, isKept) => {
  expect(mayBeKept(line, SLASH_COMMANDS)).toBe(isKept);
});
