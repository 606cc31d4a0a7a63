import { expect, test } from "vitest";
import type { PromptAction } from "../../../../client/cli/prompt/edit/action.ts";
import {
  openingState,
  type PromptEffect,
  reducePrompt,
} from "../../../../client/cli/prompt/edit/prompt-state.ts";

const NOBODY = { nicks: [], commands: [] };
const SIX_LINES: PromptAction = { type: "paste", text: "1\n2\n3\n4\n5\n6" };

function run(
  draft: string,
  ...actions: PromptAction[]
): { text: string; mode: string; effect: PromptEffect } {
  let step = reducePrompt(openingState(draft), { type: "none" }, NOBODY);
  for (const action of actions) step = reducePrompt(step.state, action, NOBODY);
  return { text: step.state.line.text, mode: step.state.mode, effect: step.effect };
}

test.each<[string, string, PromptAction[], ReturnType<typeof run>]>([
  [
    "Enter sends and clears",
    "hi",
    [{ type: "submit" }],
    { text: "", mode: "typing", effect: { type: "submit", text: "hi" } },
  ],
  [
    "Ctrl-C clears a draft",
    "hi",
    [{ type: "interrupt" }],
    { text: "", mode: "typing", effect: { type: "none" } },
  ],
  [
    "Ctrl-C leaves an empty line",
    "",
    [{ type: "interrupt" }],
    { text: "", mode: "typing", effect: { type: "leave", by: "interrupt" } },
  ],
  [
    "a cleared draft comes back by yank",
    "hi",
    [{ type: "interrupt" }, { type: "yank" }],
    { text: "hi", mode: "typing", effect: { type: "none" } },
  ],
  [
    "Ctrl-D leaves an empty line only",
    "hi",
    [{ type: "eof" }],
    { text: "hi", mode: "typing", effect: { type: "none" } },
  ],
  [
    "five lines are pasted at once",
    "",
    [{ type: "paste", text: "1\n2\n3\n4\n5" }],
    { text: "1\n2\n3\n4\n5", mode: "typing", effect: { type: "none" } },
  ],
  ["six lines ask first", "x", [SIX_LINES], { text: "x", mode: "confirming", effect: { type: "none" } }],
  [
    "y takes them",
    "x",
    [SIX_LINES, { type: "insert", text: "y" }],
    { text: "x1\n2\n3\n4\n5\n6", mode: "typing", effect: { type: "none" } },
  ],
  [
    "Enter does not, and sends nothing",
    "x",
    [SIX_LINES, { type: "submit" }],
    { text: "x", mode: "typing", effect: { type: "none" } },
  ],
  [
    "Ctrl-C drops the paste and keeps the draft",
    "x",
    [SIX_LINES, { type: "interrupt" }],
    { text: "x", mode: "typing", effect: { type: "none" } },
  ],
  [
    "Up recalls what was sent",
    "hi",
    [{ type: "submit" }, { type: "history", to: "older" }],
    { text: "hi", mode: "typing", effect: { type: "none" } },
  ],
  [
    "a blank line is not remembered",
    "  ",
    [{ type: "submit" }, { type: "history", to: "older" }],
    { text: "", mode: "typing", effect: { type: "none" } },
  ],
])("%s", (_name, ...[draft, actions, expected]) => {
  expect(run(draft, ...actions)).toEqual(expected);
});
