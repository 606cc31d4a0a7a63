import { emitKeypressEvents } from "node:readline";
import { PassThrough } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PromptAction } from "../../../../client/cli/prompt/edit/action.ts";
import { keyDecoder } from "../../../../client/cli/prompt/edit/keys.ts";

/** What chunks of a terminal's input come to, without the keys that mean nothing. */
function actionsOf(...chunks: (string | Buffer)[]): PromptAction[] {
  const input = new PassThrough();
  const decode = keyDecoder();
  const actions: PromptAction[] = [];
  emitKeypressEvents(input);
  input.on("keypress", (_text, key) => actions.push(decode(key)));
  for (const chunk of chunks) input.emit("data", Buffer.from(chunk));
  return actions.filter((action) => action.type !== "none");
}

test.each<[string, string, PromptAction]>([
  ["a letter", "é", { type: "insert", text: "é" }],
  ["an emoji", "👍", { type: "insert", text: "👍" }],
  ["a capital", "A", { type: "insert", text: "A" }],
  ["Enter", "\r", { type: "submit" }],
  ["Enter in a terminal that sends LF", "\n", { type: "submit" }],
  ["Alt-Enter", "\x1b\r", { type: "insert", text: "\n" }],
  ["Left", "\x1b[D", { type: "move", motion: "left" }],
  ["Right in application mode", "\x1bOC", { type: "move", motion: "right" }],
  ["Ctrl-Left", "\x1b[1;5D", { type: "move", motion: "word-left" }],
  ["Home", "\x1b[H", { type: "move", motion: "start" }],
  ["End, as of vt220", "\x1b[4~", { type: "move", motion: "end" }],
  ["Ctrl-A", "\x01", { type: "move", motion: "start" }],
  ["Ctrl-E", "\x05", { type: "move", motion: "end" }],
  ["Ctrl-U", "\x15", { type: "kill", motion: "start" }],
  ["Ctrl-K", "\x0b", { type: "kill", motion: "end" }],
  ["Ctrl-W", "\x17", { type: "kill", motion: "space-left" }],
  ["Ctrl-Y", "\x19", { type: "yank" }],
  ["Alt-B", "\x1bb", { type: "move", motion: "word-left" }],
  ["Alt-F", "\x1bf", { type: "move", motion: "word-right" }],
  ["Alt-D", "\x1bd", { type: "kill", motion: "word-right" }],
  ["Alt-Backspace", "\x1b\x7f", { type: "kill", motion: "word-left" }],
  ["Backspace", "\x7f", { type: "delete", motion: "left" }],
  ["Delete", "\x1b[3~", { type: "delete", motion: "right" }],
  ["Up", "\x1b[A", { type: "history", to: "older" }],
  ["Down", "\x1b[B", { type: "history", to: "newer" }],
  ["Tab", "\t", { type: "complete", to: "next" }],
  ["Shift-Tab", "\x1b[Z", { type: "complete", to: "previous" }],
  ["Ctrl-C", "\x03", { type: "interrupt" }],
  ["Ctrl-D", "\x04", { type: "eof" }],
  ["Ctrl-G", "\x07", { type: "cancel" }],
  ["Ctrl-L", "\x0c", { type: "redraw" }],
  ["Ctrl-R", "\x12", { type: "search", to: "older" }],
  ["Ctrl-S", "\x13", { type: "search", to: "newer" }],
  ["Ctrl-T", "\x14", { type: "transpose" }],
  ["Alt-Y", "\x1by", { type: "yank-older" }],
  ["Ctrl-_", "\x1f", { type: "undo" }],
  ["Ctrl-X Ctrl-U", "\x18\x15", { type: "undo" }],
  ["Ctrl-X Ctrl-E", "\x18\x05", { type: "edit-outside" }],
  ["Ctrl-Right", "\x1b[1;5C", { type: "move", motion: "word-right" }],
  ["Ctrl-Z", "\x1a", { type: "suspend" }],
])("%s", (_key, sequence, action) => {
  expect(actionsOf(sequence)).toEqual([action]);
});

test.each([
  ["an unknown sequence", "\x1b[31m"],
  ["a function key", "\x1b[15~"],
  ["a control without a meaning", "\x1c"],
  ["Ctrl-X and another key", "\x18a"],
  ["Ctrl-X alone, and with it", "\x18\x18"],
  ["Ctrl with a key of the prototype's", "\x00"],
])("%s means nothing", (_key, sequence) => {
  expect(actionsOf(sequence)).toEqual([]);
});

test.each([
  ["newlines as CR", ["\x1b[200~a\rb\x1b[201~"], "a\nb"],
  ["newlines as CRLF, the last one dropped", ["\x1b[200~a\r\nb\r\n\x1b[201~"], "a\nb"],
  ["tabs kept, other controls dropped", ["\x1b[200~a\tb\x03\x1b[31mc\x1b[201~"], "a\tb[31mc"],
  ["cut anywhere into chunks", ["\x1b[2", "00~a", "b\r", "c\x1b[20", "1~"], "ab\nc"],
])("a paste with %s is one action", (_name, chunks, text) => {
  expect(actionsOf(...chunks)).toEqual([{ type: "paste", text }]);
});

test("keys mean something again behind a paste", () => {
  expect(actionsOf("\x1b[200~a\x1b[201~\r")).toEqual([{ type: "paste", text: "a" }, { type: "submit" }]);
});

test("bytes cut anywhere make the same paste", () => {
  const paste = Buffer.from("\x1b[200~häl\rló 👍\x1b[201~");
  fc.assert(
    fc.property(fc.array(fc.nat(paste.length)), (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), paste.length];
      const chunks = edges.slice(1).map((end, at) => paste.subarray(edges[at], end));
      expect(actionsOf(...chunks)).toEqual([{ type: "paste", text: "häl\nló 👍" }]);
    }),
  );
});
