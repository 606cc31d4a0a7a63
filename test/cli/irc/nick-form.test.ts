import { expect, test } from "vitest";
import { ircNick, ircWord, papoNick } from "../../../client/cli/irc/wire/nick-form.ts";

test.each<[string, string]>([
  ["ana", "ana"],
  ["josé", "josé"],
  ["日本語", "日本語"],
  ["ben-2_x", "ben-2_x"],
  ["a b", "a[20]b"],
  ["a,b!c@d", "a[2c]b[21]c[40]d"],
  ["@ops", "[40]ops"],
  ["2nd", "[32]nd"],
  ["-x", "[2d]x"],
  ["[20]", "[5b]20[5d]"],
  ["a\r\nQUIT", "a[d][a]QUIT"],
  ["", "[]"],
])("%j is %s to IRC, and back", (nick, shown) => {
  expect(ircNick(nick)).toBe(shown);
  expect(papoNick(shown)).toBe(nick);
});

test("what stands in brackets and is no letter stays as it is", () => {
  expect(papoNick("a[zz]")).toBe("a[zz]");
  expect(papoNick("[ffffff]")).toBe("[ffffff]");
});

test("a uid may begin with a digit or a dash, and is no two words", () => {
  expect(ircWord("3-a_B")).toBe("3-a_B");
  expect(ircWord("a b@c")).toBe("a[20]b[40]c");
});
