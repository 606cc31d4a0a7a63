import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EditAction, Motion } from "../../../../client/cli/prompt/edit/action.ts";
import { DRAFT_LIMIT, EMPTY_LINE, editLine, type Line } from "../../../../client/cli/prompt/edit/line.ts";
import { graphemes } from "../../../../client/cli/text/graphemes.ts";

/** A line written with `|` for its cursor. */
function line(marked: string): Line {
  const cursor = marked.indexOf("|");
  return { text: marked.replace("|", ""), cursor, killed: "" };
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
  ["Alt-D kills a word", { type: "kill", motion: "word-right" }, "|a b", "| b"],
])("%s", (_name, ...[action, from, to]) => {
  expect(marked(editLine(line(from), action))).toBe(to);
});

test("what was killed last comes back by yank", () => {
  const killed = editLine(line("one two|"), { type: "kill", motion: "word-left" });
  const deleted = editLine(killed, { type: "delete", motion: "left" });
  expect(marked(editLine(deleted, { type: "yank" }))).toBe("onetwo|");
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
    fc.constant({ type: "yank" as const }),
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
        const before = actions.reduce(editLine, EMPTY_LINE);
        const after = editLine(before, { type: "kill", motion: toward });
        const left = graphemes(before.text);
        const removed = before.text.length - after.text.length;
        if (removed === 0) return;
        const taken = graphemes(after.killed);
        expect(after.killed.length).toBe(removed);
        expect(left).toEqual(expect.arrayContaining(taken));
      }),
    );
  });
});
