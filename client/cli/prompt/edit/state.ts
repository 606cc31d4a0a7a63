import type { Candidates, Completion } from "./completion.ts";
import type { History } from "./history.ts";
import type { Line } from "./line.ts";
import type { Search } from "./search.ts";
import type { Undo } from "./undo.ts";

export interface Drafting {
  /** What was typed. */
  readonly line: Line;
  readonly history: History;
  readonly undo: Undo;
}

export interface Typing extends Drafting {
  readonly mode: "typing";
  /** There from a Tab to the next other key. */
  readonly completion?: Completion;
}

/** A long paste waits for a yes. */
export interface Confirming extends Drafting {
  readonly mode: "confirming";
  readonly pasted: string;
}

/** What was sent is looked through. */
export interface Searching extends Drafting {
  readonly mode: "searching";
  readonly search: Search;
}

export type PromptState = Typing | Confirming | Searching;

/** What an action asks of the world outside the prompt. */
export type PromptEffect =
  | { readonly type: "none" }
  | { readonly type: "submit"; readonly text: string }
  | { readonly type: "leave"; readonly by: "interrupt" | "eof" }
  | { readonly type: "suspend" }
  | { readonly type: "redraw" }
  | { readonly type: "edit-outside"; readonly text: string }
  /** Several fit: which. */
  | { readonly type: "choices"; readonly shown: readonly string[] };

export interface PromptStep {
  readonly state: PromptState;
  readonly effect: PromptEffect;
}

/** What the prompt is told by others, asked for where it is needed. */
export interface PromptSources {
  candidates(): Candidates;
  /** What was sent in earlier runs and other rooms, oldest first. */
  sent(): readonly string[];
}
