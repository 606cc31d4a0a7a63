import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noticeOf } from "../../../client/cli/told/call-notice.ts";
import { desktopNotification } from "../../../client/cli/told/desktop.ts";
import { hostileText } from "../../support/hostile-text.ts";

const said = { nick: "bob", text: "look; here", isPrivate: false, calls: true, isReplayed: false };
const notice = noticeOf(said, "lobby");
const OSC_9 = "\x1b]9;papo: bob in lobby: look; here\x1b\\";
const OSC_777 = "\x1b]777;notify;bob in lobby;look; here\x1b\\";
const OSC_99 = "\x1b]99;i=papo:d=0;bob in lobby\x1b\\\x1b]99;i=papo:p=body;look; here\x1b\\";

describe("a terminal is sent what it is known to take", () => {
  test.each([
    { env: { TERM: "xterm-256color", TERM_PROGRAM: "iTerm.app" }, sent: OSC_9 },
    { env: { TERM: "xterm-256color", TERM_PROGRAM: "WezTerm" }, sent: OSC_9 },
    { env: { TERM: "xterm-ghostty", TERM_PROGRAM: "ghostty" }, sent: OSC_9 },
    { env: { TERM: "xterm-256color", WT_SESSION: "1-2" }, sent: OSC_9 },
    { env: { TERM: "foot" }, sent: OSC_777 },
    { env: { TERM: "foot-extra" }, sent: OSC_777 },
    { env: { TERM: "rxvt-unicode-256color" }, sent: OSC_777 },
    { env: { TERM: "xterm-256color", VTE_VERSION: "7600" }, sent: OSC_777 },
    { env: { TERM: "xterm-kitty" }, sent: OSC_99 },
    { env: { TERM: "xterm-256color" }, sent: "" },
    { env: { TERM: "xterm-256color", TERM_PROGRAM: "Apple_Terminal" }, sent: "" },
    { env: { TERM: "linux" }, sent: "" },
    { env: { TERM: "screen" }, sent: "" },
    { env: {}, sent: "" },
  ])("$env", ({ env, sent }) => {
    expect(desktopNotification(notice, env)).toBe(sent);
  });

  test("through tmux, wrapped, where the terminal behind it is known", () => {
    const tmux = { TERM: "tmux-256color", TERM_PROGRAM: "tmux", TMUX: "/tmp/tmux-1/default,1,0" };
    expect(desktopNotification(notice, tmux)).toBe("");
    expect(desktopNotification(notice, { ...tmux, VTE_VERSION: "7600" })).toBe(
      "\x1bPtmux;\x1b\x1b]777;notify;bob in lobby;look; here\x1b\x1b\\\x1b\\",
    );
    const kitty = desktopNotification(notice, { ...tmux, KITTY_WINDOW_ID: "1" });
    expect(kitty.match(/\x1bPtmux;/g)?.length).toBe(2);
  });
});

describe("nothing of a text gets out of its notification", () => {
  test.each([
    { env: { TERM: "foot" }, ends: 1 },
    { env: { TERM: "xterm-kitty" }, ends: 2 },
    { env: { TERM_PROGRAM: "iTerm.app" }, ends: 1 },
  ])("$env", ({ env, ends }) => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (nick, text) => {
        const sent = desktopNotification(noticeOf({ ...said, nick, text }, "lobby"), env);
        // ESC begins and ends each sequence, and stands nowhere else; no BEL, no C1, no newline.
        expect(sent.match(/[\x00-\x1f\x7f-\x9f]/g)?.length).toBe(2 * ends);
        expect(sent.match(/\x1b\\/g)?.length).toBe(ends);
      }),
    );
  });

  test("a head of rxvt's ends at no semicolon of a name", () => {
    const sent = desktopNotification(noticeOf({ ...said, nick: "a;b" }, "lobby"), { TERM: "foot" });
    expect(sent).toBe("\x1b]777;notify;a,b in lobby;look; here\x1b\\");
  });

  test("it is short", () => {
    const long = noticeOf({ ...said, nick: "n".repeat(500), text: "x\n".repeat(9_000) }, "lobby");
    expect(long.head.length).toBe(80);
    expect(long.body.length).toBe(240);
    expect(long.text.length).toBe(16_000);
  });
});
