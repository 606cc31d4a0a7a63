import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { homeOf, joinPapo, openPapo, runPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ NICK_HOLD_SECONDS: "0" });
});
afterAll(() => server.kill());

const lines = (rows: string[]) => rows.filter((row) => row !== "");

describe.concurrent("two terminals", () => {
  test("see what the other says, with its time", async () => {
    const url = server.room("talk");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    await ana.waitFor(/^\d\d:\d\d → bob joined$/m);
    ana.type("hello bob\r");
    await bob.waitFor(/^\d\d:\d\d ana: hello bob$/m);
    await ana.waitFor(/^\d\d:\d\d ana: hello bob$/m);
    bob.type("hi ana\r");
    await ana.waitFor(/^\d\d:\d\d bob: hi ana$/m);
  });

  test.each([
    { format: "off", shown: /^ana: hello$/m },
    { format: "hms", shown: /^\d\d:\d\d:\d\d ana: hello$/m },
    { format: "iso", shown: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ana: hello$/m },
  ])("--time $format", async ({ format, shown }) => {
    const ana = await joinPapo(server.room(`time-${format}`), "ana", {});
    const bob = openPapo([server.room(`time-${format}`), "--nick", "bob", "--time", format]);
    await bob.waitFor("bob@");
    ana.type("hello\r");
    await bob.waitFor(shown);
  });

  test("a draft and its cursor are intact after three messages", async () => {
    const url = server.room("drafts");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob", { cols: 40 });
    bob.type(`${"word ".repeat(12)}end`);
    bob.press("alt-b");
    await bob.waitFor((rows) => rows.some((row) => row.indexOf("word end") + 5 === bob.cursor().column));
    const { column } = bob.cursor();
    for (const text of ["one", "two", "three"]) ana.type(`${text}\r`);
    await bob.waitFor(/ana: three$/m);
    for (const text of ["one", "two", "three"]) {
      expect(bob.log().filter((row) => row.endsWith(`ana: ${text}`))).toHaveLength(1);
    }
    await bob.waitFor(() => bob.cursor().column === column);
    bob.type("the ");
    bob.press("enter");
    await ana.waitFor("word the end");
  });

  test("the prompt is right at 40, 25 and 60 columns", async () => {
    const ana = await joinPapo(server.room("width"), "ana", { cols: 40 });
    ana.type("abcdefghijklmnopqrstuvwxyz0123456789");
    await ana.waitFor("ana@width> <klmnopqrstuvwxyz0123456789");
    for (const columns of [25, 60]) {
      ana.resize(columns, 24);
      await ana.waitFor(
        columns === 60 ? "ana@width> abcdefghijklmnopqrstuvwxyz0123456789" : "ana@width> <z0123456789",
      );
      expect(ana.screen().filter((row) => row.startsWith("ana@width>"))).toHaveLength(1);
    }
  });

  test("a draft of wide characters leaves nothing behind where they wrap", async () => {
    const ana = await joinPapo(server.room("wide"), "ana", { cols: 60 });
    ana.type("語".repeat(24));
    await ana.waitFor(`ana@wide> ${"語".repeat(24)}`);
    ana.resize(15, 24);
    await ana.waitFor((rows) => rows.findLast((row) => row !== "") === "ana@wid<語語");
    expect(ana.screen().filter((row) => row.startsWith("ana@wid") || row.startsWith("語"))).toHaveLength(1);
  });

  test("Tab completes who spoke last, and again", async () => {
    const url = server.room("tab");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    await joinPapo(url, "bonnie");
    bob.type("spoken\r");
    await ana.waitFor("bob: spoken");
    await ana.waitFor("bonnie joined");
    ana.type("bo");
    ana.press("tab");
    await ana.waitFor("ana@tab> bob:");
    ana.press("tab");
    await ana.waitFor("ana@tab> bonnie:");
    ana.press("ctrl-u");
    ana.type("/na");
    ana.press("tab");
    await ana.waitFor("ana@tab> /names");
  });

  test("Up brings a sent line back, Down the live draft", async () => {
    const ana = await joinPapo(server.room("up"), "ana");
    ana.type("first\r");
    await ana.waitFor("ana: first");
    ana.type("draft");
    ana.press("up");
    await ana.waitFor(/^ana@up> first$/m);
    ana.press("down");
    await ana.waitFor(/^ana@up> draft$/m);
  });

  test("a pasted text is one message, and more than five lines ask first", async () => {
    const url = server.room("paste");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    ana.paste("one\ntwo\n");
    ana.press("enter");
    await bob.waitFor((rows) => /ana: one\n\s+two$/m.test(lines(rows).join("\n")));
    ana.paste("1\n2\n3\n4\n5\n6");
    await ana.waitFor("Paste 6 lines? [y/N]");
  });

  test("one of two killed without a goodbye: the other goes on", async () => {
    const url = server.room("killed");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    bob.kill("SIGKILL");
    await bob.exit;
    await ana.waitFor("bob lost the connection");
    ana.type("still here\r");
    await ana.waitFor("ana: still here");
  });
});

describe.concurrent("the nickname", () => {
  test("is asked for until one is accepted, with the old value to edit", async () => {
    const url = server.room("nick");
    await joinPapo(url, "ana");
    const other = openPapo([url]);
    await other.waitFor("Nickname:");
    other.type("ana\r");
    await other.waitFor("Somebody else has that nickname.");
    await other.waitFor(/^Nickname: ana$/m);
    other.type("2\r");
    await other.waitFor("ana2@nick>");
  });

  test("comes from PAPO_NICK", async () => {
    const pty = openPapo([server.room("env")], { env: homeOf({ PAPO_NICK: "zoe" }) });
    await pty.waitFor("zoe@env>");
  });
});

describe.concurrent("two terminals of one machine", () => {
  test("under two nicknames are two people, and the same two when they come back", async () => {
    const url = server.room("machine");
    const env = homeOf();
    const ana = await joinPapo(url, "ana", { env });
    const bob = await joinPapo(url, "bob", { env });
    await ana.waitFor("→ bob joined");
    ana.type("hello bob\r");
    await bob.waitFor("ana: hello bob");
    bob.type("/nick robert\rhi ana\r");
    await ana.waitFor("robert: hi ana");
    await runPapo(["send", url, "--nick", "builder", "green"], { env });
    await ana.waitFor("builder: green");
    const { stdout } = await runPapo(["names", url, "--json"], { env });
    const uids = stdout.match(/"uid":"[^"]+"/g);
    bob.type("/close\r");
    await bob.exit;
    await joinPapo(url, "robert", { env });
    expect((await runPapo(["names", url, "--json"], { env })).stdout.match(/"uid":"[^"]+"/g)).toEqual(uids);
  });
});

describe.concurrent("a mention", () => {
  test("rings once, for live lines of others, unless it is not to", async () => {
    const url = server.room("bell");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    const quiet = openPapo([url, "--nick", "zoe", "--no-bell"]);
    await quiet.waitFor("zoe@");
    ana.type("bob, and BOB and zoe! but not ana or bobby\r");
    await bob.waitFor("ana: bob, and BOB");
    await quiet.waitFor("ana: bob, and BOB");
    bob.type("seen\r");
    await ana.waitFor("bob: seen");
    await bob.waitFor("bob: seen");
    expect([ana.bells(), bob.bells(), quiet.bells()]).toEqual([0, 1, 0]);

    const late = await joinPapo(url, "Bobby");
    await late.waitFor("bob: seen");
    expect(late.bells()).toBe(0);
  });
});

describe.concurrent("what is said by others", () => {
  test("changes nothing on the screen but its own line", async () => {
    const url = server.room("hostile");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    // The room refuses control characters; what it lets through is hidden characters, and bidi controls, which end with the line.
    bob.type("x\u202ereversed \u{e0041}\u2066 end\r");
    const visible = (row: string) => row.replace(/\p{Cf}/gu, "");
    await ana.waitFor((rows) => rows.some((row) => visible(row).endsWith("bob: xreversed  end")));
    expect(ana.log().join("\n")).not.toContain("\ufffd");
  });

  test("right to left is told in logical order, behind time and nickname", async () => {
    const url = server.room("rtl");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    bob.type("שלום עולם\r");
    await ana.waitFor(/^\u200e?\d\d:\d\d bob: \u200e?שלום עולם$/m);
  });

  test("nicknames have one colour everywhere", async () => {
    const url = server.room("color");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    ana.type("hello\r");
    await ana.waitFor("ana: hello");
    await bob.waitFor("ana: hello");
    const seenBy = [ana, bob].map((pty) => pty.colorAt(/ana: hello/));
    expect(seenBy[0]).toBeDefined();
    expect(seenBy[0]).toEqual(seenBy[1]);
  });

  test.each([
    { how: "NO_COLOR", args: [], env: { NO_COLOR: "1" } },
    { how: "TERM=dumb", args: [], env: { TERM: "dumb" } },
    { how: "--no-color", args: ["--no-color"], env: {} },
  ])("$how takes the colour away", async ({ how, args, env }) => {
    const url = server.room(how.toLowerCase().replace(/[^a-z]/g, ""));
    const ana = openPapo([url, "--nick", "ana", ...args], { env: homeOf(env) });
    await ana.waitFor("ana@");
    ana.type("hello\r");
    await ana.waitFor("ana: hello");
    expect(ana.colorAt(/ana: hello/)).toBeUndefined();
  });
});
