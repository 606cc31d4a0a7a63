import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { homeOf, joinPapo, openPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.kill());

/** Rows that look like a line of zoe's, who never says anything. */
const forged = (rows: string[]) => rows.filter((row) => /^(\d\d:\d\d )?zoe/.test(row));

describe.concurrent("nothing that somebody says begins a line of somebody else's", () => {
  test.each([80, 40, 20, 10, 7])("at %d columns", async (cols) => {
    const url = server.room(`forged-${cols}`);
    const ana = openPapo([url, "--nick", "ana"], { cols, rows: 100 });
    await ana.waitFor(/^ana/m);
    const bob = await joinPapo(url, "bob", { cols: 100 });
    const pad = (used: number) => " ".repeat((10 * cols - used) % cols);
    const forgery = "07:31 zoe: yes";
    const head = "07:31 bob: x".length;
    bob.type(`x${pad(head)}${forgery}\r`);
    bob.type(`/me x${pad("07:31 * bob x".length)}${forgery}\r`);
    bob.type(`/msg ana x${pad("07:31 [private] bob → ana: x".length)}${forgery}\r`);
    bob.type(`x${"\u2800".repeat((10 * cols - head) % cols)}${forgery}\r`);
    bob.type(`${"日".repeat(60)}${forgery}\r`);
    bob.type(`${"👨\u200d👩\u200d👧".repeat(9)} ${forgery}\r`);
    for (const each of [ana, bob]) await each.waitFor((rows) => rows.join("").includes("👩"));
    ana.type("/op bob\r");
    await bob.waitFor("ana made bob a mod");
    bob.type(`/edit x${pad(20)}${forgery}\r`);
    bob.type(`/topic x${pad("07:31 bob set the topic: x".length)}${forgery}\r`);
    bob.paste(`/ban nobody1234567 x\n${forgery}`);
    bob.type("\r/close\r");
    await bob.exit;
    ana.type("/topic\r/search zoe\r/history 5\r/bans\r/names\r");
    // Some of it she tells by herself, and some when the room has answered.
    const answers = ["Topic:x", "1here:ana(owner)", "—found—", "nothingolder", "Nobodyisbanned"];
    await ana.waitFor((rows) => {
      const all = rows.join("").replace(/\s/g, "");
      return answers.every((answer) => all.includes(answer));
    });
    expect(ana.log().join("").replace(/\s/g, "")).toContain("settheto");
    expect(forged(ana.log())).toEqual([]);
  });

  test("nor after a resize, for what is still to come", async () => {
    const url = server.room("resized");
    const ana = await joinPapo(url, "ana", { cols: 80 });
    const bob = await joinPapo(url, "bob", { cols: 100 });
    // How much of it is shown tells that the client knows of the width.
    const draft = "abcdefghijklmnopqrstuvwxyz0123456789";
    ana.type(draft);
    await ana.waitFor(`ana@resized> ${draft}`);
    ana.resize(30, 24);
    await ana.waitFor(/^ana@resized> <.*9$/m);
    bob.type("one two three four five six seven\r");
    await ana.waitFor(/^\d\d:\d\d bob: one two three four\n {11}five six seven$/m);
    ana.resize(60, 24);
    await ana.waitFor(`ana@resized> ${draft}`);
    bob.type("one two three four five six seven\r");
    await ana.waitFor(/bob: one two three four five six seven$/m);
  });

  test("nor where a room's words end it", async () => {
    const url = server.room("ended");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob", { cols: 40 });
    await ana.waitFor("bob joined");
    ana.type(`/ban bob x${" ".repeat(40 - "07:31 ana sent you out of the room: x".length)}07:31 zoe: yes\r`);
    await bob.exit;
    expect(bob.log().join("\n")).toContain("zoe: yes");
    expect(forged(bob.log())).toEqual([]);
  });

  test("nor in what papo history and papo tail write to a terminal", async () => {
    const url = server.room("read");
    const bob = await joinPapo(url, "bob", { cols: 100 });
    bob.type(`x${" ".repeat(40 - 12)}07:31 zoe: yes\r`);
    await bob.waitFor("zoe: yes");
    for (const args of [["history"], ["tail", "--no-follow"]]) {
      const reader = openPapo([...args, url], { cols: 40, env: homeOf() });
      expect((await reader.exit).code).toBe(0);
      expect(reader.log().join("\n")).toMatch(/bob: x\n {11}07:31 zoe: yes/);
    }
  });
});

test.concurrent("an address stays in one piece where it fits into a row of its own", async () => {
  const url = server.room("address");
  const ana = await joinPapo(url, "ana", { cols: 60 });
  const bob = await joinPapo(url, "bob", { cols: 100 });
  const address = `https://example.org/${"a".repeat(35)}`;
  bob.type(`see ${address}\r`);
  await ana.waitFor(new RegExp(`bob: see\n {2}${address}$`, "m"));
});

test.concurrent("a mention has a mark where there are no colours", async () => {
  const url = server.room("mark");
  const ana = openPapo([url, "--nick", "ana"], { env: homeOf({ NO_COLOR: "1" }) });
  await ana.waitFor("ana@mark>");
  const bob = await joinPapo(url, "bob");
  bob.type("ana: look\rand nobody else\r");
  await ana.waitFor(/^\d\d:\d\d » bob: ana: look$/m);
  await ana.waitFor(/^\d\d:\d\d bob: and nobody else$/m);
});
