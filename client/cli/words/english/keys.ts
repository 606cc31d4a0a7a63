interface Keys {
  help: string;
  rows: readonly (readonly [keys: string, what: string])[];
}

/** The keys of the line to write in, as `/help keys` and the documents tell them. */
export const keys: Keys = {
  help: "Show what the keys do.",
  rows: [
    ["Enter", "send"],
    ["Alt-Enter", "a new line in the same message"],
    ["Up, Down", "what you sent in this room"],
    [
      "Ctrl-R, Ctrl-S",
      "look for a part of what you ever sent, in any room: again for older, newer; Enter takes it, Ctrl-G does not",
    ],
    ["Tab, Shift-Tab", "complete a nickname, a command and what stands behind it, an emoji's name (:tada)"],
    ["Ctrl-A, Ctrl-E", "to the beginning, to the end"],
    ["Ctrl-Left, Ctrl-Right", "word by word (Alt-B, Alt-F)"],
    ["Ctrl-W, Alt-D", "cut the word before, behind"],
    ["Ctrl-U, Ctrl-K", "cut all before, behind"],
    ["Ctrl-Y, Alt-Y", "put back what was cut; then what was cut before that"],
    ["Ctrl-_", "undo (Ctrl-X Ctrl-U)"],
    ["Ctrl-T", "swap two letters"],
    ["Ctrl-X Ctrl-E", "write in the editor that VISUAL or EDITOR names"],
    [
      "Ctrl-C",
      "clear the line; leave, where there is nothing on it (pressed twice, where you are in several rooms)",
    ],
    ["Ctrl-D", "leave, where there is nothing on the line"],
    ["Ctrl-L, Ctrl-Z", "clear the screen, stop until fg"],
    ["Alt-1 to 9, Alt-Left, Alt-Right", "go to another room"],
    ["Alt-A", "go to where most is unread"],
  ],
};
