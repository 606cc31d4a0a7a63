import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EditAction, Motion } from "../../../../client/cli/prompt/edit/action.ts";
import { EMPTY_RING } from "../../../../client/cli/prompt/edit/kill-ring.ts";
import { DRAFT_LIMIT, EMPTY_LINE, editLine, type Line } from "../../../../client/cli/prompt/edit/line.ts";
import { graphemes } from "../../../../client/cli/text/graphemes.ts";

/** A line written with `|` for its cursor. */
function line(marked: string): Line {
  const cursor = marked.indexOf("|");
  return { text: marked.replace("|", ""), cursor, ring: EMPTY_RING };
}

function marked({ text, cursor }: Line): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

test.each<[Motion, string, string]>([
  ["left", "ab|", "a|b"],
  ["left", "|ab", "|ab"],
  ["left", "e\u0301|", "|e\u0301"],
  ["left", "👨\u200d👩\u200d👧|", "|👨\u200d👩\u200d👧"],
  ["left", "🇩🇪🇫🇷|", "🇩🇪|🇫🇷"],
  ["right", "|👍🏽b", "👍🏽|b"],
  ["right", "ab|", "ab|"],
  ["start", "ab|c", "|abc"],
  ["end", "a|bc", "abc|"],
  ["word-left", "one two|", "one |two"],
  ["word-left", "one, |two", "|one, two"],
  ["word-right", "|one two", "one| two"],
  ["word-right", "one|, two", "one, two|"],
  ["word-right", "|über, é", "über|, é"],
  ["word-right", "|今日は良い天気", "今日|は良い天気"],
  ["word-left", "今日は良い天気|", "今日は良い|天気"],
  ["word-right", "|สวัสดีครับ", "สวัสดี|ครับ"],
  ["word-right", "| हिन्दी में", " हिन्दी| में"],
  ["word-left", "don't|", "don'|t"],
  ["space-left", "see http://x/y |", "see |http://x/y "],
])("%s from %s", (motion, from, to) => {
  expect(marked(editLine(line(from), { type: "move", motion }))).toBe(to);
});

test.each<[string, EditAction, string, string]>([
  ["text goes in at the cursor", { type: "insert", text: "x" }, "a|b", "ax|b"],
  ["a mark joins the letter before it", { type: "insert", text: "\u0301" }, "e|b", "e\u0301|b"],
  ["a letter takes the mark behind it along", { type: "insert", text: "e" }, "|\u0301b", "e\u0301|b"],
  ["Backspace takes a whole grapheme", { type: "delete", motion: "left" }, "a👨\u200d👩\u200d👧|b", "a|b"],
  ["Delete takes a whole grapheme", { type: "delete", motion: "right" }, "a|e\u0301b", "a|b"],
  ["Ctrl-U kills to the start", { type: "kill", motion: "start" }, "one |two", "|two"],
  ["Ctrl-K kills to the end", { type: "kill", motion: "end" }, "one| two", "one|"],
  ["Ctrl-W kills to the blank", { type: "kill", motion: "space-left" }, "a b-c|", "a |"],
  ["Alt-Backspace kills a word", { type: "kill", motion: "word-left" }, "a b-c|", "a b-|"],
  ["Ctrl-T drags a character on", { type: "transpose" }, "a|bc", "ba|c"],
  ["Ctrl-T at the end turns the last two", { type: "transpose" }, "teh|", "the|"],
  [
    "Ctrl-T turns whole characters",
    { type: "transpose" },
    "👨\u200d👩\u200d👧|e\u0301",
    "e\u0301👨\u200d👩\u200d👧|",
  ],
  ["Ctrl-T at the start does nothing", { type: "transpose" }, "|ab", "|ab"],
  ["Ctrl-T of one character does nothing", { type: "transpose" }, "a|", "a|"],
  ["Alt-D kills a word", { type: "kill", motion: "word-right" }, "|a b", "| b"],
])("%s", (_name, ...[action, from, to]) => {
  expect(marked(editLine(line(from), action))).toBe(to);
});

test("what was killed last comes back by yank", () => {
  const killed = editLine(line("one two|"), { type: "kill", motion: "word-left" });
  const deleted = editLine(killed, { type: "delete", motion: "left" });
  expect(marked(editLine(deleted, { type: "yank" }))).toBe("onetwo|");
});

const KILL_WORD: EditAction = { type: "kill", motion: "word-left" };
const YANK: EditAction = { type: "yank" };
const OLDER: EditAction = { type: "yank-older" };
const END: EditAction = { type: "move", motion: "end" };

test.each<[string, string, EditAction[], string]>([
  ["kills in a row are one", "a b c|", [KILL_WORD, KILL_WORD, YANK], "a b c|"],
  [
    "in both directions, too",
    "a b| c",
    [KILL_WORD, { type: "kill", motion: "end" }, { type: "move", motion: "start" }, YANK],
    "b c|a ",
  ],
  ["a key between them parts them", "a b|", [KILL_WORD, END, KILL_WORD, YANK], "a |"],
  ["Alt-Y brings back the one before", "a b|", [KILL_WORD, END, KILL_WORD, YANK, OLDER], "b|"],
  ["and the newest behind the oldest", "a b|", [KILL_WORD, END, KILL_WORD, YANK, OLDER, OLDER], "a |"],
  ["Alt-Y behind another key does nothing", "a b|", [KILL_WORD, YANK, END, OLDER], "a b|"],
  ["Alt-Y of nothing does nothing", "a|", [OLDER, YANK], "a|"],
])("%s", (_name, ...[from, actions, to]) => {
  expect(marked(actions.reduce(editLine, line(from)))).toBe(to);
});

test("a draft has a bound, and what goes beyond is cut between graphemes", () => {
  const full = editLine(EMPTY_LINE, { type: "insert", text: "a".repeat(DRAFT_LIMIT - 3) });
  const over = editLine(full, { type: "insert", text: "👍👍" });
  expect(over.text.length).toBe(DRAFT_LIMIT - 1);
});

describe("for any editing", () => {
  const motion = fc.constantFrom<Motion>(
    "left",
    "right",
    "word-left",
    "word-right",
    "space-left",
    "start",
    "end",
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("\u200d", "\u0301", "👨", "🇩", "\n", " ", "\u1112", "\u1161", "\ufe0f"),
  );
  const action: fc.Arbitrary<EditAction> = fc.oneof(
    fc.record({ type: fc.constant("insert" as const), text }),
    fc.record({ type: fc.constantFrom("move" as const, "delete" as const, "kill" as const), motion }),
    fc.record({ type: fc.constantFrom("yank" as const, "yank-older" as const, "transpose" as const) }),
  );

  test("the cursor stands between two graphemes", () => {
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        let state = EMPTY_LINE;
        for (const each of actions) {
          state = editLine(state, each);
          const boundaries = [0];
          for (const unit of graphemes(state.text)) boundaries.push((boundaries.at(-1) ?? 0) + unit.length);
          expect(boundaries).toContain(state.cursor);
        }
      }),
    );
  });

  test("a deletion takes whole graphemes of the text and adds nothing", () => {
    fc.assert(
      fc.property(fc.array(action), motion, (actions, toward) => {
        // A movement, so that no kill before it is joined.
        const before = [...actions, END].reduce(editLine, EMPTY_LINE);
        const after = editLine(before, { type: "kill", motion: toward });
        const left = graphemes(before.text);
        const removed = before.text.length - after.text.length;
        if (removed === 0) return;
        const taken = graphemes(after.ring.texts.at(-1) ?? "");
        expect(after.ring.texts.at(-1)?.length).toBe(removed);
        expect(left).toEqual(expect.arrayContaining(taken));
      }),
    );
  });
});
