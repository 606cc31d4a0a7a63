import { describe, expect, test } from "vitest";
import { freshKept, type KeptTab, parseKept } from "../../client/web/session/kept.ts";

const waiting = {
  key: 1,
  at: 5,
  draft: { type: "say", text: "hi", to: "b", re: 3, me: true },
  state: "waiting",
};
const sent = { key: 2, at: 6, draft: { type: "edit", id: 4, text: "ho" }, state: "sent", cid: 9 };
const unsure = { key: 3, at: 7, draft: { type: "delete", id: 4 }, state: "unsure" };
const reaction = { key: 4, at: 8, draft: { type: "react", id: 4, emoji: "👍", on: false }, state: "waiting" };
const kept = {
  form: 1,
  client: freshKept().client,
  saved: { epoch: 4, heard: 12, stored: 8, outbox: [waiting, sent, unsure, reaction] },
  composer: {
    to: { uid: "b", nick: "bob" },
    drafts: { "": { text: "for all" }, b: { text: "for bob", re: 7 } },
    edit: { id: 3, text: "anew" },
  },
  failed: [{ entry: waiting, why: "No." }],
};

/** What is read of it, with a part of it in another form. */
function read(change: object): KeptTab {
  return parseKept(JSON.stringify({ ...kept, ...change }));
}

describe("what a tab has kept", () => {
  test("comes back as it was", () => {
    expect(read({})).toEqual({ ...kept });
  });

  test("comes back where nothing had been written", () => {
    const { client, ...fresh } = freshKept();
    expect(parseKept(JSON.stringify({ form: 1, client, ...fresh }))).toMatchObject({ client, ...fresh });
  });

  test.each<[what: string, change: object]>([
    ["another form", { form: 2 }],
    ["no client", { client: undefined }],
    ["a client that is none", { client: "../.." }],
    ["no saved state", { saved: null }],
    ["a number that is none", { saved: { stored: "8" } }],
    ["a number below zero", { saved: { stored: -1 } }],
    ["an outbox that is none", { saved: { outbox: {} } }],
  ])("is begun anew for %s", (_, change) => {
    const { client, ...rest } = read(change);
    expect(rest).toEqual({ saved: {}, composer: { drafts: {} }, failed: [] });
    expect(client).not.toBe(kept.client);
  });

  test.each(["", "null", "[]", "7", "{", '"x"'])("is begun anew for %j", (json) => {
    expect(parseKept(json)).toMatchObject({ saved: {}, failed: [] });
  });

  test.each<[what: string, entry: object]>([
    ["a state that is none", { ...waiting, state: "stored" }],
    ["no number where it was sent", { ...waiting, state: "sent" }],
    ["no key", { ...waiting, key: undefined }],
    ["a draft of another kind", { ...waiting, draft: { type: "kick", who: "bob" } }],
    ["a text that is none", { ...waiting, draft: { type: "say", text: 7 } }],
    ["no moment", { ...waiting, at: "now" }],
  ])("leaves out an entry with %s", (_, entry) => {
    const { saved, failed } = read({
      saved: { outbox: [entry, unsure] },
      failed: [
        { entry, why: "No." },
        { entry: unsure, why: 7 },
      ],
    });
    expect(saved.outbox).toEqual([unsure]);
    expect(failed).toEqual([]);
  });

  test("has no more in its outbox than may wait there", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...waiting, key: index + 1 }));
    expect(read({ saved: { outbox: many } }).saved.outbox).toHaveLength(50);
  });

  test.each([
    null,
    [],
    { drafts: null },
    { drafts: { b: "text" } },
    { drafts: {}, edit: { id: "3", text: "" } },
    { drafts: {}, to: { uid: 7, nick: "bob" } },
  ])("keeps the rest where the composer is %j", (composer) => {
    expect(read({ composer })).toMatchObject({ client: kept.client, composer: { drafts: {} } });
  });
});
