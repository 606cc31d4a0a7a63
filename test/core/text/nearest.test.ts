import { expect, test } from "vitest";
import { nearest } from "../../../client/core/text/nearest.ts";

const NAMES = ["quit", "history", "me", "w", "topic", "ban", "bans", "Nick"];

test.each([
  ["quti", "quit"],
  ["qit", "quit"],
  ["quitt", "quit"],
  ["hsitroy", "history"],
  ["HISTROY", "history"],
  ["tpic", "topic"],
  ["bna", "ban"],
  ["nikc", "Nick"],
  ["mee", "me"],
  ["hist", "history"],
  ["His", "history"],
  // Nothing is near.
  ["x", undefined],
  ["", undefined],
  ["fly", undefined],
  ["hi", undefined],
  ["quxx", undefined],
  ["история", undefined],
  ["h".repeat(100_000), undefined],
])("%j may have meant %j", (word, name) => {
  expect(nearest(word, NAMES)).toBe(name);
});
