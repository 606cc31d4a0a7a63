import { expect, test } from "vitest";
import {
  EMPTY_HISTORY,
  HISTORY_LIMIT,
  type History,
  recall,
  remember,
} from "../../../../client/cli/prompt/edit/history.ts";

const history = (...sent: string[]): History => sent.reduce(remember, EMPTY_HISTORY);

/** What is seen on a walk through the history, from a live draft. */
function walk(from: History, draft: string, steps: readonly ("older" | "newer")[]): string[] {
  let at = from;
  let text = draft;
  return steps.map((to) => {
    const step = recall(at, to, text);
    at = step.history;
    text = step.text ?? text;
    return text;
  });
}

test.each<[string, History, readonly ("older" | "newer")[], string[]]>([
  ["goes back to the oldest and stays", history("a", "b"), ["older", "older", "older"], ["b", "a", "a"]],
  ["comes back to the draft and stays", history("a"), ["older", "newer", "newer"], ["a", "draft", "draft"]],
  ["has nothing at first", EMPTY_HISTORY, ["older", "newer"], ["draft", "draft"]],
  ["keeps one of two equal lines", history("a", "b", "b"), ["older", "older"], ["b", "a"]],
])("it %s", (_name, ...[from, steps, seen]) => {
  expect(walk(from, "draft", steps)).toEqual(seen);
});

test("it is bounded", () => {
  const long = history(...Array.from({ length: HISTORY_LIMIT + 5 }, (_, index) => `line ${index}`));
  expect(long.entries).toHaveLength(HISTORY_LIMIT);
  expect(long.entries[0]).toBe("line 5");
});
