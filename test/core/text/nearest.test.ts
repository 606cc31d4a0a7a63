import { expect, test } from "vitest";
import { nearest } from "../../../client/core/text/nearest.ts";

const NAMES = [
  ...["quit", "history", "me", "w", "topic", "ban", "bans", "Nick"],
  ...["op", "search", "quiet", "bannet"],
];

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
  ["hi", "history"],
  // What begins so, rather than what is a slip away; in a longer word a slip is less.
  ["se", "search"],
  ["top", "topic"],
  ["quie", "quiet"],
  ["bann", "ban"],
  // Nothing is near.
  ["x", undefined],
  ["", undefined],
  ["fly", undefined],
  ["quxx", undefined],
  ["история", undefined],
  ["h".repeat(100_000), undefined],
])("%j may have meant %j", (word, name) => {
  expect(nearest(word, NAMES)).toBe(name);
});
