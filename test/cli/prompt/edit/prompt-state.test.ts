import { expect, test } from "vitest";
import type { PromptAction } from "../../../../client/cli/prompt/edit/action.ts";
import { openingState, reducePrompt } from "../../../../client/cli/prompt/edit/prompt-state.ts";
import type { PromptEffect } from "../../../../client/cli/prompt/edit/state.ts";

const EARLIER = ["good morning", "deploy is done", "good night"];
const SOURCES = { candidates: () => ({ nicks: ["bob"], commands: [] }), sent: () => EARLIER };
const SIX_LINES: PromptAction = { type: "paste", text: "1\n2\n3\n4\n5\n6" };

function run(
  draft: string,
  ...actions: PromptAction[]
): { text: string; mode: string; effect: PromptEffect } {
  let step = reducePrompt(openingState(draft), { type: "none" }, SOURCES);
  for (const action of actions) step = reducePrompt(step.state, action, SOURCES);
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

const letters = (text: string): PromptAction[] => [...text].map((each) => ({ type: "insert", text: each }));
const OLDER: PromptAction = { type: "search", to: "older" };
const NEWER: PromptAction = { type: "search", to: "newer" };
const ENTER: PromptAction = { type: "submit" };
const UNDO: PromptAction = { type: "undo" };
const BACKSPACE: PromptAction = { type: "delete", motion: "left" };

test.each<[string, PromptAction[], string]>([
  ["finds the newest that has it", [OLDER, ...letters("good"), ENTER], "good night"],
  ["in any case", [OLDER, ...letters("GOOD"), ENTER], "good night"],
  ["again: the one before", [OLDER, ...letters("good"), OLDER, ENTER], "good morning"],
  ["stays at the oldest", [OLDER, ...letters("good"), OLDER, OLDER, ENTER], "good morning"],
  ["goes back to newer ones", [OLDER, ...letters("good"), OLDER, NEWER, ENTER], "good night"],
  [
    "stays where more is typed and it still fits",
    [OLDER, ...letters("d"), OLDER, ...letters("e"), ENTER],
    "deploy is done",
  ],
  [
    "from the newest again where less is looked for",
    [OLDER, ...letters("good m"), BACKSPACE, ENTER],
    "good night",
  ],
  ["Ctrl-C has the draft back", [OLDER, ...letters("good"), { type: "interrupt" }], "draft"],
  ["Ctrl-G does, too", [OLDER, ...letters("good"), { type: "cancel" }], "draft"],
  ["what nothing has leaves the draft", [OLDER, ...letters("xyz"), ENTER], "draft"],
  ["undone, the draft is back", [OLDER, ...letters("good"), ENTER, UNDO], "draft"],
  ["another key edits what is found", [OLDER, ...letters("night"), { type: "kill", motion: "end" }], "good "],
])("Ctrl-R %s", (_name, ...[actions, text]) => {
  expect(run("draft", ...actions)).toMatchObject({ text, mode: "typing", effect: { type: "none" } });
});

test("Ctrl-R finds what was sent just now before all that was sent earlier", () => {
  expect(run("good evening", ENTER, OLDER, ...letters("good"), ENTER).text).toBe("good evening");
});

test.each<[string, PromptAction[], string]>([
  ["a word that was typed", [...letters("one two"), UNDO], "one "],
  ["word by word", [...letters("one two"), UNDO, UNDO, UNDO], ""],
  ["nothing at the beginning", [UNDO], ""],
  ["a deletion", [...letters("ab"), BACKSPACE, UNDO], "ab"],
  ["a draft that Ctrl-C has cleared", [...letters("ab"), { type: "interrupt" }, UNDO], "ab"],
  ["a paste", [{ type: "paste", text: "ab" }, UNDO], ""],
  [
    "what was recalled",
    [...letters("a"), ENTER, ...letters("b"), { type: "history", to: "older" }, UNDO],
    "b",
  ],
  ["a completion, however often", [...letters("b"), { type: "complete", to: "next" }, UNDO], "b"],
  ["an emoji, which are letters then", [...letters(":+1:"), UNDO], ":+1:"],
  ["what an editor has made of it", [...letters("a"), { type: "replace", text: "c" }, UNDO], "a"],
  ["no message that was sent", [...letters("a"), ENTER, UNDO], ""],
])("Ctrl-_ takes back %s", (_name, ...[actions, text]) => {
  expect(run("", ...actions).text).toBe(text);
});

test("Ctrl-X Ctrl-E has the draft edited elsewhere", () => {
  expect(run("a", { type: "edit-outside" }).effect).toEqual({ type: "edit-outside", text: "a" });
});

test("behind the only thing that fits, Tab goes on into a folder", () => {
  const TAB: PromptAction = { type: "complete", to: "next" };
  let draft = "";
  const sources = {
    ...SOURCES,
    candidates() {
      const by = draft === "/send my" ? "my\\ pictures/" : "my\\ pictures/cat.png ";
      const word = draft.slice("/send ".length);
      return { nicks: [], commands: [], span: { word, choices: [{ by, shown: by }] } };
    },
  };
  let { state } = reducePrompt(openingState("/send my"), { type: "none" }, sources);
  for (const expected of ["/send my\\ pictures/", "/send my\\ pictures/cat.png "]) {
    draft = state.line.text;
    state = reducePrompt(state, TAB, sources).state;
    expect(state.line.text).toBe(expected);
  }
  state = reducePrompt(state, { type: "undo" }, sources).state;
  expect(state.line.text).toBe("/send my\\ pictures/");
});
