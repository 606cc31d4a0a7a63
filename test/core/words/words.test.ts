import { expect, test } from "vitest";
import type { ChatEvent } from "../../../client/core/chat-event.ts";
import { checkDraft } from "../../../client/core/sending/check.ts";
import { SLASH_COMMANDS } from "../../../client/core/slash/slash-commands.ts";
import { pluralOf } from "../../../client/core/words/plural.ts";
import { isNews, sayNews } from "../../../client/core/words/say-news.ts";
import { sayProblem } from "../../../client/core/words/say-problem.ts";
import { words } from "../../../client/core/words/words.ts";
import type { Params } from "../../../src/protocol/detail.ts";
import { ERRORS } from "../../../src/protocol/error.ts";

const bob = { nick: "bob", uid: "b" };
const byAna = { by: "ana", byUid: "a", at: 0 };

test.each<[event: ChatEvent, sentence: string]>([
  [{ type: "joined", ...bob, role: "member", at: 0 }, "<bob> joined"],
  [{ type: "left", ...bob, why: "left", at: 0 }, "<bob> left"],
  [{ type: "left", ...bob, why: "banned", at: 0 }, "<bob> was banned"],
  [{ type: "left", ...bob, why: "left", reason: "tea", at: 0 }, "<bob> left: (tea)"],
  [{ type: "left", ...bob, why: "kicked", ...byAna }, "<bob> was kicked by <ana>"],
  [{ type: "left", ...bob, why: "banned", reason: "spam", ...byAna }, "<bob> was banned by <ana>: (spam)"],
  [{ type: "left", ...bob, why: "lost", at: 0 }, "<bob> lost the connection"],
  [{ type: "renamed", from: "rob", ...bob, at: 0 }, "<rob> is now <bob>"],
  [{ type: "topic", text: "tea", ...byAna }, "<ana> set the topic: (tea)"],
  [{ type: "topic", text: "", ...byAna }, "<ana> took the topic away"],
  [{ type: "locked", locked: true, ...byAna }, "<ana> locked the room: newcomers need the passphrase now"],
  [{ type: "locked", locked: false, ...byAna }, "<ana> unlocked the room"],
  [{ type: "slow", seconds: 5, ...byAna }, "<ana> set slow mode: members wait 5 s between messages"],
  [{ type: "slow", seconds: 0, ...byAna }, "<ana> ended slow mode"],
  [{ type: "role", role: "member", ...bob, ...byAna }, "<ana> made <bob> a plain member"],
  [{ type: "role", role: "owner", ...bob, ...byAna }, "<ana> made <bob> an owner"],
  [{ type: "unbanned", ...bob, ...byAna }, "<ana> let <bob> in again"],
  [{ type: "allowed", ...bob, ...byAna }, "<ana> let <bob> in, whatever their network"],
  [{ type: "break", why: "retention" }, "— something is missing here: the room no longer has it —"],
])("%o is said as one sentence", (event, sentence) => {
  const shows = { nick: (_: string, nick: string) => `<${nick}>`, text: (text: string) => `(${text})` };
  expect(isNews(event) && sayNews(event, shows)).toBe(sentence);
});

test("what is no news of the room is none", () => {
  expect(isNews({ type: "typing", ...bob })).toBe(false);
});

test.each([
  ["en", 1, "one"],
  ["en", 0, "other"],
  ["pl", 3, "few"],
  ["pl", 5, "many"],
  ["en", 1.5, "other"],
  ["ja", 1, "other"],
  ["ar", 2, "other"],
] as const)("the plural in %s of %i", (language, count, form) => {
  const forms = { one: "one", few: "few", many: "many", other: "other" };
  expect(pluralOf(language)(count, forms)).toBe(form);
});

test.each(["constructor", "__proto__", "toString", "forbidden"])(
  "a refusal of the detail %s is said as the room says it",
  (detail) => {
    expect(sayProblem({ problem: "forbidden", detail, message: "No." })).toBe("No.");
  },
);

test.each([
  ["next_number", { next: 7 }, "Als Nächstes kommt 7."],
  ["unheard_of", {}, "Falsche Nummer."],
  [undefined, {}, "Falsche Nummer."],
])("another language says the detail %s, or else the code", (detail, params, sentence) => {
  const german = {
    next_number: ({ next }: Params) => `Als Nächstes kommt ${next}.`,
    out_of_order: () => "Falsche Nummer.",
  };
  const problem = {
    problem: "out_of_order",
    message: "No.",
    params,
    ...(detail !== undefined && { detail }),
  };
  expect(sayProblem(problem, german)).toBe(sentence);
});

test("another language keeps its own exact sentence about a text that is too long", () => {
  const problem = checkDraft({ type: "say", text: "abc" }, { text: 2, frame: 1_000 });
  const german = { too_long: () => "Zu lang." };
  expect(problem && sayProblem(problem, german)).toMatch(/3 characters; a message has at most 2\.$/);
});

test("what a client refuses as the room would, it refuses in the same words", () => {
  expect(ERRORS).toMatchObject({ bad_text: words.problems.bad_text, too_long: words.problems.too_long });
});

test("every sentence about a command has its command", () => {
  expect(SLASH_COMMANDS.map(({ name }) => name).toSorted()).toEqual(Object.keys(words.commands).toSorted());
});
