import { expect, test } from "vitest";
import { isPublic, logEntry } from "../../../client/cli/log/log-entry.ts";
import type { DurableEvent, Message } from "../../../src/protocol/event.ts";

const AT = Date.UTC(2026, 10, 26, 14, 2, 3);
const BOB = "bob---------";
const ANA = { nick: "ana", uid: "ana---------" };
const message = (fields: Partial<Message> = {}): Message => ({
  ...{ type: "message", id: 7, at: AT, nick: "bob", uid: BOB, text: "hi" },
  ...fields,
});
const SHOT = { id: "abcdefghijklmnopqrstuv", name: "shot.png", type: "image/png", size: 1_536 };
const change = { id: 8, at: AT, target: 7, by: "bob", byUid: BOB };

test.each<[DurableEvent, string]>([
  [message(), "#7 bob: hi"],
  [message({ hook: "bob" }), "#7 bob (hook): hi"],
  [message({ hook: "CI\nbuilds" }), "#7 bob (hook CI builds): hi"],
  [message({ me: true, text: "waves" }), "#7 * bob waves"],
  [message({ re: 3 }), "#7 bob (re #3): hi"],
  [message({ to: ANA }), "#7 [private] bob → ana: hi"],
  [message({ to: ANA, me: true, text: "waves" }), "#7 [private] bob → ana: * waves"],
  [message({ text: "one\ntwo" }), "#7 bob: one ⏎ two"],
  [message({ text: "look", files: [SHOT] }), "#7 bob: look ⏎ ↳ shot.png (1.5 KB)"],
  [message({ text: "", files: [SHOT] }), "#7 bob: ↳ shot.png (1.5 KB)"],
  [{ type: "edited", ...change, text: "ho" }, "#8 ✎ bob changed #7 to: ho"],
  [{ type: "deleted", ...change }, "#8 ✎ bob deleted #7"],
  [{ type: "reacted", ...change, emoji: "👍", on: true, count: 1 }, "#8 👍 bob reacted to #7"],
  [
    { type: "reacted", ...change, emoji: "👍", on: false, count: 0 },
    "#8 ✎ bob took back the reaction 👍 to #7",
  ],
])("%j is %s", (event, text) => {
  expect(logEntry(event).text).toBe(`2026-11-26T14:02:03.000Z ${text}`);
});

test.each<[string, DurableEvent, Message[], boolean]>([
  ["what is said to all", message(), [], true],
  ["what is said to one", message({ to: ANA }), [], false],
  ["a change of what was said to all", { type: "deleted", ...change }, [message()], true],
  [
    "a change of what was said to one",
    { type: "edited", ...change, text: "x" },
    [message({ to: ANA })],
    false,
  ],
  ["a change of nobody knows what", { type: "edited", ...change, text: "x" }, [], false],
])("of %s it is known whether it is public", (_name, ...[event, recent, isKnownPublic]) => {
  expect(isPublic(event, recent)).toBe(isKnownPublic);
});
