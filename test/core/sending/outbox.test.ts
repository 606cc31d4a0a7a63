import { expect, test } from "vitest";
import { OUTBOX_BOUND, Outbox } from "../../../client/core/sending/outbox.ts";
import type { Continuity } from "../../../client/core/timeline/position.ts";

/** An outbox whose room has stored up to `stored`, with texts waiting and the first of them sent. */
function trial({ stored = 4, texts = "abc", sent = 10 } = {}) {
  const outbox = new Outbox();
  outbox.welcomed(stored, "whole");
  for (const text of texts) outbox.add({ type: "say", text }, 0);
  const send = (window = 10) => {
    const cids: number[] = [];
    for (let next = outbox.peek(window); next !== undefined; next = outbox.peek(window)) {
      outbox.sent(next.entry.key, next.cid);
      cids.push(next.cid);
    }
    return cids;
  };
  send(sent);
  /** As in `a5 b6 c`: sent under 5 and 6, and waiting. */
  const shape = () => outbox.entries.map(textOf).join(" ");
  return { outbox, send, shape };
}

function textOf(entry: Outbox["entries"][number]): string {
  const text = entry.draft.type === "say" ? entry.draft.text : entry.draft.type;
  return entry.state === "sent" ? `${text}${entry.cid}` : entry.state === "unsure" ? `${text}?` : text;
}

test("§5 what is sent is numbered on from the last stored, no more than the window at a time", () => {
  const { send, shape } = trial({ texts: "abcde", sent: 0 });
  expect(send(3)).toEqual([5, 6, 7]);
  expect(shape()).toBe("a5 b6 c7 d e");
});

test("§5 stored covers everything up to its number", () => {
  const { outbox, send, shape } = trial();
  expect(outbox.storedUpTo(6).map(textOf)).toEqual(["a5", "b6"]);
  outbox.add({ type: "delete", id: 1 }, 0);
  expect(send()).toEqual([8]);
  expect(shape()).toBe("c7 delete8");
});

test("§5 a repeat of an old number changes nothing", () => {
  const { outbox, shape } = trial();
  expect(outbox.storedUpTo(3)).toEqual([]);
  expect(shape()).toBe("a5 b6 c7");
});

test("§5 behind a refusal, nothing is sent until all on the way have come back; then they take its number", () => {
  const { outbox, send, shape } = trial();
  expect(outbox.failed(5)).toMatchObject({ draft: { text: "a" } });
  expect(send()).toEqual([]);
  expect(outbox.outOfOrder(6)).toBe("again");
  expect(send()).toEqual([]);
  expect(outbox.outOfOrder(7)).toBe("again");
  expect(shape()).toBe("b c");
  expect(send()).toEqual([5, 6]);
});

test("§5 refused for now, it keeps its place before those behind", () => {
  const { outbox, send, shape } = trial();
  expect(outbox.again(5)).toBe(true);
  outbox.outOfOrder(6);
  outbox.outOfOrder(7);
  expect(send()).toEqual([5, 6, 7]);
  expect(shape()).toBe("a5 b6 c7");
});

test("§5 the very next number out of order means that the room counts otherwise", () => {
  const { outbox } = trial();
  expect(outbox.outOfOrder(5)).toBe("confused");
});

const WELCOMES: [what: string, sent: number, continuity: Continuity, after: string, stored: string][] = [
  ["nothing was stored", 4, "whole", "a b c", ""],
  ["some were stored", 6, "whole", "c", "a5 b6"],
  ["all were stored", 7, "whole", "", "a5 b6 c7"],
  ["more than was sent was stored", 9, "whole", "", "a5 b6 c7"],
  ["nothing was stored, and older events are gone", 4, "torn", "a b c", ""],
  ["some were stored, and older events are gone", 6, "torn", "c", "a5 b6"],
  ["the room has forgotten", 0, "torn", "a? b? c?", ""],
  ["the room has forgotten what it once knew", 0, "whole", "a? b? c?", ""],
  ["the room has forgotten all but an older number", 3, "whole", "a? b? c?", ""],
  ["the room was erased", 0, "other", "a? b? c?", ""],
  ["the room goes on from an older state", 3, "other", "a? b? c?", ""],
  ["the room goes on from an older state, and knows as much", 7, "other", "a? b? c?", ""],
];

test.for(WELCOMES)("§5 after a reconnect, where %s", ([, sent, continuity, after, stored]) => {
  const { outbox, shape } = trial();
  expect(outbox.welcomed(sent, continuity).stored.map(textOf).join(" ")).toBe(stored);
  expect(shape()).toBe(after);
  expect(outbox.stored).toBe(sent);
});

const FIRSTS: [what: string, sent: number, continuity: Continuity, after: string][] = [
  ["the log is whole, so it was not stored", 0, "whole", "a b"],
  ["it may have been stored and forgotten", 0, "torn", "a? b?"],
  ["the room is another", 0, "other", "a? b?"],
  ["it was stored", 1, "torn", "b"],
];

test.for(FIRSTS)("§5 nothing was acknowledged yet: %s", ([, sent, continuity, after]) => {
  const { outbox, shape } = trial({ stored: 0, texts: "ab" });
  outbox.welcomed(sent, continuity);
  expect(shape()).toBe(after);
});

test("§5 edits and deletions are asked about as messages are", () => {
  const outbox = new Outbox();
  outbox.welcomed(0, "whole");
  outbox.add({ type: "edit", id: 1, text: "new" }, 0);
  outbox.add({ type: "delete", id: 1 }, 0);
  for (let next = outbox.peek(10); next !== undefined; next = outbox.peek(10)) {
    outbox.sent(next.entry.key, next.cid);
  }
  expect(outbox.welcomed(0, "torn").unsure.map(({ draft }) => draft.type)).toEqual(["edit", "delete"]);
});

test("§5 while it is open what became of what was sent, nothing is", () => {
  const { outbox, send, shape } = trial({ stored: 0, texts: "ab", sent: 1 });
  expect(outbox.hold(0)).toBe(true);
  expect(send()).toEqual([]);
  outbox.welcomed(0, "whole");
  expect(send()).toEqual([1, 2]);
  expect(shape()).toBe("a1 b2");
});

test("§5 only what was in flight is unsure; the rest goes on from the room's number", () => {
  const { outbox, send, shape } = trial({ texts: "abc", sent: 2 });
  expect(outbox.welcomed(0, "torn").unsure.map(textOf)).toEqual(["a?", "b?"]);
  expect(send()).toEqual([1]);
  expect(shape()).toBe("a? b? c1");
  const [a, b] = outbox.entries;
  expect(outbox.resend(a?.key ?? 0)).toMatchObject({ state: "waiting" });
  expect(outbox.drop(b?.key ?? 0)).toBe(true);
  expect(send()).toEqual([2]);
  expect(shape()).toBe("c1 a2");
});

test("at most 50 wait, unsure ones too", () => {
  const { outbox } = trial({ texts: "a" });
  outbox.welcomed(0, "other");
  for (let i = 1; i < OUTBOX_BOUND; i++) expect(outbox.add({ type: "delete", id: i }, 0)).toBeDefined();
  expect(outbox.add({ type: "delete", id: 99 }, 0)).toBeUndefined();
});

test("what is on its way can't be dropped, what waits can", () => {
  const { outbox, shape } = trial({ sent: 1 });
  expect(outbox.entries.map(({ key }) => outbox.drop(key))).toEqual([false, true, true]);
  expect(shape()).toBe("a5");
});

test("a reload sends what was not stored, once", () => {
  const { outbox } = trial({ sent: 2 });
  const after = new Outbox({ stored: 4, outbox: JSON.parse(JSON.stringify(outbox.entries)) });
  expect(after.welcomed(5, "torn").stored.map(textOf)).toEqual(["a5"]);
  expect(after.entries.map(textOf)).toEqual(["b", "c"]);
  expect(after.add({ type: "delete", id: 1 }, 0)?.key).toBeGreaterThan(3);
});

test("what was saved too early to know whether it was sent is asked about", () => {
  const { outbox } = trial({ sent: 0 });
  const after = new Outbox({ stored: 4, outbox: outbox.entries });
  const { unsure } = after.welcomed(6, "torn");
  expect(unsure.map(textOf)).toEqual(["a?", "b?"]);
  expect(after.entries.map(textOf)).toEqual(["a?", "b?", "c"]);
});

test.for([
  ["whole", "a b"],
  ["torn", "a? b?"],
  ["other", "a b"],
] as const)("saved as waiting, of a room that has stored nothing, which is %s", ([continuity, after]) => {
  const { outbox } = trial({ stored: 0, texts: "ab", sent: 0 });
  const restored = new Outbox({ stored: 0, outbox: outbox.entries });
  restored.welcomed(0, continuity);
  expect(restored.entries.map(textOf).join(" ")).toBe(after);
});
