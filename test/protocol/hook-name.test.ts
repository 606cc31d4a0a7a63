import { describe, expect, test } from "vitest";
import { hookName, hookNick } from "../../src/protocol/hook-name.ts";

describe("§12.1 the name of a hook", () => {
  test.each([
    ["ci", "ci"],
    ["  GitHub deploys ", "GitHub deploys"],
    ["release-bot_2.0", "release-bot_2.0"],
    ["7", "7"],
    ["Ana\u0303", "Anã"],
    ["監視", "監視"],
    ["إنذارات", "إنذارات"],
    ["x".repeat(32), "x".repeat(32)],
    ["𝔘".repeat(32), "𝔘".repeat(32)],
  ])("%j is kept as %j", (text, name) => {
    expect(hookName(text)).toBe(name);
  });

  test.each([
    "",
    "   ",
    "x".repeat(33),
    "x".repeat(100_000),
    "two\nlines",
    "a\tb",
    "ci\u0000",
    "a\u200db",
    "\u202eci",
    "\u3164",
    "-ci",
    ".ci",
    "a:b",
    "a/b",
    "<ci>",
    "🚀",
    "\ud800",
  ])("%j is none", (text) => {
    expect(hookName(text)).toBeUndefined();
  });
});

describe("§12.4 what a sender calls itself", () => {
  test.each([
    ["Grafana", "Grafana"],
    ["Grafana Alerts v10.2", "Grafana Alerts v10.2"],
    ["octocat[bot]", "octocat bot"],
    ["🚀 Deploy 🚀", "Deploy"],
    ["ana: hi\nbob", "ana hi bob"],
    ["\u202eevil\u0007", "evil"],
    ["a\u200bb", "a b"],
    ["--- ci ---", "ci ---"],
    ["Überwachung", "Überwachung"],
    ["監視システム", "監視システム"],
    ["x".repeat(40), "x".repeat(32)],
    [`${"x".repeat(31)}e\u0301`, `${"x".repeat(31)}é`],
    // A character is not cut in two.
    [`${"x".repeat(31)}q\u0301`, "x".repeat(31)],
    ["x".repeat(1_000_000), "x".repeat(32)],
    ["\ud83d", undefined],
    ["🚀", undefined],
    ["", undefined],
    [` ${"\u0301".repeat(300)}`, undefined],
  ])("%j is shown as %j", (text, nick) => {
    expect(hookNick(text)).toBe(nick);
  });
});
