import { expect, test } from "vitest";
import { closedCode, hasCodes, isInCode, reactionIn, withEmoji } from "../../client/web/model/shortcodes.ts";

const EMOJI = new Map([
  ["thumbsup", "👍"],
  ["+1", "👍"],
  ["100", "💯"],
  ["tada", "🎉"],
]);
const named = (code: string) => EMOJI.get(code);

test.each<[text: string, written: string]>([
  [":thumbsup:", "👍"],
  ["good :+1: and :tada:", "good 👍 and 🎉"],
  [":tada::tada:", "🎉🎉"],
  ["(:tada:)", "(🎉)"],
  ["今日 :tada:", "今日 🎉"],
  [":nothing:", ":nothing:"],
  [":nothing: :tada:", ":nothing: 🎉"],
  ["at 10:100:20", "at 10:100:20"],
  ["a:tada:", "a:tada:"],
  ["`:tada:` :tada:", "`:tada:` 🎉"],
  ["```\n:tada:\n```", "```\n:tada:\n```"],
  ["http://x/:tada:/y :tada:", "http://x/:tada:/y 🎉"],
  [":tada", ":tada"],
  ["$& :tada: $1", "$& 🎉 $1"],
])("%j is sent as %j", (text, written) => {
  expect(withEmoji(text, named)).toBe(written);
});

test.each<[text: string, has: boolean]>([
  ["hello", false],
  ["a: b: c", false],
  ["`:tada:`", false],
  ["12:30:45", false],
  [":what_ever:", true],
  ["so :tada:", true],
])("whether %j has shortcodes: %o", (text, has) => {
  expect(hasCodes(text)).toBe(has);
});

test.each<[before: string, closed: ReturnType<typeof closedCode>]>([
  [":tada:", { code: "tada", start: 0 }],
  ["so :tada:", { code: "tada", start: 3 }],
  ["`:tada:", undefined],
  ["```\n:tada:", undefined],
  ["12:30:", undefined],
  ["tada:", undefined],
])("the colon behind %j closes %o", (before, closed) => {
  expect(closedCode(before)).toEqual(closed);
});

test.each<[line: string, emoji: string | undefined]>([
  ["+:thumbsup:", "👍"],
  ["+:+1:", "👍"],
  ["+ :tada:", "🎉"],
  ["+👍", "👍"],
  ["+👍🏽", "👍🏽"],
  // As many keyboards write it.
  ["+❤", "❤️"],
  ["+❤️", "❤️"],
  ["+:nothing:", undefined],
  ["+1", undefined],
  ["+", undefined],
  ["👍", undefined],
  ["+👍👍", undefined],
  ["+👍 yes", undefined],
  ["so +👍", undefined],
])("%j reacts with %o", (line, emoji) => {
  expect(reactionIn(line, named)).toBe(emoji);
});

test.each<[before: string, code: boolean]>([
  ["", false],
  ["`", true],
  ["`a`", false],
  ["`a` ``b", true],
  // One line's mark is not another's.
  ["`\n", false],
  ["```ts\n", true],
  ["```ts\na\n```\n", false],
])("code comes behind %j: %o", (before, code) => {
  expect(isInCode(before)).toBe(code);
});
