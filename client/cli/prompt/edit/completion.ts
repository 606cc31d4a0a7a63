import { fold } from "../../../../src/protocol/text/fold.ts";
import { type Line, replaceSpan } from "./line.ts";

/** What Tab can complete, best first: nicknames by how recently they spoke, commands with their slash. */
export interface Candidates {
  readonly nicks: readonly string[];
  readonly commands: readonly string[];
}

/** A completion under way: what Tab has put in so far, so that the next Tab can put in something else. */
export interface Completion {
  /** The line before the first Tab. */
  readonly origin: Line;
  readonly from: number;
  /** All that fits, as it would be put in; never empty. */
  readonly choices: readonly string[];
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
  return { line: replaceSpan(origin, { from, to: origin.cursor, by: choice }), completion };
}

function start(line: Line, to: "next" | "previous", candidates: Candidates): Completion | undefined {
  const word = /[^\s@]*$/.exec(line.text.slice(0, line.cursor))?.[0] ?? "";
  const from = line.cursor - word.length;
  const choices = choicesFor(word, from === 0, candidates);
  if (word === "" || choices.length === 0) return undefined;
  return { origin: line, from, choices, chosen: to === "next" ? 0 : choices.length - 1 };
}

function step(completion: Completion, to: "next" | "previous"): Completion {
  const count = completion.choices.length;
  return { ...completion, chosen: (completion.chosen + (to === "next" ? 1 : count - 1)) % count };
}

function choicesFor(word: string, atStart: boolean, { nicks, commands }: Candidates): string[] {
  if (atStart && word.startsWith("/")) return matching(word, commands).map((command) => `${command} `);
  return matching(word, nicks).map((nick) => (atStart ? `${nick}: ` : `${nick} `));
}

function matching(word: string, names: readonly string[]): string[] {
  const prefix = fold(word);
  return names.filter((name) => fold(name).startsWith(prefix));
}
