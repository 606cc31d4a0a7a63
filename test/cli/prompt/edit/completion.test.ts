import { expect, test } from "vitest";
import {
  openingState,
  type PromptState,
  reducePrompt,
} from "../../../../client/cli/prompt/edit/prompt-state.ts";

const CANDIDATES = { nicks: ["bob", "Bonnie", "ana", "İlker"], commands: ["/names", "/nick", "/msg"] };

/** Presses Tab (n), Shift-Tab (p) or a letter behind a draft. */
function press(draft: string, keys: string): string {
  let state: PromptState = openingState(draft);
  for (const key of keys) {
    const action =
      key === ">" || key === "<"
        ? ({ type: "complete", to: key === ">" ? "next" : "previous" } as const)
        : ({ type: "insert", text: key } as const);
    state = reducePrompt(state, action, CANDIDATES).state;
  }
  return state.line.text;
}

test.each([
  ["a nick at the start", "bo", ">", "bob: "],
  ["a nick elsewhere", "hi bo", ">", "hi bob "],
  ["a nick of any case", "bON", ">", "Bonnie: "],
  ["a nick that is folded", "ILK", ">", "İlker: "],
  ["a nick behind an @", "hi @an", ">", "hi @ana "],
  ["the next one who spoke", "bo", ">>", "Bonnie: "],
  ["the first again behind the last", "bo", ">>>", "bob: "],
  ["the last one, backwards", "bo", "<", "Bonnie: "],
  ["back to the one before", "bo", ">><", "bob: "],
  ["a command", "/na", ">", "/names "],
  ["the next command", "/n", ">>", "/nick "],
  ["a nick behind a command", "/msg an", ">", "/msg ana "],
  ["no command behind the start", "see /na", ">", "see /na"],
  ["nothing for nobody", "xyz", ">", "xyz"],
  ["nothing for no word", "hi ", ">", "hi "],
  ["anew after another key", "bo", ">a>", "bob: ana "],
])("Tab completes %s", (_name, ...[draft, keys, text]) => {
  expect(press(draft, keys)).toBe(text);
});

test("what stands behind the cursor stays", () => {
  const typed = openingState("bo there");
  const state: PromptState = { ...typed, line: { ...typed.line, cursor: 2 } };
  expect(reducePrompt(state, { type: "complete", to: "next" }, CANDIDATES).state.line).toMatchObject({
    text: "bob:  there",
    cursor: 5,
  });
});
