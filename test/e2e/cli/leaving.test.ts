import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Pty } from "../../support/pty.ts";
import { homeOf, joinPapo, NODE, openShell, PAPO } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.kill());

/** The client under a shell that says how it ended. */
async function underShell(room: string): Promise<Pty> {
  const shell = await openShell({ cols: 120 });
  shell.type(`'${NODE}' '${PAPO}' ${server.room(room)} --nick ana; echo "code:$?"; stty -a\r`);
  await shell.waitFor(/^ana@/m);
  return shell;
}

describe.concurrent("leaving", () => {
  test.each([
    { way: "/close", leave: (pty: Pty) => pty.type("/close\r"), code: 0 },
    { way: "/quit", leave: (pty: Pty) => pty.type("/quit\r"), code: 0 },
    { way: "/exit", leave: (pty: Pty) => pty.type("/exit\r"), code: 0 },
    { way: "Ctrl-D", leave: (pty: Pty) => pty.press("ctrl-d"), code: 0 },
    { way: "Ctrl-C", leave: (pty: Pty) => pty.press("ctrl-c"), code: 130 },
  ])("by $way restores the terminal, and exits $code", async ({ way, leave, code }) => {
    const room = `leave-${way.replace(/[^a-z]/gi, "").toLowerCase()}`;
    const bob = await joinPapo(server.room(room), "bob");
    const shell = await underShell(room);
    expect(shell.bracketedPaste()).toBe(true);
    leave(shell);
    await shell.waitFor(new RegExp(`^code:${code}$`, "m"));
    await shell.waitFor((rows) => / icanon .* echo /.test(rows.join(" ")));
    expect(shell.bracketedPaste()).toBe(false);
    await bob.waitFor(/← ana left$/m);
  });

  test("by SIGTERM restores the terminal, and exits 143", async () => {
    const ana = await joinPapo(server.room("term"), "ana");
    process.kill(ana.pid, "SIGTERM");
    expect((await ana.exit).code).toBe(143);
    expect(ana.bracketedPaste()).toBe(false);
  });

  test("Ctrl-C clears a draft first", async () => {
    const ana = await joinPapo(server.room("clears"), "ana");
    ana.type("draft");
    await ana.waitFor("> draft");
    ana.press("ctrl-c");
    await ana.waitFor(/^ana@clears>$/m);
    ana.press("ctrl-c");
    expect((await ana.exit).code).toBe(130);
  });

  test("right behind a line waits until it is stored", async () => {
    const url = server.room("behind");
    const bob = await joinPapo(url, "bob");
    const ana = await joinPapo(url, "ana");
    ana.type("the last word\r/close\r");
    expect((await ana.exit).code).toBe(0);
    await bob.waitFor("ana: the last word");
  });

  test("with a line that slow mode holds back says so, takes nothing more, and goes when asked again", async () => {
    const url = server.room("held");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob", { cols: 100 });
    ana.type("/slow 60\r");
    await bob.waitFor("ana set slow mode");
    bob.type("one\rtwo\r");
    await bob.waitFor(/Slow mode: 1 line waits, and goes on in \d\ds\.$/m);
    bob.type("/close\r");
    await bob.waitFor("Leaving once 1 line is sent; /close again leaves at once.");
    bob.type("three\r");
    await bob.waitFor("! You are leaving; /close again leaves at once.");
    bob.type("/exit\r");
    expect((await bob.exit).code).toBe(5);
    expect(bob.log().join("\n")).toContain("1 line was not sent.");
  });

  test("with a line that slow mode held back goes once that is over", async () => {
    const url = server.room("freed");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    ana.type("/slow 60\r");
    await bob.waitFor("ana set slow mode");
    bob.type("one\rtwo\r");
    await bob.waitFor("Slow mode:");
    bob.type("/close\r");
    await bob.waitFor("Leaving once");
    ana.type("/slow off\r");
    await ana.waitFor("bob: two");
    expect((await bob.exit).code).toBe(0);
  });

  test("Ctrl-C at the question for a nickname exits 130", async () => {
    const shell = await openShell();
    shell.type(`'${NODE}' '${PAPO}' ${server.room("asked")}; echo "code:$?"\r`);
    await shell.waitFor("Nickname:");
    shell.press("ctrl-c");
    await shell.waitFor(/^code:130$/m);
  });
});

describe.concurrent("Ctrl-Z and fg", () => {
  test("keep the draft, and Enter sends it", async () => {
    const bob = await joinPapo(server.room("job"), "bob");
    const shell = await openShell({ cols: 120, env: homeOf() });
    shell.type(`'${NODE}' '${PAPO}' ${server.room("job")} --nick ana\r`);
    await shell.waitFor(/^ana@job>/m);
    shell.type("draft");
    await shell.waitFor(/^ana@job> draft$/m);
    shell.press("ctrl-z");
    await shell.waitFor(
      (rows) => /Stopped/.test(rows.join("")) && rows.findLast((row) => row !== "") === "shell$",
    );
    shell.type("fg\r");
    await shell.waitFor(/^ana@job> draft$/m);
    shell.press("enter");
    await bob.waitFor("ana: draft");
  });
});
