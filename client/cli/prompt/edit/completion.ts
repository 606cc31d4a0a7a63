import { fold } from "../../../../src/protocol/text/fold.ts";
import { emojis } from "../../text/emojis.ts";
import { type Line, replaceSpan } from "./line.ts";

/** What Tab can complete, best first: nicknames by how recently they spoke, commands with their slash. */
export interface Candidates {
  readonly nicks: readonly string[];
  readonly commands: readonly string[];
  /** What the first word behind the command of the draft may be, where that is no nickname. */
  readonly words?: readonly string[] | undefined;
  /** What stands behind it is no word but this, such as a path. */
  readonly span?: CompletedSpan | undefined;
}

/** What can be put in. */
export interface CompletionChoice {
  readonly by: string;
  /** What it is called in a list of several. */
  readonly shown: string;
}

/** What stands before the cursor and is to be completed, and by what. */
export interface CompletedSpan {
  readonly word: string;
  readonly choices: readonly CompletionChoice[];
}

/** A completion under way: what Tab has put in so far, so that the next Tab can put in something else. */
export interface Completion {
  /** The line before the first Tab. */
  readonly origin: Line;
  readonly from: number;
  /** All that fits; never empty. */
  readonly choices: readonly CompletionChoice[];
  readonly chosen: number;
}

/** Starts completing the word before the cursor, or goes on to the next choice; undefined where nothing fits. */
export function complete(
  subject: Line | Completion,
  to: "next" | "previous",
  candidates: Candidates,
): { line: Line; completion: Completion } | undefined {
  const completion = "choices" in subject ? step(subject, to) : start(subject, to, candidates);
  const choice = completion?.choices[completion.chosen];
  if (completion === undefined || choice === undefined) return undefined;
  const { origin, from } = completion;
  return { line: replaceSpan(origin, { from, to: origin.cursor, by: choice.by }), completion };
}

/** A line in which a whole `:shortcode:` was just written, with what it stands for; undefined for any other. */
export function withCode(line: Line): Line | undefined {
  const [written] = /(?<![^\s(]):[^\s:]+:$/u.exec(line.text.slice(0, line.cursor)) ?? [];
  const by = written && emojis().named(written.slice(1, -1));
  if (written === undefined || by === undefined) return undefined;
  return replaceSpan(line, { from: line.cursor - written.length, to: line.cursor, by });
}

function start(line: Line, to: "next" | "previous", candidates: Candidates): Completion | undefined {
  const { word, choices } = choicesFor(line.text.slice(0, line.cursor), candidates);
  if (choices.length === 0) return undefined;
  return {
    origin: line,
    from: line.cursor - word.length,
    choices,
    chosen: to === "next" ? 0 : choices.length - 1,
  };
}

function step(completion: Completion, to: "next" | "previous"): Completion {
  const count = completion.choices.length;
  return { ...completion, chosen: (completion.chosen + (to === "next" ? 1 : count - 1)) % count };
}

function choicesFor(before: string, candidates: Candidates): CompletedSpan {
  const { nicks, commands, words, span } = candidates;
  if (span !== undefined) return span;
  const argument = words && /^\/\S+\s+(\S*)$/.exec(before)?.[1];
  if (argument !== undefined) return { word: argument, choices: matching(argument, words ?? [], " ") };
  const code = /(?<![^\s(]):([^\s:]+)$/u.exec(before);
  if (code !== null) {
    const [word, name = ""] = code;
    const choices = emojis()
      .codesLike(name)
      .map(([each, emoji]) => ({ by: emoji, shown: `${emoji} :${each}:` }));
    return { word, choices };
  }
  const word = /[^\s@]*$/.exec(before)?.[0] ?? "";
  if (word === "") return { word, choices: [] };
  const isAtStart = word.length === before.length;
  if (isAtStart && word.startsWith("/")) return { word, choices: matching(word, commands, " ") };
  return { word, choices: matching(word, nicks, isAtStart ? ": " : " ") };
}

function matching(word: string, names: readonly string[], behind: string): CompletionChoice[] {
  const prefix = fold(word);
  return names
    .filter((name) => fold(name).startsWith(prefix))
    .map((name) => ({ by: `${name}${behind}`, shown: name }));
}
