import { cliWords } from "../../words/words.ts";
import type { PromptAction } from "./action.ts";
import { type Candidates, type Completion, complete } from "./completion.ts";
import { EMPTY_HISTORY, type History, recall, remember } from "./history.ts";
import { editLine, type Line, lineOf } from "./line.ts";
import { lineCount, PASTE_LINES } from "./paste.ts";

interface Typing {
  readonly mode: "typing";
  readonly line: Line;
  readonly history: History;
  /** There from a Tab to the next other key. */
  readonly completion?: Completion;
}

/** A long paste waits for a yes. */
interface Confirming {
  readonly mode: "confirming";
  readonly line: Line;
  readonly history: History;
  readonly pasted: string;
}

export type PromptState = Typing | Confirming;

/** What an action asks of the world outside the prompt. */
export type PromptEffect =
  | { readonly type: "none" }
  | { readonly type: "submit"; readonly text: string }
  | { readonly type: "leave"; readonly by: "interrupt" | "eof" }
  | { readonly type: "suspend" }
  | { readonly type: "redraw" };

export interface PromptStep {
  readonly state: PromptState;
  readonly effect: PromptEffect;
}

export function openingState(text = ""): PromptState {
  return { mode: "typing", line: lineOf(text), history: EMPTY_HISTORY };
}

/** The prompt after one action, and what is to be done about it. */
export function reducePrompt(state: PromptState, action: PromptAction, candidates: Candidates): PromptStep {
  if (action.type === "none") return { state, effect: action };
  if (action.type === "suspend" || action.type === "redraw") return { state, effect: action };
  if (state.mode === "confirming") return quietly(answer(state, action));
  const { line, history } = state;
  switch (action.type) {
    case "submit":
      return { state: afterSending(state), effect: { type: "submit", text: line.text } };
    case "interrupt":
      if (line.text === "") return { state, effect: { type: "leave", by: "interrupt" } };
      return quietly(typing(state, lineOf("", line.text)));
    case "eof":
      if (line.text === "") return { state, effect: { type: "leave", by: "eof" } };
      return quietly(typing(state, editLine(line, { type: "delete", motion: "right" })));
    case "paste":
      return quietly(paste(state, action.text));
    case "history": {
      const recalled = recall(history, action.to, line.text);
      if (recalled.text === undefined) return quietly(typing(state, line));
      return quietly({
        mode: "typing",
        line: lineOf(recalled.text, line.killed),
        history: recalled.history,
      });
    }
    case "complete": {
      const completed = complete(state.completion ?? line, action.to, candidates);
      return quietly(
        completed === undefined ? typing(state, line) : { mode: "typing", history, ...completed },
      );
    }
    case "escape":
    case "room":
      return quietly(typing(state, line));
    default:
      return quietly(typing(state, editLine(line, action)));
  }
}

function quietly(state: PromptState): PromptStep {
  return { state, effect: { type: "none" } };
}

function typing({ history }: PromptState, line: Line): PromptState {
  return { mode: "typing", line, history };
}

function afterSending({ line, history }: PromptState): PromptState {
  const kept = line.text.trim() === "" ? history : remember(history, line.text);
  return { mode: "typing", line: lineOf("", line.killed), history: kept };
}

function paste(state: PromptState, text: string): PromptState {
  const { line, history } = state;
  if (lineCount(text) > PASTE_LINES) return { mode: "confirming", line, history, pasted: text };
  return typing(state, editLine(line, { type: "insert", text }));
}

/** Only one key is a yes: any other key drops the paste, which can be had again. */
function answer(state: Confirming, action: PromptAction): PromptState {
  const yes = action.type === "insert" && action.text.toLowerCase() === cliWords().prompt.pasteKey;
  return typing(state, yes ? editLine(state.line, { type: "insert", text: state.pasted }) : state.line);
}
