import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { homeOf, joinPapo, NODE, openPapo, openShell, PAPO, runPapo } from "./support/papo.ts";
import { relayTo } from "./support/relay.ts";
import { startServer, type TestServer } from "./support/server.ts";

const UNHELD = { NICK_HOLD_SECONDS: "0" };

/** For who leaves it as it is: tests run side by side. */
let server: TestServer;
beforeAll(async () => {
  server = await startServer(UNHELD);
});
afterAll(() => server.kill());

/** The last row that is not empty. */
const last = (rows: string[]) => rows.findLast((row) => row !== "") ?? "";

describe.concurrent("what is typed before there is anything to see", () => {
  test("is no guess at a passphrase, and stays in the draft", async () => {
    const url = server.room("early");
    const ana = await joinPapo(url, "ana");
    ana.type("/lock\r");
    await ana.waitFor("Passphrase for this room:");
    ana.type("opensesame\r");
    await ana.waitFor("ana locked the room");
    const yan = openPapo([url, "--nick", "yan"], { env: homeOf() });
    yan.type("hello everyone\rsecond typed\r");
    await yan.waitFor(/^Passphrase:$/m);
    yan.type("opensesame\r");
    await yan.waitFor(/^yan@early> hello everyone⏎second typed⏎$/m);
    expect(yan.log().join("\n")).not.toContain("wrong");
  });

  test("is no nickname", async () => {
    const zoe = openPapo([server.room("early-nick")], { env: homeOf() });
    zoe.type("typed ahead\rhello");
    await zoe.waitFor(/^Nickname:$/m);
    zoe.type("zoe\r");
    await zoe.waitFor(/^zoe@early-nick> typed ahead⏎hello$/m);
  });

  test("Ctrl-C ends it, and the terminal is given back", async () => {
    const way = await relayTo(server.room("early-end"));
    void way.hold();
    const zoe = openPapo([way.url, "--nick", "zoe"], { env: homeOf() });
    await zoe.waitFor(() => zoe.bracketedPaste());
    zoe.type("typed ahead\x03");
    expect((await zoe.exit).code).toBe(130);
    expect(zoe.bracketedPaste()).toBe(false);
  });
});

describe.concurrent("a question keeps its words", () => {
  test("/lock: whatever happens meanwhile, it is the passphrase that is asked for", async () => {
    const own = await startServer(UNHELD);
    const url = own.room("kept");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    await ana.waitFor("bob joined");
    ana.type("/lock\r");
    await ana.waitFor(/^Passphrase for this room:$/m);
    bob.type("one\r");
    await ana.waitFor("bob: one");
    await own.kill();
    await ana.waitFor("connection lost");
    // The label of the draft has changed by now, each second once.
    await bob.waitFor(/^\[offline (?:[3-9]|\d\d+)s\] bob@/m);
    expect(last(ana.screen())).toBe("Passphrase for this room:");
    ana.type("sesame");
    await ana.waitFor(/^Passphrase for this room: ••••••$/m);
    await own.start();
    await ana.waitFor("connected again");
    expect(last(ana.screen())).toBe("Passphrase for this room: ••••••");
    ana.press("enter");
    await ana.waitFor("ana locked the room");
    expect(ana.log().join("\n")).not.toContain("sesame");
  });

  test("/lock: a line typed behind it at once is no passphrase, and is not said", async () => {
    const url = server.room("ahead");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    ana.type("/lock\rhello all\r");
    await ana.waitFor(/^Passphrase for this room:$/m);
    ana.type("opensesame\r");
    await bob.waitFor("ana locked the room");
    await ana.waitFor(/^ana@ahead> hello all⏎$/m);
    const env = homeOf({ PAPO_KEY: "opensesame" });
    const { stdout } = await runPapo(["history", url], { env });
    expect(stdout).toBe("");
  });

  test("/lock does not ask a plain member", async () => {
    const url = server.room("member");
    await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    bob.type("/lock\r");
    await bob.waitFor("! Only the room's owners may do that.");
    expect(last(bob.screen())).toBe("bob@member>");
    bob.type("/lock\rsecret\r");
    await bob.waitFor(/^bob@member> secret⏎$/m);
  });

  test("/link: the code is shown under its own label, and who writes on has seen it", async () => {
    const ana = await joinPapo(server.room("code"), "ana");
    ana.type("draft");
    ana.press("ctrl-u");
    ana.type("/link\r");
    await ana.waitFor(/^Code: [\w-]{22,}$/m);
    const code = /^Code: ([\w-]+)$/m.exec(ana.screen().join("\n"))?.[1] ?? "";
    ana.type("hello");
    await ana.waitFor(/^ana@code> hello$/m);
    ana.press("enter");
    await ana.waitFor("ana: hello");
    expect(ana.log().join("\n")).not.toContain(code);
  });

  test("/link: where the row is too narrow, the code comes in parts", async () => {
    const ana = await joinPapo(server.room("parts"), "ana", { cols: 40 });
    ana.type("/link\r");
    const part = (at: number) => new RegExp(`^${at}/2: ([\\w-]+)$`, "m");
    const codes: string[] = [];
    for (const at of [1, 2]) {
      await ana.waitFor(part(at));
      codes.push(part(at).exec(ana.screen().join("\n"))?.[1] ?? "");
      ana.press("enter");
    }
    await ana.waitFor(/^ana@parts>$/m);
    expect(ana.log().join("\n")).not.toContain(codes[0]);
    ana.type("/link enter\r");
    await ana.waitFor("Code that /link sho");
    ana.type(`${codes.join("")}\r`);
    await ana.waitFor(/^ana@parts>$/m);
    expect(ana.log().join("\n")).not.toContain("slip in that code");
  });

  test("ten questions and more leave nothing behind that warns over the row", async () => {
    const ana = await joinPapo(server.room("many"), "ana", { rows: 60 });
    for (let round = 1; round <= 12; round++) {
      ana.type("/link enter\r");
      await ana.waitFor(/^Code that \/link shows elsewhere:$/m);
      ana.type(`no code ${round}\r`);
      await ana.waitFor((rows) => rows.filter((row) => row.includes("a slip in that code")).length === round);
    }
    expect(ana.raw()).not.toContain("MaxListeners");
  });

  test("Ctrl-Z and fg bring the question back", async () => {
    const shell = await openShell({ cols: 120, env: homeOf() });
    shell.type(`'${NODE}' '${PAPO}' ${server.room("stopped")} --nick ana\r`);
    await shell.waitFor(/^ana@stopped>/m);
    shell.type("/lock\r");
    await shell.waitFor(/^Passphrase for this room:$/m);
    shell.type("open");
    await shell.waitFor("room: ••••");
    shell.press("ctrl-z");
    await shell.waitFor((rows) => /Stopped/.test(rows.join("")) && last(rows) === "shell$");
    shell.type("fg\r");
    await shell.waitFor(/^Passphrase for this room: ••••$/m);
    shell.type("sesame\r");
    await shell.waitFor("ana locked the room");
  });

  test("who is sent out while being asked is told, and has the terminal back", async () => {
    const url = server.room("kicked");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    await ana.waitFor("bob joined");
    bob.type("/link enter\r");
    await bob.waitFor(/^Code that .*:$/m);
    bob.type("half");
    await bob.waitFor("••••");
    ana.type("/kick bob enough\r");
    await bob.waitFor("ana sent you out of the room: enough");
    expect((await bob.exit).code).toBe(3);
    expect(bob.bracketedPaste()).toBe(false);
    expect(bob.screen().join("\n")).not.toContain("•");
  });
});

describe.concurrent("a question that comes by itself", () => {
  /** Ana, one of whose lines may have been stored by a room that is gone. */
  async function unsure(room: string, draft: string) {
    const own = await startServer(UNHELD);
    const url = own.room(room);
    const way = await relayTo(url);
    const bob = await joinPapo(url, "bob");
    const ana = await joinPapo(way.url, "ana", { env: homeOf() });
    ana.type("before\r");
    await bob.waitFor("ana: before");
    const stuck = way.hold();
    ana.type("in doubt\r");
    await stuck;
    ana.type(draft);
    await ana.waitFor(`> ${draft}`);
    await own.kill();
    own.erase();
    await own.start();
    await ana.waitFor("Nobody knows whether this has arrived: in doubt");
    await bob.waitFor("connected again");
    return { ana, bob };
  }

  test("takes nothing that was meant for the draft, and its answer alone", async () => {
    const { ana, bob } = await unsure("doubt", "half");
    ana.type(" a line");
    await ana.waitFor(/^\[1 waiting\] ana@doubt> half a line$/m);
    expect(ana.screen().join("\n")).not.toContain("[y/N]");
    ana.press("enter");
    await bob.waitFor("ana: half a line");
    await ana.waitFor(/^Send again\? \[y\/N\] “in doubt”$/m);
    ana.type("nobody asked\r");
    await bob.waitFor("ana: nobody asked");
    await ana.waitFor(/^Send again\? \[y\/N\] “in doubt”$/m);
    ana.type("y\r");
    await bob.waitFor("ana: in doubt");
    await ana.waitFor(/^ana@doubt>$/m);
  });
});

test.concurrent("a room that was locked meanwhile asks once nothing is being typed", async () => {
  const own = await startServer(UNHELD);
  const url = own.room("relocked");
  const env = homeOf();
  const ana = await joinPapo(url, "ana", { env });
  const way = await relayTo(url);
  const bob = await joinPapo(way.url, "bob");
  bob.type("half a line");
  await bob.waitFor("> half a line");
  void way.hold();
  ana.type("/lock\r");
  await ana.waitFor("Passphrase for this room:");
  ana.type("opensesame\r");
  await ana.waitFor("ana locked the room");
  await own.kill();
  await own.start();
  await bob.waitFor("This room is locked");
  bob.type(", whole\r");
  await bob.waitFor("… half a line, whole");
  await bob.waitFor(/^Passphrase:$/m);
  bob.type("opensesame\r");
  await ana.waitFor("bob: half a line, whole");
});

describe.concurrent("TERM=dumb", () => {
  test("gets lines alone: no sequence, no bell, a mark where one is mentioned", async () => {
    const url = server.room("dumb");
    const ana = openPapo([url], { env: homeOf({ TERM: "dumb" }), cols: 60 });
    await ana.waitFor("Nickname:");
    ana.type("ana\r");
    await ana.waitFor("ana@dumb>");
    const bob = await joinPapo(url, "bob");
    bob.type(`hi ana${" ".repeat(60)}07:31 zoe: yes\r`);
    await ana.waitFor(/^\d\d:\d\d » bob: hi ana\n {13}07:31 zoe: yes$/m);
    ana.type("hello\r");
    await bob.waitFor("ana: hello");
    ana.type("/lock\r");
    await ana.waitFor("Passphrase for this room:");
    ana.type("opensesame\r");
    await bob.waitFor("ana locked the room");
    ana.type("/names\r");
    await ana.waitFor("2 here: ana (owner), bob");
    ana.type("/close\r");
    expect((await ana.exit).code).toBe(0);
    expect(ana.raw()).not.toMatch(/(?![\r\n])\p{Cc}/u);
    expect(ana.raw()).not.toContain("opensesame");
  });

  test("Ctrl-C leaves, and Ctrl-D", async () => {
    for (const [key, code] of [
      ["ctrl-c", 130],
      ["ctrl-d", 0],
    ] as const) {
      const ana = openPapo([server.room("dumb-leave"), "--nick", "ana"], { env: homeOf({ TERM: "dumb" }) });
      await ana.waitFor("ana@");
      ana.press(key);
      expect((await ana.exit).code).toBe(code);
    }
  });
});
