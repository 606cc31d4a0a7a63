import { cliWords } from "../../words/words.ts";
import type { EditAction, PromptAction } from "./action.ts";
import { complete, withCode } from "./completion.ts";
import { EMPTY_HISTORY, recall, remember } from "./history.ts";
import { cleared, EMPTY_LINE, editLine, type Line, lineOf } from "./line.ts";
import { lineCount, PASTE_LINES } from "./paste.ts";
import { beginSearch, extend, found, type Search, shorten, step } from "./search.ts";
import type {
  Confirming,
  Drafting,
  PromptSources,
  PromptState,
  PromptStep,
  Searching,
  Typing,
} from "./state.ts";
import { follow, NO_UNDO, undo } from "./undo.ts";

export function openingState(text = ""): PromptState {
  return { mode: "typing", line: lineOf(text), history: EMPTY_HISTORY, undo: NO_UNDO };
}

/** The prompt after one action, and what is to be done about it. */
export function reducePrompt(state: PromptState, action: PromptAction, sources: PromptSources): PromptStep {
  if (action.type === "none") return { state, effect: action };
  if (action.type === "suspend" || action.type === "redraw") return { state, effect: action };
  switch (state.mode) {
    case "typing":
      return type(state, action, sources);
    case "confirming":
      return quietly(answer(state, action));
    case "searching":
      return search(state, action, sources);
    default:
      return state satisfies never;
  }
}

type Meaningful = Exclude<PromptAction, { type: "none" | "suspend" | "redraw" }>;

function type(state: Typing, action: Meaningful, sources: PromptSources): PromptStep {
  const { line, history } = state;
  const isEmpty = line.text === "";
  switch (action.type) {
    case "submit":
      return { state: afterSending(state), effect: { type: "submit", text: line.text } };
    case "interrupt":
      if (isEmpty) return { state, effect: { type: "leave", by: "interrupt" } };
      return quietly(changed(state, action, cleared(line)));
    case "eof":
      if (isEmpty) return { state, effect: { type: "leave", by: "eof" } };
      return quietly(changed(state, action, editLine(line, { type: "delete", motion: "right" })));
    case "paste":
      return quietly(paste(state, action.text));
    case "replace":
      return quietly(replaced(state, action));
    case "history": {
      const recalled = recall(history, action.to, line.text);
      if (recalled.text === undefined) return quietly(typing(state));
      const next = changed(state, action, lineOf(recalled.text, line.ring));
      return quietly({ ...next, history: recalled.history });
    }
    case "search":
      return quietly({
        ...drafting(state),
        mode: "searching",
        search: beginSearch([...sources.sent(), ...history.entries]),
      });
    case "undo": {
      const step = undo(state.undo, line);
      return quietly(step === undefined ? typing(state) : { ...typing(state), ...step });
    }
    case "edit-outside":
      return { state: typing(state), effect: { type: "edit-outside", text: line.text } };
    case "complete":
      return completed(state, action, sources);
    case "escape":
    case "cancel":
    case "room":
      return quietly(typing(state));
    default:
      return quietly(edited(state, action));
  }
}

function quietly(state: PromptState): PromptStep {
  return { state, effect: { type: "none" } };
}

function drafting({ line, history, undo }: PromptState): Drafting {
  return { line, history, undo };
}

function typing(state: PromptState): Typing {
  return { ...drafting(state), mode: "typing" };
}

/** With another line, which can be undone. */
function changed(state: PromptState, action: PromptAction, to: Line): Typing {
  const { line, history } = state;
  return { mode: "typing", line: to, history, undo: follow(state.undo, action, { from: line, to }) };
}

function edited(state: Typing, action: EditAction): Typing {
  const next = changed(state, action, editLine(state.line, action));
  const emoji = action.type === "insert" && action.text === ":" ? withCode(next.line) : undefined;
  // By a step of its own, so that whoever meant the letters has them back.
  return emoji === undefined ? next : changed(next, { type: "replace", text: emoji.text }, emoji);
}

function replaced(state: Typing, action: Extract<PromptAction, { type: "replace" }>): Typing {
  const { ring } = state.line;
  const line = editLine({ ...EMPTY_LINE, ring }, { type: "insert", text: action.text });
  return changed(state, action, line);
}

function completed(
  state: Typing,
  action: Extract<PromptAction, { type: "complete" }>,
  sources: PromptSources,
): PromptStep {
  const { line, completion } = state;
  const next = complete(completion ?? line, action.to, sources.candidates());
  if (next === undefined) return quietly(typing(state));
  const { choices } = next.completion;
  // However many are tried, one step takes them back.
  const undo = completion === undefined ? changed(state, action, next.line).undo : state.undo;
  // Where nothing else fits, the next Tab goes on behind it: into a folder.
  const isOnly = choices.length === 1;
  return {
    state: isOnly ? { ...typing(state), line: next.line, undo } : { ...typing(state), ...next, undo },
    effect:
      completion === undefined && choices.length > 1
        ? { type: "choices", shown: choices.map(({ shown }) => shown) }
        : { type: "none" },
  };
}

function afterSending({ line, history }: PromptState): PromptState {
  const kept = line.text.trim() === "" ? history : remember(history, line.text);
  return { mode: "typing", line: lineOf("", line.ring), history: kept, undo: NO_UNDO };
}

function paste(state: Typing, text: string): PromptState {
  if (lineCount(text) > PASTE_LINES) return { ...drafting(state), mode: "confirming", pasted: text };
  return changed(state, { type: "paste", text }, editLine(state.line, { type: "insert", text }));
}

/** Only one key is a yes: any other key drops the paste, which can be had again. */
function answer(state: Confirming, action: Meaningful): PromptState {
  const yes = action.type === "insert" && action.text.toLowerCase() === cliWords().prompt.pasteKey;
  if (!yes) return typing(state);
  return changed(state, action, editLine(state.line, { type: "insert", text: state.pasted }));
}

/** Enter takes what is found into the draft, and sends nothing: somebody may not have looked. */
function search(state: Searching, action: Meaningful, sources: PromptSources): PromptStep {
  const goOn = (next: Search) => quietly({ ...state, search: next });
  switch (action.type) {
    case "insert":
      return goOn(extend(state.search, action.text));
    case "paste":
      return goOn(extend(state.search, action.text));
    case "search":
      return goOn(step(state.search, action.to));
    case "delete":
      return action.motion === "left" ? goOn(shorten(state.search)) : quietly(taken(state));
    case "interrupt":
    case "cancel":
      return quietly(typing(state));
    case "submit":
    case "escape":
    case "complete":
      return quietly(taken(state));
    default:
      return type(taken(state), action, sources);
  }
}

/** What is found is the draft now; undoing has what was there. */
function taken(state: Searching): Typing {
  const it = found(state.search);
  if (it === undefined) return typing(state);
  const line = { ...lineOf(it.text, state.line.ring), cursor: it.cursor };
  return changed(state, { type: "replace", text: it.text }, line);
}
