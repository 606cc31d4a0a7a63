import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { type Pty, type PtyOptions, startPty } from "../../support/pty.ts";

const FIXTURE = fileURLToPath(new URL("../fixtures/prompt-fixture.ts", import.meta.url));
const PROMPT = /^ana@lobby>/m;
/** Lines the terminal without anything a shell's own line editing would add. */
const SHELL = {
  command: "bash",
  args: ["--norc", "--noprofile", "--noediting", "-i"],
  env: { PS1: "shell$ " },
};

const running: Pty[] = [];
afterEach(() => {
  for (const pty of running.splice(0)) pty.kill("SIGKILL");
});

function start(options: PtyOptions): Pty {
  const pty = startPty(options);
  running.push(pty);
  return pty;
}

/** A shell that has shown its prompt: what is typed earlier stands before it. */
async function startShell(): Promise<Pty> {
  const pty = start({ ...SHELL, cols: 120, rows: 40 });
  await pty.waitFor(/^shell\$$/m);
  return pty;
}

async function startPrompt(options: Partial<PtyOptions> = {}): Promise<Pty> {
  const pty = start({ command: process.execPath, args: [FIXTURE], cols: 40, rows: 10, ...options });
  await pty.waitFor(PROMPT);
  return pty;
}

/** Three messages from others, as the fixture prints them. */
async function receive(pty: Pty): Promise<void> {
  process.kill(pty.pid, "SIGUSR2");
  await pty.waitFor("message 3");
}

/** The process of a fixture that runs under a shell. */
async function askPid(pty: Pty): Promise<number> {
  pty.type("/pid\r");
  const line = /^pid (\d+)$/m;
  await pty.waitFor(line);
  return Number(line.exec(pty.screen().join("\n"))?.[1]);
}

const written = (pty: Pty) => pty.log().filter((row) => row !== "");

describe("a draft while messages arrive", () => {
  test.each([
    {
      name: "longer than the row",
      draft: (pty: Pty) => pty.type(`${"word ".repeat(12)}end`),
      shown: "ana@lobby> <rd word word word word end",
      column: 38,
    },
    {
      name: "with the cursor in its middle",
      draft: (pty: Pty) => {
        pty.type("one two three");
        pty.press("alt-b", "alt-b");
      },
      shown: "ana@lobby> one two three",
      column: 15,
    },
    {
      name: "pasted",
      draft: (pty: Pty) => pty.paste("one\ntwo"),
      shown: "ana@lobby> one⏎two",
      column: 18,
    },
    {
      name: "with wide characters",
      draft: (pty: Pty) => {
        pty.type("日本語");
        pty.press("left");
      },
      shown: "ana@lobby> 日本語",
      column: 15,
    },
  ])("$name", async ({ draft, shown, column }) => {
    const pty = await startPrompt();
    draft(pty);
    await pty.waitFor(shown);
    await receive(pty);
    expect(written(pty)).toEqual(["message 1", "message 2", "message 3", shown]);
    await pty.waitFor(() => pty.cursor().column === column);
  });

  test("it is what Enter sends", async () => {
    const pty = await startPrompt();
    pty.type("hello");
    await receive(pty);
    pty.type(" there");
    pty.press("enter");
    await pty.waitFor('sent "hello there"');
    expect(written(pty)).toEqual(["message 1", "message 2", "message 3", 'sent "hello there"', "ana@lobby>"]);
  });
});

describe("the terminal changes its width", () => {
  const DRAFT = "abcdefghijklmnopqrstuvwxyz0123456789";

  test.each([
    { terminal: "wraps the row anew", reflow: true },
    { terminal: "cuts the row", reflow: false },
  ])("and $terminal", async ({ reflow }) => {
    const pty = await startPrompt({ reflow });
    await receive(pty);
    const log = ["message 1", "message 2", "message 3"];
    pty.type(DRAFT);
    await pty.waitFor("ana@lobby> <klmnopqrstuvwxyz0123456789");
    pty.resize(25, 10);
    await pty.waitFor("ana@lobby> <z0123456789");
    expect(written(pty)).toEqual([...log, "ana@lobby> <z0123456789"]);
    pty.resize(60, 10);
    await pty.waitFor(`ana@lobby> ${DRAFT}`);
    expect(written(pty)).toEqual([...log, `ana@lobby> ${DRAFT}`]);
    await pty.waitFor(() => pty.cursor().column === 47);
  });
});

describe("history and keys", () => {
  test("Up and Down keep the live draft", async () => {
    const pty = await startPrompt();
    pty.type("first\rsecond\rdra");
    pty.press("up", "up");
    await pty.waitFor(/^ana@lobby> first$/m);
    pty.press("down", "down");
    await pty.waitFor(/^ana@lobby> dra$/m);
  });

  test("Tab completes, and again", async () => {
    const pty = await startPrompt();
    pty.type("bo");
    pty.press("tab");
    await pty.waitFor("ana@lobby> bob:");
    pty.press("tab");
    await pty.waitFor("ana@lobby> bonnie:");
  });
});

describe("a paste", () => {
  test("stays one draft, and goes out as one message", async () => {
    const pty = await startPrompt();
    pty.paste("one\ntwo\n");
    await pty.waitFor("ana@lobby> one⏎two");
    pty.press("enter");
    await pty.waitFor('sent "one\\ntwo"');
  });

  test("of more than five lines asks first", async () => {
    const pty = await startPrompt();
    pty.type("x");
    pty.paste("1\n2\n3\n4\n5\n6");
    await pty.waitFor("Paste 6 lines? [y/N]");
    pty.type("n");
    await pty.waitFor(/^ana@lobby> x$/m);
    pty.paste("1\n2\n3\n4\n5\n6");
    await pty.waitFor("Paste 6 lines? [y/N]");
    pty.type("y");
    await pty.waitFor("ana@lobby> x1⏎2⏎3⏎4⏎5⏎6");
  });
});

describe("every way out restores the terminal", () => {
  test.each([
    { way: "Ctrl-C", leave: (pty: Pty) => pty.press("ctrl-c"), said: "left by interrupt", code: 0 },
    { way: "Ctrl-D", leave: (pty: Pty) => pty.press("ctrl-d"), said: "left by eof", code: 0 },
    { way: "SIGTERM", leave: (_pty: Pty, pid: number) => process.kill(pid, "SIGTERM"), said: "", code: 143 },
    { way: "an exception", leave: (pty: Pty) => pty.type("/throw\r"), said: "thrown", code: 1 },
  ])("$way", async ({ leave, said, code }) => {
    const pty = await startShell();
    pty.type(`'${process.execPath}' '${FIXTURE}'; echo "code:$?"; stty -a\r`);
    await pty.waitFor(PROMPT);
    expect(pty.bracketedPaste()).toBe(true);
    leave(pty, await askPid(pty));
    await pty.waitFor(new RegExp(`^code:${code}$`, "m"));
    await pty.waitFor((rows) => rows.join(" ").includes(" icanon ") && rows.join(" ").includes(" echo "));
    expect(pty.bracketedPaste()).toBe(false);
    expect(pty.screen().join("\n")).toContain(said);
    expect(pty.screen().join("\n")).not.toMatch(PROMPT);
  });

  test("Ctrl-C clears a draft first", async () => {
    const pty = await startPrompt();
    pty.type("draft");
    pty.press("ctrl-c");
    await pty.waitFor(/^ana@lobby>$/m);
    pty.press("ctrl-c");
    await pty.waitFor("left by interrupt");
    expect(await pty.exit).toEqual({ code: 0, signal: undefined });
  });
});

describe("Ctrl-Z and fg", () => {
  test.each([
    { how: "by key", stop: (pty: Pty) => pty.press("ctrl-z"), asked: true },
    { how: "by signal", stop: (_pty: Pty, pid: number) => process.kill(pid, "SIGTSTP"), asked: true },
    // Nobody is asked, and only the shell puts the terminal right.
    { how: "by force", stop: (_pty: Pty, pid: number) => process.kill(pid, "SIGSTOP"), asked: false },
  ])("keep the draft, $how", async ({ stop, asked }) => {
    const pty = await startShell();
    pty.type(`'${process.execPath}' '${FIXTURE}'\r`);
    await pty.waitFor(PROMPT);
    const pid = await askPid(pty);
    pty.type("draft");
    await pty.waitFor(/^ana@lobby> draft$/m);
    stop(pty, pid);
    await pty.waitFor(
      (rows) => /Stopped/.test(rows.join()) && /^shell\$/.test(rows.findLast((row) => row) ?? ""),
    );
    expect(pty.bracketedPaste()).toBe(!asked);
    pty.type("fg\r");
    await pty.waitFor(/^ana@lobby> draft$/m);
    expect(pty.bracketedPaste()).toBe(true);
    pty.press("enter");
    await pty.waitFor('sent "draft"');
  });
});
