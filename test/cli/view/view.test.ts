import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stylesFor } from "../../../client/cli/text/styles.ts";
import { clockface, type TimeFormat } from "../../../client/cli/text/time.ts";
import { type LogAddition, View } from "../../../client/cli/view/view.ts";
import { wrap } from "../../../client/cli/view/wrap.ts";
import type { SeenEvent } from "../../../client/core/chat-event.ts";
import { times } from "../../support/chance.ts";
import { hostileText } from "../../support/hostile-text.ts";

const NOON = Date.UTC(2026, 10, 23, 12, 0);
const BOB = "bbbbbbbbbbbb";
const ANA = "aaaaaaaaaaaa";

function viewFor(format: TimeFormat = "hm", depth: "none" | "256" = "none"): View {
  return new View({
    files: { addressOf: ({ name }) => `https://host/${name}`, isLinked: false },
    styles: stylesFor(depth),
    clockface: clockface({ format, timeZone: "UTC" }),
    now: () => NOON,
    you: () => ({ uid: ANA, nick: "ana" }),
  });
}

/** As they are in a pipe. */
function rowsOf({ lines }: LogAddition): string[] {
  return lines.flatMap((line) => wrap(line));
}

type Fields = Partial<Extract<SeenEvent, { type: "message" }>>;

function message(fields: Fields): SeenEvent {
  return {
    type: "message",
    id: 1,
    at: NOON,
    nick: "bob",
    uid: BOB,
    text: "hi",
    own: false,
    replayed: false,
    ...fields,
  };
}

const by = { by: "bob", byUid: BOB, at: NOON, own: false, replayed: false };

describe("lines", () => {
  test.each<{ name: string; event: SeenEvent; lines: string[] }>([
    { name: "a message", event: message({}), lines: ["12:00 bob: hi"] },
    { name: "a hook's", event: message({ hook: "bob" }), lines: ["12:00 bob (hook): hi"] },
    {
      name: "a hook's, under another name",
      event: message({ hook: "ci", text: "one\ntwo" }),
      lines: ["12:00 bob (hook ci): one", "                     two"],
    },
    { name: "an action", event: message({ me: true, text: "waves" }), lines: ["12:00 * bob waves"] },
    {
      name: "several lines, set in",
      event: message({ text: "one\n12:00 ana: two" }),
      lines: ["12:00 » bob: one", "             12:00 ana: two"],
    },
    { name: "an edited one", event: message({ edited: true }), lines: ["12:00 bob: hi (edited)"] },
    {
      name: "a deleted one",
      event: {
        type: "message",
        id: 1,
        at: NOON,
        nick: "bob",
        uid: BOB,
        deleted: true,
        own: false,
        replayed: true,
      },
      lines: ["12:00 bob: (deleted)"],
    },
    {
      name: "a private one",
      event: message({ to: { nick: "ana", uid: ANA } }),
      lines: ["12:00 » [private] bob → ana: hi"],
    },
    {
      name: "a reply to something unknown",
      event: message({ re: 7 }),
      lines: ["12:00 bob (re an older message): hi"],
    },
    {
      name: "right to left, kept behind its head",
      event: message({ text: "שלום" }),
      lines: ["\u200e12:00 bob: \u200eשלום"],
    },
    {
      name: "a nickname from right to left",
      event: message({ nick: "דוד", text: "hi" }),
      lines: ["\u200e12:00 \u2068דוד\u2069: \u200ehi"],
    },
    {
      name: "a private message between two such nicknames, each in its place",
      event: message({ nick: "אבג", to: { nick: "דהו", uid: "x" }, text: "hi" }),
      lines: ["\u200e12:00 [private] \u2068אבג\u2069 → \u2068דהו\u2069: \u200ehi"],
    },
    {
      name: "an edit of something unknown",
      event: { type: "edited", id: 9, target: 7, text: "new", ...by },
      lines: ["12:00 ✎ bob changed an older message to: new"],
    },
    {
      name: "a deletion of something unknown",
      event: { type: "deleted", id: 9, target: 7, ...by },
      lines: ["12:00 ✎ bob deleted an older message"],
    },
    {
      name: "a reaction to something unknown",
      event: { type: "reacted", id: 9, target: 7, emoji: "👍", on: true, count: 1, ...by },
      lines: ["12:00 👍 bob reacted to an older message"],
    },
    {
      name: "a reaction taken back",
      event: { type: "reacted", id: 9, target: 7, emoji: "👍\u001b[2J", on: false, count: 1, ...by },
      lines: ["12:00 ✎ bob took back the reaction 👍 to an older message"],
    },
  ])("$name", ({ event, lines }) => {
    expect(rowsOf(viewFor().seen(event))).toEqual(lines);
  });

  test("say which message was replied to, edited and deleted", () => {
    const view = viewFor();
    view.seen(message({ text: "a text that is rather long, and\ngoes on" }));
    expect(rowsOf(view.seen(message({ id: 2, re: 1, text: "yes" })))).toEqual([
      "12:00 bob (re bob: “a text that is rather l…”): yes",
    ]);
    const like = { type: "reacted", id: 3, target: 1, emoji: "👍", on: true, count: 1 } as const;
    expect(rowsOf(view.seen({ ...like, ...by, by: "cyn", byUid: "c" }))).toEqual([
      "12:00 👍 cyn reacted to bob's message of 12:00 “a text that is rather l…”",
    ]);
    expect(rowsOf(view.seen({ type: "edited", id: 3, target: 1, text: "short", ...by }))).toEqual([
      "12:00 ✎ bob changed a message of 12:00 “a text that is rather l…” to: short",
    ]);
    expect(rowsOf(view.seen({ type: "deleted", id: 4, target: 1, ...by, by: "cyn", byUid: "c" }))).toEqual([
      "12:00 ✎ cyn deleted bob's message of 12:00 “short”",
    ]);
    expect(rowsOf(view.seen(message({ id: 5, re: 1, text: "oh" })))).toEqual([
      "12:00 bob (re bob's deleted message): oh",
    ]);
  });

  test("mark the edit of a private message as private", () => {
    const view = viewFor();
    view.seen(message({ to: { nick: "ana", uid: ANA } }));
    expect(rowsOf(view.seen({ type: "edited", id: 3, target: 1, text: "new", ...by }))).toEqual([
      "12:00 [private] ✎ bob changed a message of 12:00 “hi” to: new",
    ]);
  });

  test("tell where the day changes, and not where times are off", () => {
    const view = viewFor();
    const yesterday = message({ at: NOON - 86_400_000 });
    expect(rowsOf(view.seen(yesterday))).toEqual(["— Sunday 2026-11-22 —", "12:00 bob: hi"]);
    expect(rowsOf(view.seen(message({ id: 2, at: NOON - 86_300_000 })))).toEqual(["12:01 bob: hi"]);
    expect(rowsOf(view.seen(message({ id: 3 })))).toEqual(["— Monday 2026-11-23 —", "12:00 bob: hi"]);
    expect(rowsOf(viewFor("off").seen(yesterday))).toEqual(["bob: hi"]);
  });

  test("whatever is said stays in its own line", () => {
    const property = fc.property(hostileText(), (text) => {
      for (const event of [
        message({ text }),
        message({ nick: text }),
        message({ to: { nick: text, uid: ANA } }),
        { type: "edited", id: 9, target: 7, text, ...by, by: text } as const,
      ]) {
        const [first = "", ...rest] = rowsOf(viewFor().seen(event));
        expect(first).toMatch(/^\u200e?12:00 \P{Cc}*$/u);
        for (const line of rest) expect(line).toMatch(/^\u200e? {8}\P{Cc}*$/u);
      }
    });
    fc.assert(property, { numRuns: times(500) });
  });
});

const rings = ({ said }: LogAddition) => said?.calls === true && !said.isReplayed;

describe("what concerns its reader", () => {
  test.each<{ name: string; event: SeenEvent; bell: boolean }>([
    { name: "their name", event: message({ text: "ANA: look" }), bell: true },
    { name: "a part of a word", event: message({ text: "banana" }), bell: false },
    { name: "a private message", event: message({ to: { nick: "ana", uid: ANA } }), bell: true },
    { name: "a replayed one", event: message({ text: "ana", replayed: true }), bell: false },
    { name: "their own", event: message({ text: "ana", uid: ANA, own: true }), bell: false },
    { name: "an edit", event: { type: "edited", id: 9, target: 7, text: "ana", ...by }, bell: false },
  ])("$name", ({ event, bell }) => {
    expect(rings(viewFor().seen(event))).toBe(bell);
  });

  test("a reply to them rings, and is highlighted", () => {
    const view = viewFor("off", "256");
    view.seen(message({ uid: ANA, nick: "ana", own: true }));
    const shown = view.seen(message({ id: 2, re: 1, text: "yes" }));
    expect(rings(shown)).toBe(true);
    expect(rowsOf(shown)[0]).toContain("\x1b[7myes\x1b[0m");
  });
});

describe("pages", () => {
  test("are framed, and only those of the history move its end", () => {
    const view = viewFor();
    view.seen(message({ id: 9 }));
    expect(rowsOf(view.page([message({ id: 3 })], "found"))).toEqual([
      "— found —",
      "12:00 bob: hi",
      "— until here —",
    ]);
    expect(view.oldest).toBe(9);
    view.page([message({ id: 3 })], "history");
    expect(view.oldest).toBe(3);
  });
});
