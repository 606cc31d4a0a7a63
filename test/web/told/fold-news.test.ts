import { describe, expect, test } from "vitest";
import { foldNews, type ShownNews, type ToldBefore } from "../../../client/web/told/fold-news.ts";
import { readNews, tagOf } from "../../../client/web/told/news.ts";
import { toldWordsIn } from "../../../client/web/words/told-words.ts";
import type { PushedNews } from "../../../src/protocol/push.ts";

const NOW = 1_764_226_800_000;
const NEWS: PushedNews = { room: "lobby", nick: "ana", text: "bob: tea?", id: 58 };
const PRIVATE: PushedNews = { ...NEWS, private: true };
const QUIET: ToldBefore = {
  last: undefined,
  shown: undefined,
  isSilent: false,
  now: NOW,
  words: toldWordsIn("en"),
};

/** What was shown of some news, and is still there. */
function shown(news: PushedNews): ShownNews {
  return foldNews(news, QUIET).note;
}

describe("a notification", () => {
  test.each<[string, PushedNews, Partial<ToldBefore>, { title: string; body: string; rings: boolean }]>([
    ["tells who says what, and where", NEWS, {}, { title: "ana in lobby", body: "bob: tea?", rings: true }],
    [
      "says what is private",
      PRIVATE,
      {},
      { title: "ana, privately in lobby", body: "bob: tea?", rings: true },
    ],
    [
      "is one for all of a room, with the newest line",
      { ...NEWS, id: 60, nick: "mia", text: "and cake" },
      { shown: shown(NEWS), last: { id: 58, at: NOW - 60_000, rangAt: NOW - 60_000 } },
      { title: "2 new messages in lobby", body: "mia: and cake", rings: true },
    ],
    [
      "counts what the room has counted",
      { ...NEWS, count: 3 },
      {},
      { title: "3 new messages in lobby", body: "ana: bob: tea?", rings: true },
    ],
    [
      "counts nobody twice whom a page has told of",
      { ...NEWS, id: 60, count: 5 },
      { shown: shown(NEWS), last: { id: 58, at: NOW - 60_000, rangAt: NOW - 60_000 } },
      { title: "3 new messages in lobby", body: "ana: bob: tea?", rings: true },
    ],
    [
      "folds what one person writes in private",
      { ...PRIVATE, id: 60 },
      { shown: shown(PRIVATE), last: { id: 58, at: NOW - 60_000, rangAt: NOW - 60_000 } },
      { title: "2 new messages from ana, privately in lobby", body: "bob: tea?", rings: true },
    ],
    [
      "rings once in ten seconds",
      { ...NEWS, id: 60 },
      { shown: shown(NEWS), last: { id: 58, at: NOW - 5_000, rangAt: NOW - 9_999 } },
      { title: "2 new messages in lobby", body: "ana: bob: tea?", rings: false },
    ],
    [
      "rings though a clock was set back",
      { ...NEWS, id: 60 },
      { shown: shown(NEWS), last: { id: 58, at: NOW + 86_400_000, rangAt: NOW + 86_400_000 } },
      { title: "2 new messages in lobby", body: "ana: bob: tea?", rings: true },
    ],
    [
      "rings at once where the one before was put away",
      { ...NEWS, id: 60 },
      { last: { id: 58, at: NOW - 1, rangAt: NOW - 1 } },
      { title: "ana in lobby", body: "bob: tea?", rings: true },
    ],
    [
      "stays as it is where its news was told before",
      { ...NEWS, id: 57, text: "older" },
      { shown: shown(NEWS), last: { id: 58, at: NOW - 60_000, rangAt: NOW - 60_000 } },
      { title: "ana in lobby", body: "bob: tea?", rings: false },
    ],
    [
      "is news where the room may have begun anew since",
      { ...NEWS, id: 3 },
      { last: { id: 58, at: NOW - 86_400_000, rangAt: NOW - 86_400_000 } },
      { title: "ana in lobby", body: "bob: tea?", rings: true },
    ],
    [
      "comes again without ringing where it was put away",
      NEWS,
      { last: { id: 58, at: NOW - 60_000, rangAt: NOW - 60_000 } },
      { title: "ana in lobby", body: "bob: tea?", rings: false },
    ],
    [
      "begins to count anew where it was put away",
      { ...NEWS, id: 61 },
      { last: { id: 58, at: NOW - 60_000, rangAt: NOW - 60_000 } },
      { title: "ana in lobby", body: "bob: tea?", rings: true },
    ],
    [
      "is not counted twice that was told in silence",
      NEWS,
      { isSilent: true, shown: shown(NEWS), last: { id: 58, at: NOW - 30_000, rangAt: 0 } },
      { title: "ana in lobby", body: "bob: tea?", rings: false },
    ],
    [
      "rings at nobody who wants silence",
      NEWS,
      { isSilent: true },
      { title: "ana in lobby", body: "bob: tea?", rings: false },
    ],
    [
      "has one line of text, and nothing that can't be seen",
      { ...NEWS, nick: "an\u0007a", text: "a\n\n\tb\u0000c" },
      {},
      { title: "an\ufffda in lobby", body: "a b\ufffdc", rings: true },
    ],
  ])("%s", (...[, news, before, { rings, ...words }]) => {
    const told = foldNews(news, { ...QUIET, ...before });
    expect(told.note).toMatchObject(words);
    expect(told.rings).toBe(rings);
  });

  test("remembers the newest, and when it rang", () => {
    const { last, note } = foldNews(NEWS, QUIET);
    expect(last).toEqual({ id: 58, at: NOW, rangAt: NOW });
    const later = { ...QUIET, last, shown: note, now: NOW + 5_000 };
    expect(foldNews({ ...NEWS, id: 59 }, later).last).toEqual({ id: 59, at: NOW + 5_000, rangAt: NOW });
    expect(foldNews({ ...NEWS, id: 7 }, later)).toMatchObject({ last, isNew: false });
  });

  test("long texts are cut between characters", () => {
    const { body } = foldNews({ ...NEWS, text: `${"x".repeat(119)}😀` }, QUIET).note;
    expect(body).toBe("x".repeat(119));
  });
});

describe("news", () => {
  test.each<[string, PushedNews, string]>([
    ["of a room", NEWS, "papo:lobby"],
    ["of one person in private", PRIVATE, "papo:lobby+ana"],
  ])("%s has a tag", (_, news, tag) => {
    expect(tagOf(news)).toBe(tag);
    expect(readNews({ ...news, more: "of a later version" })).toEqual(news);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a string", "lobby"],
    ["another room's address", { ...NEWS, room: "../evil" }],
    ["a room that is not written so", { ...NEWS, room: "Lobby" }],
    ["no id", { ...NEWS, id: 0 }],
    ["half an id", { ...NEWS, id: 1.5 }],
    ["no text", { ...NEWS, text: null }],
    ["a name without an end", { ...NEWS, nick: "x".repeat(1_000) }],
    ["a count of none", { ...NEWS, count: 0 }],
  ])("%s is none", (_, told) => {
    expect(readNews(told)).toBeUndefined();
  });
});
