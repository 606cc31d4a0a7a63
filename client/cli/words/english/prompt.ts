import { either, plural } from "./units.ts";

/** The line to write in. */
export const prompt = {
  pasteLines: (lines: number) => `Paste ${lines} lines? [y/N] `,
  /** The one key that pastes them, in lower case. */
  pasteKey: "y",
  draftIsFull: "The draft is full: it takes no more, and the end of what you typed is not in it.",
  /** Stands before what is found among what was sent. */
  searching: ({ query, isFound }: { query: string; isFound: boolean }) =>
    query === "" || isFound ? `(find: ${query}) ` : `(not found: ${query}) `,
  choices: ({ shown, more }: { shown: readonly string[]; more: number }) =>
    more > 0 ? `${shown.join("  ")}  … and ${more} more` : shown.join("  "),
  noEditor: "There is no editor: name one in VISUAL or EDITOR, such as EDITOR=nano.",
  cannotEdit: ({ editor, code }: { editor: string; code: string | undefined }) =>
    code === "ENOENT"
      ? `There is no editor ${editor}, which VISUAL or EDITOR names. Your draft is as it was.`
      : `The draft can't be edited with ${editor}${code === undefined ? "" : ` (${code})`}. It is as it was.`,
  editorFailed: ({ editor, status }: { editor: string; status: number }) =>
    `${editor} has ended with ${status}: your draft is as it was.`,
  editedTooLong: "What you have written is too long for a draft, which is as it was.",
  editedNoText: "What you have written is no UTF-8: your draft is as it was.",
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
