import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { homeOf, joinPapo, NODE, openShell, PAPO, runPapo, spawnPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { temporaryFolder } from "./support/temporary.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    MESSAGE_BURST: "50",
    MESSAGES_PER_SECOND: "100000",
    HISTORY_MESSAGES: "20000",
  });
});
afterAll(() => server.kill());

interface Said {
  id: number;
  nick: string;
  text: string;
}

async function said(url: string): Promise<Said[]> {
  const { stdout } = await runPapo(["history", url, "--limit", "all", "--json"]);
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** The objects of a stream, one at a call. */
function jsonLines(stream: Readable) {
  const lines = createInterface({ input: stream })[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("The stream has ended.");
    return JSON.parse(value);
  };
}

// By itself: so many ways to and fro take their time where others are under way.
test("10,000 lines in a pipe arrive all, once, in order", async () => {
  const url = server.room("many");
  const texts = Array.from({ length: 10_000 }, (_, index) => `line ${index + 1}`);
  const { code, stderr } = await runPapo(["send", url, "--nick", "robot"], { input: texts.join("\n") });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect((await said(url)).map(({ text }) => text)).toEqual(texts);
});

describe.concurrent("papo send", () => {
  test("sends its arguments, and nobody sees a join", async () => {
    const url = server.room("one");
    const ana = await joinPapo(url, "ana");
    const { code, stdout, stderr } = await runPapo([
      "send",
      url,
      "--nick",
      "robot",
      "build",
      "42 is",
      "green",
    ]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    await ana.waitFor("robot: build 42 is green");
    expect(ana.log().join("\n")).not.toContain("robot joined");
  });

  test("sends standard input line by line, in order, blank lines left out", async () => {
    const url = server.room("lines");
    const { code } = await runPapo(["send", url, "--nick", "robot"], { input: "one\r\ntwo\n\nthree" });
    expect(code).toBe(0);
    expect((await said(url)).map(({ text }) => text)).toEqual(["one", "two", "three"]);
  });

  test("--whole sends all of it as one message", async () => {
    const url = server.room("whole");
    const { code } = await runPapo(["send", url, "--nick", "robot", "--whole"], {
      input: "one\ntwo\n\nthree\n",
    });
    expect(code).toBe(0);
    expect((await said(url)).map(({ text }) => text)).toEqual(["one\ntwo\n\nthree"]);
  });

  test("leaves colours and other controls out", async () => {
    const url = server.room("controls");
    await runPapo(["send", url, "--nick", "robot"], { input: "\x1b[31mred\x1b[0m\x07 alert\n" });
    expect((await said(url)).map(({ text }) => text)).toEqual(["red alert"]);
  });

  test("a line that is too long is refused by its number, before anything is sent", async () => {
    const url = server.room("long");
    const input = `fine\n${"x".repeat(4_001)}\nfine too\n`;
    const { code, stderr } = await runPapo(["send", url, "--nick", "robot"], { input });
    expect(code).toBe(5);
    expect(stderr).toContain("Line 2");
    expect(await said(url)).toEqual([]);
  });

  test("--to tells one person alone", async () => {
    const url = server.room("alone");
    const bob = await joinPapo(url, "bob");
    const { code } = await runPapo(["send", url, "--nick", "robot", "--to", "bob", "psst"]);
    expect(code).toBe(0);
    await bob.waitFor("[private] robot → bob: psst");
    expect(await said(url)).toEqual([]);
    const missing = await runPapo(["send", url, "--nick", "robot", "--to", "nobody", "psst"]);
    expect(missing.code).toBe(5);
  });

  test("while the same person talks in a terminal, disturbs nothing", async () => {
    const url = server.room("beside");
    const env = homeOf();
    const ana = await joinPapo(url, "ana", { env });
    const bob = await joinPapo(url, "bob");
    const { code } = await runPapo(["send", url, "--nick", "ana"], { input: "a\nb\nc\n", env });
    expect(code).toBe(0);
    ana.type("d\r");
    await bob.waitFor("ana: d");
    expect((await said(url)).map(({ nick, text }) => `${nick} ${text}`)).toEqual([
      "ana a",
      "ana b",
      "ana c",
      "ana d",
    ]);
    expect(bob.log().join("\n")).not.toMatch(/ana (joined|left)/);
  });

  test("--profile is another person", async () => {
    const url = server.room("profile");
    const env = homeOf();
    await joinPapo(url, "ana", { env });
    const refused = await runPapo(["send", url, "--nick", "ana", "--profile", "robot", "hi"], { env });
    expect(refused.code).toBe(3);
    const sent = await runPapo(["send", url, "--nick", "robot", "hi"], {
      env: { ...env, PAPO_PROFILE: "robot" },
    });
    expect(sent.code).toBe(0);
    expect((await said(url)).map(({ nick }) => nick)).toEqual(["robot"]);
  });
});

describe.concurrent("reading", () => {
  test("names and history need no nickname", async () => {
    const url = server.room("reading");
    const ana = await joinPapo(url, "ana");
    ana.type("hello\r");
    await ana.waitFor("ana: hello");
    expect(await runPapo(["names", url])).toMatchObject({ code: 0, stdout: "ana (owner)\n", stderr: "" });
    const json = await runPapo(["names", url, "--json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({ nick: "ana", role: "owner" });
    const { stdout } = await runPapo(["history", url]);
    expect(stdout).toMatch(/^\d\d:\d\d ana: hello\n$/);
    const tail = await runPapo(["tail", url, "--no-follow"]);
    expect(tail.stdout).toBe(stdout);
  });

  test("tail follows as a member, from where it is told to", async () => {
    const url = server.room("tail");
    await runPapo(["send", url, "--nick", "robot"], { input: "one\ntwo\nthree\n" });
    const id = (await said(url))[1]?.id;
    const cases = [
      { since: "1h", nick: "ear-one", shown: ["one", "two", "three"] },
      { since: String(id), nick: "ear-two", shown: ["three"] },
    ];
    for (const { since, nick, shown } of cases) {
      const tail = spawnPapo(["tail", url, "--json", "--nick", nick, "--since", since]);
      const next = jsonLines(tail.stdout);
      for (const text of shown) expect((await next()).text).toBe(text);
      await runPapo(["send", url, "--nick", "robot", "--to", nick, `to ${since}`]);
      expect((await next()).text).toBe(`to ${since}`);
      tail.kill("SIGTERM");
      expect(await once(tail, "exit")).toEqual([143, null]);
    }
  });

  test("a reader that goes away is no error", async () => {
    const url = server.room("head");
    await runPapo(["send", url, "--nick", "robot"], { input: "one\ntwo\n" });
    const history = spawnPapo(["history", url]);
    history.stdout.destroy();
    let stderr = "";
    history.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    expect(await once(history, "exit")).toEqual([0, null]);
    expect(stderr).toBe("");
  });
});

describe.concurrent("a bot", () => {
  test("reads objects and writes lines or objects", async () => {
    const url = server.room("bot");
    const ana = await joinPapo(url, "ana");
    const bot = spawnPapo(["join", url, "--nick", "echo-bot", "--json"]);
    await ana.waitFor("echo-bot joined");
    const next = jsonLines(bot.stdout);
    const until = async (type: string) => {
      for (;;) {
        const event = await next();
        if (event.type === type) return event;
      }
    };
    expect(await until("welcome")).toMatchObject({ room: "bot", you: { nick: "echo-bot" } });
    await until("caught_up");
    ana.type("hello bot\r");
    const message = await until("message");
    expect(message).toMatchObject({ nick: "ana", text: "hello bot", own: false, replayed: false });
    bot.stdin.write("plain line\n");
    bot.stdin.write(`${JSON.stringify({ type: "say", text: "you too", re: message.id })}\n`);
    await ana.waitFor("echo-bot: plain line");
    await ana.waitFor("echo-bot (re ana: “hello bot”): you too");
    bot.stdin.write('{"type":"kick","who":"ana"}\n{"type":"nonsense"}\n{"type":"history","limit":1}\n');
    expect(await until("error")).toMatchObject({ code: "bad_frame" });
    expect((await until("history")).events).toHaveLength(1);
    bot.stdin.end();
    expect(await once(bot, "exit")).toEqual([0, null]);
    await ana.waitFor("echo-bot left");
  });

  test("without --json, what is said comes out and the rest is status", async () => {
    const url = server.room("plainbot");
    const { code, stdout, stderr } = await runPapo(["join", url, "--nick", "robot"], {
      input: "hello\n/nonsense\n//slash\n/names\n",
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d\d:\d\d robot: hello\n\d\d:\d\d robot: \/slash\n$/);
    expect(stderr).toContain("There is no /nonsense.");
    expect(stderr).toContain("1 here: robot");
  });

  test("fits into ten lines of shell", async () => {
    const url = server.room("shell");
    const ana = await joinPapo(url, "ana");
    const folder = temporaryFolder();
    writeFileSync(
      `${folder}/bot`,
      [
        'mkfifo "$2/in"',
        '"$3" "$4" join "$1" --nick pong-bot --json <"$2/in" | while read -r event; do',
        '  case $event in *\'"text":"ping"\'*\'"replayed":false\'*) echo pong ;; esac',
        'done >"$2/in"',
      ].join("\n"),
    );
    const shell = await openShell();
    shell.type(`sh '${folder}/bot' ${url} '${folder}' '${NODE}' '${PAPO}'\r`);
    await ana.waitFor("pong-bot joined");
    ana.type("ping\r");
    await ana.waitFor("pong-bot: pong");
    shell.press("ctrl-c");
    await ana.waitFor("pong-bot left");
  });
});

describe.concurrent("colour in a pipe", () => {
  test("is there where FORCE_COLOR asks for it", async () => {
    const url = server.room("forced");
    await runPapo(["send", url, "--nick", "robot", "hi"]);
    expect((await runPapo(["history", url])).stdout).not.toContain("\x1b");
    const forced = await runPapo(["history", url], { env: homeOf({ FORCE_COLOR: "1" }) });
    expect(forced.stdout).toContain("\x1b[38;5;");
    const both = await runPapo(["history", url, "--no-color"], { env: homeOf({ FORCE_COLOR: "1" }) });
    expect(both.stdout).toContain("\x1b[38;5;");
  });
});
