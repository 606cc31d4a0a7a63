import { expect, test } from "vitest";
import type { Draft, Entry } from "../../client/core/sending/entry.ts";
import { reactionsOf, whoReacted } from "../../client/web/model/reaction-view.ts";
import { panelWords } from "../../client/web/words/panel-words.ts";
import type { Message, Reaction } from "../../src/protocol/event.ts";

const YOU = "you---------";
const message = (fields: Partial<Message> = {}): Message => ({
  type: "message",
  id: 7,
  at: 0,
  uid: "bob---------",
  nick: "bob",
  text: "x",
  ...fields,
});
const entries = (...drafts: Draft[]): Entry[] =>
  drafts.map((draft, key) => ({ key, draft, at: 0, state: "waiting" }));
const react = (emoji: string, on = true): Draft => ({ type: "react", id: 7, emoji, on });
const short = (reactions: ReturnType<typeof reactionsOf>) =>
  reactions.map(({ emoji, count, me, saving }) => `${emoji}${count}${me ? " mine" : ""}${saving ? "…" : ""}`);

const THUMB: Reaction = { emoji: "👍", count: 2, who: ["a", "b"] };
const MINE: Reaction = { emoji: "🎉", count: 1, me: true, who: [YOU] };

interface Case {
  given: Message;
  drafts?: Draft[];
  shown: string[];
}

test.each<[what: string, shows: Case]>([
  ["none", { given: message(), shown: [] }],
  ["those there are", { given: message({ reactions: [THUMB, MINE] }), shown: ["👍2", "🎉1 mine"] }],
  ["one on its way", { given: message(), drafts: [react("👍")], shown: ["👍1 mine…"] }],
  ["one more", { given: message({ reactions: [THUMB] }), drafts: [react("👍", true)], shown: ["👍3 mine…"] }],
  [
    "one less",
    {
      given: message({ reactions: [{ ...THUMB, me: true }] }),
      drafts: [react("👍", false)],
      shown: ["👍1…"],
    },
  ],
  [
    "the last one until it has gone",
    { given: message({ reactions: [MINE] }), drafts: [react("🎉", false)], shown: ["🎉1 mine…"] },
  ],
  [
    "what changes nothing",
    { given: message({ reactions: [MINE] }), drafts: [react("🎉")], shown: ["🎉1 mine…"] },
  ],
  [
    "there and back",
    { given: message({ reactions: [THUMB] }), drafts: [react("👍"), react("👍", false)], shown: ["👍2…"] },
  ],
  [
    "nothing of another message",
    {
      given: message({ reactions: [THUMB] }),
      drafts: [{ type: "react", id: 8, emoji: "👍", on: true }],
      shown: ["👍2"],
    },
  ],
  [
    "nothing of a deleted one",
    { given: message({ deleted: true, reactions: [THUMB] }), drafts: [react("👍")], shown: [] },
  ],
])("shows %s", (_, { given, drafts = [], shown }) => {
  expect(short(reactionsOf(given, entries(...drafts), YOU))).toEqual(shown);
});

const NICKS: Readonly<Record<string, string>> = { a: "ana", b: "bob", [YOU]: "me" };
const nickOf = (uid: string) => NICKS[uid];

test.each<[reaction: Reaction, told: string]>([
  [{ emoji: "👍", count: 1, who: ["a"] }, "ana"],
  [{ emoji: "👍", count: 2, who: ["a", "b"] }, "ana and bob"],
  [{ emoji: "👍", count: 3, me: true, who: ["a", YOU, "b"] }, "you, ana and bob"],
  [{ emoji: "👍", count: 3, who: ["a", "gone", "b"] }, "ana, bob and 1 other"],
  // Only the newest ten are told: the reader may not be among them.
  [{ emoji: "👍", count: 40, me: true, who: ["a"] }, "you, ana and 38 others"],
  [{ emoji: "👍", count: 1, who: ["gone"] }, "1 person"],
  [{ emoji: "👍", count: 12, who: [] }, "12 people"],
])("who gave %o: %s", (reaction, told) => {
  const { names, others } = whoReacted(reaction, { you: { uid: YOU, called: "you" }, nickOf });
  expect(panelWords.reactions.who({ names, others })).toBe(told);
});
