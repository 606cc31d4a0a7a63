/** Where a movement, or a deletion, goes from the cursor. `space-left` is the start of a blank-separated word. */
export type Motion = "left" | "right" | "word-left" | "word-right" | "space-left" | "start" | "end";

/** What changes the line alone. */
export type EditAction =
  | { readonly type: "insert"; readonly text: string }
  | { readonly type: "move"; readonly motion: Motion }
  | { readonly type: "delete"; readonly motion: Motion }
  /** A deletion that `yank` brings back. */
  | { readonly type: "kill"; readonly motion: Motion }
  | { readonly type: "yank" }
  /** Instead of what was just brought back, what was killed before that. */
  | { readonly type: "yank-older" }
  | { readonly type: "transpose" };

/** Which room a key means: by its number, from 1; beside the one in front; or where most waits for its reader. */
export type RoomKey = number | "next" | "previous" | "unread";

/** Everything that a key, or a paste, can ask of the prompt. */
export type PromptAction =
  | EditAction
  | { readonly type: "paste"; readonly text: string }
  | { readonly type: "history"; readonly to: "older" | "newer" }
  /** Looks through what was sent, by a part of it. */
  | { readonly type: "search"; readonly to: "older" | "newer" }
  | { readonly type: "undo" }
  /** Writes the draft in a program of one's own. */
  | { readonly type: "edit-outside" }
  /** What that program has made of it. */
  | { readonly type: "replace"; readonly text: string }
  | { readonly type: "complete"; readonly to: "next" | "previous" }
  | { readonly type: "submit" }
  | { readonly type: "interrupt" }
  /** Ends a look through what was sent, with the draft as it was. */
  | { readonly type: "cancel" }
  /** Ctrl-D: the end of input on an empty line, else a deletion. */
  | { readonly type: "eof" }
  | { readonly type: "suspend" }
  | { readonly type: "redraw" }
  | { readonly type: "escape" }
  | { readonly type: "room"; readonly to: RoomKey }
  | { readonly type: "none" };
