import { readFileSync, statSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Pty } from "../../support/pty.ts";
import { homeOf, openPapo, runPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

const FAST = { MESSAGE_BURST: "1000", MESSAGES_PER_SECOND: "1000" };

let server: TestServer;
beforeAll(async () => {
  server = await startServer(FAST);
});
afterAll(() => server.kill());

/** Another deployment. */
const startOther = () => startServer(FAST);

const say = (url: string, text: string, nick = "bob") => runPapo(["send", url, "--nick", nick, text]);
const prompt = (nick: string, room: string) => new RegExp(`^(?:\\[.*\\] )?${nick}@${room}>`, "m");

/** In rooms of a server, the first in front, and in all of them. */
async function open(
  rooms: readonly string[],
  { env = homeOf(), args = [] as string[], cols = 80 } = {},
): Promise<Pty> {
  const [first = "", ...more] = rooms;
  const pty = openPapo([server.room(first), ...more, "--nick", "ana", ...args], { env, cols, rows: 40 });
  await pty.waitFor(prompt("ana", first));
  await there(pty, rooms.length);
  return pty;
}

/** Waits until somebody is in so many rooms. */
async function there(pty: Pty, count: number): Promise<void> {
  for (;;) {
    const before = pty.log().length;
    pty.type("/rooms\r");
    await pty.waitFor(() => pty.log().length > before + count - 1);
    if (
      pty
        .log()
        .slice(before - 1)
        // As `/rooms` has it, not as somebody is told who comes in.
        .filter((row) => /^[→ ] +\d+ .* \d+ here/.test(row)).length >= count
    )
      return;
  }
}

describe.concurrent("several rooms in one terminal", () => {
  test("one stream, with the room before each line; what is unread elsewhere stands in the prompt", async () => {
    const ana = await open(["a-lobby", "a-dev", "a-ops"]);
    await say(server.room("a-dev"), "hello");
    await say(server.room("a-ops"), "ana: look");
    await ana.waitFor(/^a-dev +\d\d:\d\d bob: hello$/m);
    await ana.waitFor(/^a-ops +\d\d:\d\d » ?bob: ana: look$|^a-ops +\d\d:\d\d bob: ana: look$/m);
    await ana.waitFor(/^\[a-dev 1 a-ops @1\] ana@a-lobby>/m);
    await ana.waitFor(() => ana.title() === "(1) a-lobby — papo" && ana.bells() > 0);
    expect(ana.bells()).toBe(1);
    // Who comes and goes is told of the room in front.
    const carl = openPapo([server.room("a-lobby"), "a-dev", "--nick", "carl"]);
    await ana.waitFor(/^a-lobby +\d\d:\d\d → carl joined$/m);
    await carl.waitFor(prompt("carl", "a-lobby"));
    carl.type("/go a-dev\r");
    await carl.waitFor(prompt("carl", "a-dev"));
    carl.type("here\r");
    await ana.waitFor(/^a-dev +\d\d:\d\d carl: here$/m);
    expect(ana.log().join("\n")).not.toMatch(/^a-dev .*carl joined/m);
    carl.type("/close\r");
    await ana.waitFor(/^a-lobby +\d\d:\d\d ← carl left$/m);
    // Each room has its draft.
    ana.type("for the lobby");
    ana.press("alt-2");
    await ana.waitFor(/^\[a-ops @1\] ana@a-dev>$/m);
    ana.type("for dev\r");
    await ana.waitFor(/^a-dev +\d\d:\d\d ana: for dev$/m);
    ana.press("alt-a");
    await ana.waitFor(/^ana@a-ops>$/m);
    await ana.waitFor(() => ana.title() === "a-ops — papo");
    ana.press("alt-right");
    await ana.waitFor(/^ana@a-lobby> for the lobby$/m);
    // And its history.
    ana.press("ctrl-u", "alt-2", "up");
    await ana.waitFor(/^ana@a-dev> for dev$/m);
    ana.press("ctrl-u");
    ana.type("/go lob\r");
    await ana.waitFor("You are in no room lob.");
    ana.type("/go a-lob\r");
    await ana.waitFor(/^ana@a-lobby>$/m);
    const { stdout } = await runPapo(["history", server.room("a-dev")]);
    expect(stdout.replace(/^\d\d:\d\d /gm, "")).toBe("bob: hello\ncarl: here\nana: for dev\n");
    ana.type("/close\r");
    expect(await ana.exit).toEqual({ code: 0, signal: undefined });
    expect(ana.title()).toBe("");
  });

  test("/join, /part, /quiet and /rooms; the last /part ends", async () => {
    const other = await startOther();
    const ana = await open(["b-lobby"]);
    expect(ana.log().join("\n")).not.toMatch(/^b-lobby /m);
    ana.type("/join b-dev\r");
    await ana.waitFor(/^b-dev +\d\d:\d\d You are ana in b-dev\.$/m);
    ana.type(`/join ${other.room("b-dev")}\r`);
    await ana.waitFor(/^ana@b-dev@127\.0\.0\.1:\d+>$/m);
    ana.type("/quiet b-lobby\r/join\r");
    await ana.waitFor("! Which room? Write /join and its name, or its address.");
    await ana.waitFor("b-lobby is quiet now");
    const bells = ana.bells();
    await say(server.room("b-lobby"), "ana: psst");
    await ana.waitFor(/^\[(?:b-lobby @1|@1 …)\] ana@b-dev@/m);
    expect(ana.bells()).toBe(bells);
    expect(ana.log().join("\n")).not.toContain("psst");
    ana.type("/rooms\r");
    await ana.waitFor(/^ {2}1 {2}b-lobby +ana {2}1 here, 1 new, 1 to you, quiet$/m);
    ana.type("/part b-dev\r");
    await ana.waitFor(/^b-dev may be b-dev@|! b-dev may be b-dev@/m);
    ana.type("/part\r");
    await ana.waitFor(/^ana@b-dev>$|^\[b-lobby @1\] ana@b-dev>$/m);
    ana.press("alt-1");
    await ana.waitFor(/^b-lobby +\d\d:\d\d »? ?bob: ana: psst$/m);
    ana.type("/part\r");
    await ana.waitFor("You have left b-lobby.");
    ana.type("/part\r");
    expect(await ana.exit).toEqual({ code: 0, signal: undefined });
  });

  test("a room that is down, one that is locked and one that bans disturb no other", async () => {
    const other = await startOther();
    const bob = openPapo([server.room("c-locked"), "c-bans", "--nick", "bob"], { rows: 40 });
    await bob.waitFor(prompt("bob", "c-locked"));
    await there(bob, 2);
    bob.type("/lock\r");
    await bob.waitFor("Passphrase for this room:");
    bob.type("sesame\r");
    await bob.waitFor("bob locked the room");
    const ana = openPapo(
      [server.room("c-lobby"), "c-locked", "c-bans", other.room("c-far"), "--nick", "ana"],
      { rows: 40 },
    );
    await ana.waitFor(/^c-locked +! c-locked waits for an answer of yours: Alt-2 or \/go c-locked goes/m);
    await ana.waitFor(/^\[c-locked\?\] ana@c-lobby>/m);
    ana.press("alt-4");
    await ana.waitFor(prompt("ana", "c-far"));
    await other.kill();
    await ana.waitFor(/^c-far +\d\d:\d\d — connection lost; papo goes on trying —$/m);
    ana.type("waits\r");
    await ana.waitFor(/1 waiting\] ana@c-far>$/m);
    ana.press("alt-1");
    ana.type("meanwhile\r");
    await ana.waitFor(/^c-lobby +\d\d:\d\d ana: meanwhile$/m);
    ana.press("alt-3");
    ana.type("half a sentence");
    await ana.waitFor(/ana@c-bans> half a sentence$/m);
    bob.press("alt-2");
    bob.type("/ban ana\r");
    await ana.waitFor(/^c-bans +You are banned from this room\.$/m);
    await ana.waitFor(/^c-bans +! What you had typed was not sent: half a sentence$/m);
    await ana.waitFor(/ana@c-lobby>$/m);
    ana.press("alt-2");
    await ana.waitFor(/^Passphrase:$/m);
    ana.type("sesame\r");
    await ana.waitFor(/^c-locked +\d\d:\d\d You are ana in c-locked\.$/m);
    // One of them has something unsent: that is what the end is about.
    ana.type("/close\r");
    await ana.waitFor("1 line was not sent. That is kept");
    expect((await ana.exit).code).toBe(5);
  });

  test("a pipe, and --json, have one room", async () => {
    for (const args of [[], ["--json"]]) {
      const { code, stderr } = await runPapo([server.room("d-lobby"), "d-dev", "--nick", "ana", ...args]);
      expect(stderr).toBe(
        'papo: "d-dev" is too much: in a pipe, and with --json, papo join takes one room. See papo join --help.\n',
      );
      expect(code).toBe(2);
    }
  });
});

describe.concurrent("papo alone", () => {
  test("comes back to where one was, as who one was; each room says where one had stopped", async () => {
    const env = homeOf();
    const ana = await open(["e-lobby", "e-dev", "e-ops"], { env });
    for (const room of ["e-dev", "e-ops"]) await say(server.room(room), "before");
    await say(server.room("e-lobby"), "ana: before");
    await ana.waitFor(/^e-lobby +\d\d:\d\d »? ?bob: ana: before$/m);
    await ana.waitFor(/^e-ops +\d\d:\d\d bob: before$/m);
    ana.press("alt-3");
    await ana.waitFor(prompt("ana", "e-ops"));
    ana.type("/quiet e-dev\r/close\r");
    await ana.exit;
    const file = `${env.XDG_STATE_HOME}/papo/default/rooms.json`;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, "utf8")).front).toBe(server.room("e-ops"));

    await say(server.room("e-lobby"), "one");
    await say(server.room("e-lobby"), "ana: two");
    await say(server.room("e-dev"), "three");
    await say(server.room("e-ops"), "four");
    const again = openPapo([], { env, rows: 40 });
    await again.waitFor(prompt("ana", "e-ops"));
    await again.waitFor(/^\[e-lobby @1 e-dev 1\] ana@e-ops>$/m);
    await again.waitFor(/^e-lobby +\d\d:\d\d »? ?bob: ana: two$/m);
    await again.waitFor(/^e-ops +\d\d:\d\d bob: four$/m);
    const rows = again.log().map((row) => row.replace(/\d\d:\d\d/g, "HH:MM").replace(/» ?/, ""));
    expect(rows).toContain("e-lobby — 2 new since HH:MM, 1 mentions you —");
    expect(rows).toContain("e-lobby HH:MM bob: ana: two");
    // What was read is no news.
    expect(rows.filter((row) => row.includes("ana: before"))).toEqual([]);
    expect(rows).toContain("e-ops   1 message since you left.");
    expect(rows).toContain("e-ops   HH:MM bob: four");
    // Quiet: only counted.
    expect(rows.filter((row) => row.startsWith("e-dev"))).toEqual([]);
    // At what nobody has looked, is still new the next time.
    again.press("ctrl-c");
    await again.waitFor("Press Ctrl-C again to leave all 3 rooms.");
    again.press("ctrl-c");
    expect((await again.exit).code).toBe(130);
    const third = openPapo(["--quiet-rooms"], { env, rows: 40 });
    await third.waitFor(/^\[e-lobby @1 e-dev 1\] ana@e-ops>$/m);
    third.type("/go e-lobby\r");
    await third.waitFor(/^e-lobby +2 messages since you left, 1 of them mentions you\.$/m);
    await third.waitFor(/^\[e-dev 1\] ana@e-lobby>$/m);
    // Back to where one was before.
    third.type("/part\r");
    await third.waitFor(/^\[e-dev 1\] ana@e-ops>$/m);
    third.press("ctrl-d");
    await third.exit;
    expect(JSON.parse(readFileSync(file, "utf8")).rooms.map(({ url }: { url: string }) => url)).toEqual([
      server.room("e-dev"),
      server.room("e-ops"),
    ]);
  });

  test("a room whose server is down is come back to, where something waits to be sent there", async () => {
    const env = homeOf();
    const other = await startOther();
    await other.kill();
    const ana = await open(["h-lobby"], { env });
    ana.type(`/join ${other.room("h-far")}\r`);
    await ana.waitFor(/ana@h-far>$/m);
    ana.type("kept\r");
    await ana.waitFor(/1 waiting\] ana@h-far>$/m);
    ana.type("/close\r");
    await ana.exit;
    await other.start();
    const again = openPapo([], { env, rows: 40 });
    await again.waitFor(/^h-far +\d\d:\d\d ana: kept$/m);
    await again.waitFor(prompt("ana", "h-far"));
    again.press("ctrl-d");
    await again.exit;
  });

  test("what one has read in another client of one's own is not new here", async () => {
    const env = homeOf();
    const ana = await open(["g-lobby", "g-dev"], { env });
    await say(server.room("g-dev"), "read me");
    await ana.waitFor(/^\[g-dev 1\] ana@g-lobby>$/m);
    const elsewhere = openPapo([server.room("g-dev"), "--nick", "ana"], { env });
    await elsewhere.waitFor(prompt("ana", "g-dev"));
    // A key says that somebody is there.
    elsewhere.type("x");
    await ana.waitFor(/^ana@g-lobby>$/m);
  });

  test("a room's name alone is one of the server that is known", async () => {
    const env = homeOf({ PAPO_URL: server.room("f-lobby") });
    const ana = openPapo(["f-dev", "--nick", "ana"], { env });
    await ana.waitFor(prompt("ana", "f-dev"));
    ana.press("ctrl-d");
    await ana.exit;
    const known = { ...env, PAPO_URL: undefined };
    const again = openPapo(["f-ops", "--nick", "ana"], { env: known });
    await again.waitFor(prompt("ana", "f-ops"));
    const { code, stderr } = await runPapo(["f-ops", "--nick", "bob"]);
    expect(stderr).toContain("On which server is f-ops? Write https://HOST/f-ops");
    expect(code).toBe(2);
  });
});
