import { either, plural } from "./units.ts";

/** The line to write in. */
export const prompt = {
  pasteLines: (lines: number) => `Paste ${lines} lines? [y/N] `,
  /** The one key that pastes them, in lower case. */
  pasteKey: "y",
  draftIsFull: "The draft is full: it takes no more, and the end of what you typed is not in it.",
  oneLine: "An answer is one line: nothing of what you pasted was taken.",

  // Where the terminal understands lines alone.
  opened: (label: string) => `— ${label}Enter sends what you type; /help tells more —`,
  tooEarly: "A line that was typed before this could be read is not sent.",
  held: (lines: number) =>
    plural(lines, {
      one: "1 line is kept here. Press Enter on an empty line to send it.",
      other: `${lines} lines are kept here, in order. Press Enter on an empty line to send them.`,
    }),
  heldTooMany: (lines: number) => `${lines} lines are kept here, and no more: this one is not.`,
  cannotReveal: "What must not stay on the screen can't be shown here: this terminal takes nothing back.",
  enterToAnswer: (question: string) => `${question} Press Enter on an empty line to answer.`,
  choose: ({ question, ways }: { question: string; ways: readonly string[] }) =>
    `${question} Write ${either(ways)}.`,
};
