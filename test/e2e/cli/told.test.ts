import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { homeOf, joinPapo, runPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ MESSAGE_BURST: "1000", MESSAGES_PER_SECOND: "1000" });
});
afterAll(() => server.kill());

const FOCUS = "\x1b[I";
const BLUR = "\x1b[O";

test("a call is shown on the desktop and in the title, unless somebody surely looks; nothing else is", async () => {
  const env = homeOf({
    VTE_VERSION: "7600",
    TMUX: undefined,
    TERM_PROGRAM: undefined,
    KITTY_WINDOW_ID: undefined,
  });
  mkdirSync(`${env.XDG_CONFIG_HOME}/papo`, { recursive: true });
  writeFileSync(`${env.XDG_CONFIG_HOME}/papo/config.json`, JSON.stringify({ highlight: ["deploy"] }));
  const url = server.room("told");
  const say = (text: string, nick = "bob") => runPapo(["send", url, "--nick", nick, text]);
  await say("ana: said before");
  const ana = await joinPapo(url, "ana", { env });
  const notified = () => Array.from(ana.raw().matchAll(/\x1b\]777;notify;(.*?)\x1b\\/g), ([, what]) => what);

  ana.type("I deploy, ana\r");
  await ana.waitFor("ana: I deploy, ana");
  await say("nothing to anybody");
  await say("Deploy; now?");
  await ana.waitFor(() => ana.title() === "(1) told — papo");
  ana.type(FOCUS);
  await ana.waitFor(() => ana.title() === "told — papo");
  await say("ana: you see this");
  await ana.waitFor("you see this");
  ana.type(BLUR);
  ana.type("/ignore eve\r");
  await ana.waitFor("Nobody here is called eve.");
  ana.type(BLUR);
  await say("ana: come back");
  await ana.waitFor(() => ana.title() === "(1) told — papo");
  expect(notified()).toEqual(["bob in told;Deploy; now?", "bob in told;ana: come back"]);
  expect(ana.bells()).toBe(3);
  ana.type("/quiet\r");
  await ana.waitFor("told is quiet now");
  await say("ana: psst");
  await ana.waitFor("psst");
  expect(ana.bells()).toBe(3);
  // Whatever is said; then nothing; then silently.
  ana.type("/quiet\r/notify all\r");
  await ana.waitFor("Of this room you are told everything.");
  ana.type(BLUR);
  await say("tea?");
  await ana.waitFor(() => ana.title() === "(1) told — papo");
  ana.type("/notify nothing\r");
  await ana.waitFor("Of this room you are told nothing");
  ana.type(BLUR);
  await say("ana: nobody tells you");
  await ana.waitFor("nobody tells you");
  expect([ana.title(), ana.bells()]).toEqual(["told — papo", 4]);
  const hour = new Date().getUTCHours();
  ana.type(`/notify calls\r/notify mute 2d\r/notify quiet ${(hour + 23) % 24}-${(hour + 2) % 24}\r/rooms\r`);
  await ana.waitFor(/1 here, muted until \d{4}-/);
  ana.type("/notify unmute\r");
  await ana.waitFor("This room is not muted.");
  ana.type(BLUR);
  await say("ana: softly");
  await ana.waitFor(() => ana.title() === "(1) told — papo");
  expect(ana.bells()).toBe(4);
  expect(notified().slice(2)).toEqual(["bob in told;tea?"]);
  ana.press("ctrl-d");
  await ana.exit;
  // The window has its own title again, and is no longer asked whether somebody looks.
  expect(ana.raw()).toContain("\x1b]2;\x1b\\\x1b[23;2t");
  expect(ana.raw()).toContain("\x1b[?1004l");
  expect(notified().length).toBe(3);
});
