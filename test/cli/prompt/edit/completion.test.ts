import { expect, test } from "vitest";
import type { Candidates } from "../../../../client/cli/prompt/edit/completion.ts";
import { openingState, reducePrompt } from "../../../../client/cli/prompt/edit/prompt-state.ts";
import type { PromptState } from "../../../../client/cli/prompt/edit/state.ts";

const CANDIDATES: Candidates = {
  nicks: ["bob", "Bonnie", "ana", "İlker"],
  commands: ["/names", "/nick", "/msg"],
};

const sources = (candidates = CANDIDATES) => ({ candidates: () => candidates, sent: () => [] });

/** Presses Tab (n), Shift-Tab (p) or a letter behind a draft. */
function press(draft: string, keys: string, candidates = CANDIDATES): string {
  let state: PromptState = openingState(draft);
  for (const key of keys) {
    const action =
      key === ">" || key === "<"
        ? ({ type: "complete", to: key === ">" ? "next" : "previous" } as const)
        : ({ type: "insert", text: key } as const);
    state = reducePrompt(state, action, sources(candidates)).state;
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
  ["an emoji by its name", "fine :thumbsup", ">", "fine 👍"],
  ["the next emoji", "(:rock", ">>", "(🚀"],
  ["no emoji in a word", "std::thumbsup", ">", "std::thumbsup"],
  ["anew after another key", "bo", ">a>", "bob: ana "],
])("Tab completes %s", (_name, ...[draft, keys, text]) => {
  expect(press(draft, keys)).toBe(text);
});

test("what stands behind the cursor stays", () => {
  const typed = openingState("bo there");
  const state: PromptState = { ...typed, line: { ...typed.line, cursor: 2 } };
  expect(reducePrompt(state, { type: "complete", to: "next" }, sources()).state.line).toMatchObject({
    text: "bob:  there",
    cursor: 5,
  });
});

test.each([
  ["its words", "/go de", ">", "/go dev "],
  ["all of them where none is begun", "/go ", ">>", "/go ops "],
  ["no nick instead", "/go bo", ">", "/go bo"],
  ["a nick as the second word", "/go dev bo", ">", "/go dev bob "],
])("behind a command that has words of its own, Tab completes %s", (_name, ...[draft, keys, text]) => {
  expect(press(draft, keys, { ...CANDIDATES, words: ["dev", "ops"] })).toBe(text);
});

test.each<[string, string, string[] | undefined]>([
  ["several are shown", "bo", ["bob", "Bonnie"]],
  ["a single one is not", "an", undefined],
  ["a single emoji is not", ":heart_on", undefined],
  ["emoji are shown with their names", ":thumbs", ["👍 :thumbsup:", "👎 :thumbsdown:"]],
])("%s", (_name, ...[draft, shown]) => {
  const { effect } = reducePrompt(openingState(draft), { type: "complete", to: "next" }, sources());
  expect(effect).toEqual(shown === undefined ? { type: "none" } : { type: "choices", shown });
});

test("what was shown is not shown again at the next Tab", () => {
  const tab = { type: "complete", to: "next" } as const;
  const { state } = reducePrompt(openingState("bo"), tab, sources());
  expect(reducePrompt(state, tab, sources()).effect).toEqual({ type: "none" });
});

test.each([
  ["a name that ends", "ok :+1:", "ok 👍"],
  ["at the start", ":tada:", "🎉"],
  ["in parentheses", "(:+1:", "(👍"],
  ["no name that is none", ":nothing:", ":nothing:"],
  ["no time", "10:30:", "10:30:"],
  ["no code", "std::x:", "std::x:"],
])("what is typed becomes an emoji: %s", (_name, ...[typed, text]) => {
  expect(press("", typed)).toBe(text);
});
