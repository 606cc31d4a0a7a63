import type { Key } from "node:readline";
import type { Motion, PromptAction } from "./action.ts";
import { cleanPaste, PASTE_LIMIT } from "./paste.ts";

const NONE: PromptAction = { type: "none" };
const move = (motion: Motion): PromptAction => ({ type: "move", motion });
const remove = (motion: Motion): PromptAction => ({ type: "delete", motion });
const kill = (motion: Motion): PromptAction => ({ type: "kill", motion });

const PLAIN: Readonly<Record<string, PromptAction>> = {
  left: move("left"),
  right: move("right"),
  home: move("start"),
  end: move("end"),
  backspace: remove("left"),
  delete: remove("right"),
  up: { type: "history", to: "older" },
  down: { type: "history", to: "newer" },
  tab: { type: "complete", to: "next" },
  return: { type: "submit" },
  enter: { type: "submit" },
  escape: { type: "escape" },
};

const SHIFT: Readonly<Record<string, PromptAction>> = { ...PLAIN, tab: { type: "complete", to: "previous" } };

const CTRL: Readonly<Record<string, PromptAction>> = {
  a: move("start"),
  b: move("left"),
  c: { type: "interrupt" },
  d: { type: "eof" },
  e: move("end"),
  f: move("right"),
  g: { type: "cancel" },
  k: kill("end"),
  l: { type: "redraw" },
  n: { type: "history", to: "newer" },
  p: { type: "history", to: "older" },
  r: { type: "search", to: "older" },
  s: { type: "search", to: "newer" },
  t: { type: "transpose" },
  u: kill("start"),
  w: kill("space-left"),
  y: { type: "yank" },
  z: { type: "suspend" },
  left: move("word-left"),
  right: move("word-right"),
  backspace: kill("word-left"),
  delete: kill("word-right"),
};

const META: Readonly<Record<string, PromptAction>> = {
  b: move("word-left"),
  d: kill("word-right"),
  f: move("word-right"),
  y: { type: "yank-older" },
  a: { type: "room", to: "unread" },
  left: { type: "room", to: "previous" },
  right: { type: "room", to: "next" },
  ...Object.fromEntries(Array.from("123456789", (key) => [key, { type: "room", to: Number(key) }])),
  backspace: kill("word-left"),
  delete: kill("word-right"),
  return: { type: "insert", text: "\n" },
  enter: { type: "insert", text: "\n" },
};

/** Behind Ctrl-X. */
const BEHIND_X: Readonly<Record<string, PromptAction>> = {
  e: { type: "edit-outside" },
  u: { type: "undo" },
};

/** Ctrl-_, which has no name. */
const UNDO = "\x1f";

/**
 * Turns what `readline.emitKeypressEvents` emits into actions. It remembers
 * one thing: the text of a bracketed paste whose end has not come yet, in which
 * no key means anything.
 */
export function keyDecoder(): (key: Key) => PromptAction {
  let pasting: string | undefined;
  let isBehindX = false;
  return (key) => {
    if (key.name === "paste-start") pasting = "";
    if (pasting === undefined) {
      const isSecond = isBehindX;
      isBehindX = !isSecond && key.ctrl === true && key.name === "x";
      return isSecond ? secondOf(key) : actionOf(key);
    }
    if (key.name === "paste-end") {
      const text = cleanPaste(pasting);
      pasting = undefined;
      return { type: "paste", text };
    }
    if (key.name !== "paste-start" && pasting.length < PASTE_LIMIT) pasting += key.sequence ?? "";
    return NONE;
  };
}

/** What a key means behind Ctrl-X. */
function secondOf({ ctrl, name = "" }: Key): PromptAction {
  return (ctrl && Object.hasOwn(BEHIND_X, name) && BEHIND_X[name]) || NONE;
}

function actionOf(key: Key): PromptAction {
  const table = key.ctrl ? CTRL : key.meta ? META : key.shift ? SHIFT : PLAIN;
  const action = Object.hasOwn(table, key.name ?? "") ? table[key.name ?? ""] : undefined;
  if (action !== undefined) return action;
  const text = key.sequence ?? "";
  if (text === UNDO) return { type: "undo" };
  return key.ctrl || key.meta || /^$|\p{Cc}/u.test(text) ? NONE : { type: "insert", text };
}
