import { expect, test } from "vitest";
import { hyperlink, takesLinks } from "../../../client/cli/text/hyperlink.ts";

test.each<{ env: Record<string, string>; takes: boolean }>([
  { env: { TERM: "xterm-256color" }, takes: false },
  { env: { TERM: "xterm-kitty" }, takes: true },
  { env: { TERM: "xterm-256color", TERM_PROGRAM: "iTerm.app" }, takes: true },
  { env: { TERM: "xterm-256color", VTE_VERSION: "7600" }, takes: true },
  { env: { TERM: "xterm-256color", VTE_VERSION: "4800" }, takes: false },
  { env: { TERM: "xterm-256color", WT_SESSION: "1" }, takes: true },
  { env: { TERM: "screen-256color", KITTY_WINDOW_ID: "1" }, takes: false },
  { env: { TERM: "xterm-kitty", TMUX: "/tmp/tmux" }, takes: false },
  { env: { TERM: "dumb", KITTY_WINDOW_ID: "1" }, takes: false },
  { env: {}, takes: false },
])("$env takes links: $takes", ({ env, takes }) => {
  expect(takesLinks(env)).toBe(takes);
});

test.each([
  ["https://host/a", "\x1b]8;;https://host/a\x1b\\x\x1b]8;;\x1b\\"],
  ["https://host/\x1b\\\x07", "x"],
  ["javascript:alert(1)", "x"],
  ["https://host/ä", "x"],
])("%j", (address, written) => {
  expect(hyperlink("x", address)).toBe(written);
});
