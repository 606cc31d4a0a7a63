import { expect, test } from "vitest";
import { foundGroups } from "../../../client/cli/view/found-groups.ts";
import { markFound } from "../../../client/cli/view/mark-found.ts";
import type { FoundMessage } from "../../../client/core/slash/slash-command.ts";
import type { Message } from "../../../src/protocol/event.ts";

const bracket = (text: string) => `[${text}]`;

test.each([
  ["say hello, Hello!", "hello", "say [hello], [Hello]!"],
  ["aaaa", "aa", "[aaaa]"],
  ["İstanbul and istanbul", "ISTANBUL", "[İstanbul] and [istanbul]"],
  ["Straße", "strasse", "[Straße]"],
  ["Straße", "as", "Str[aß]e"],
  ["cafe\u0301 au lait", "caf\u00e9", "[cafe\u0301] au lait"],
  ["👨‍👩‍👧 family", "👨", "[👨‍👩‍👧] family"],
  ["nothing", "else", "nothing"],
  ["\u2068bob\u2069 there", "bob there", "\u2068[bob\u2069 there]"],
])("in %j, %j is %j", (text, wanted, marked) => {
  expect(markFound(text, wanted, bracket)).toBe(marked);
});

const said = (id: number): Message => ({
  type: "message",
  id,
  at: id,
  nick: "bob",
  uid: "bob---------",
  text: "hi",
});
const hit = (before: number | undefined, id: number, behind: number | undefined): FoundMessage => ({
  message: said(id),
  before: before === undefined ? undefined : said(before),
  behind: behind === undefined ? undefined : said(behind),
});

test.each<[string, FoundMessage[], string[]]>([
  ["one, with what stands around it", [hit(4, 5, 6)], ["4 5! 6"]],
  ["the first and last there is", [hit(undefined, 1, undefined)], ["1!"]],
  ["two, apart", [hit(4, 5, 6), hit(9, 10, 11)], ["4 5! 6", "9 10! 11"]],
  ["two that share what is between", [hit(4, 5, 6), hit(6, 7, 8)], ["4 5! 6 7! 8"]],
  ["two in a row", [hit(4, 5, 6), hit(5, 6, 7)], ["4 5! 6! 7"]],
  [
    "two of which nobody tells what is between",
    [hit(4, 5, undefined), hit(undefined, 9, 10)],
    ["4 5!", "9! 10"],
  ],
])("%s", (_name, ...[found, groups]) => {
  expect(
    foundGroups(found).map((group) =>
      group.map(({ message, isFound }) => `${message.id}${isFound ? "!" : ""}`).join(" "),
    ),
  ).toEqual(groups);
});
