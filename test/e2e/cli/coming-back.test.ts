import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { homeOf, joinPapo, openPapo, runPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { deserted } from "./support/strangers.ts";

/** So that a test need not wait for flood control. */
const FAST = { MESSAGE_BURST: "1000", MESSAGES_PER_SECOND: "1000" };

let server: TestServer;
beforeAll(async () => {
  server = await startServer(FAST);
});
afterAll(() => server.kill());

const count = (rows: string[], pattern: RegExp) => rows.filter((row) => pattern.test(row)).length;
const said = (from: number, to: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, at) => `message ${from + at}${from + at === 2 ? " for ana" : ""}\n`,
  ).join("");

describe.concurrent("coming back", () => {
  test("a line says where one stopped; what was missed is below it", async () => {
    const [url, env] = [server.room("stopped"), homeOf()];
    const first = await joinPapo(url, "ana", { env });
    first.type("seen\r/close\r");
    await first.exit;
    await runPapo(["send", url, "--nick", "bob"], { input: said(1, 3) });
    const second = await joinPapo(url, "ana", { env });
    const rows = second.log().map((row) => row.replace(/^\d\d:\d\d /, ""));
    const at = rows.indexOf("— you stopped here —");
    expect(rows[at - 1]).toBe("ana: seen");
    expect(rows.slice(at + 1, at + 4)).toEqual([
      "3 messages since you left, 1 of them mentions you.",
      "bob: message 1",
      "bob: message 2 for ana",
    ]);
    second.press("ctrl-d");
    await second.exit;
    // Nothing new: no line.
    const third = await joinPapo(url, "ana", { env });
    expect(third.log().join("\n")).not.toContain("you stopped here");
  });

  test("of many, a mention is shown and the rest counted; /unread goes on from the first", async () => {
    const [url, env] = [server.room("many"), homeOf()];
    const first = await joinPapo(url, "ana", { env });
    first.type("seen\r/close\r");
    await first.exit;
    await runPapo(["send", url, "--nick", "bob"], { input: said(1, 260) });
    const second = await joinPapo(url, "ana", { env, rows: 100 });
    const log = second.log().join("\n");
    expect(log).toMatch(/260 messages since you left, 1 of them mentions you\. The newest follow; \/unread/);
    expect(log).toMatch(
      /to you, among them —\n\d\d:\d\d bob: message 2 for ana\n— until here —\n\d\d:\d\d bob: message 211\n/,
    );
    second.type("/unread\r");
    await second.waitFor("bob: message 50");
    second.type("/unread\r");
    await second.waitFor("bob: message 100");
    expect(count(second.log(), /bob: message 51$/)).toBe(1);
  });
});

describe.concurrent("what was not sent", () => {
  test.each(["/close", "SIGKILL"])("outlives %s, and is sent once the next time", async (way) => {
    const own = await startServer(FAST);
    const [url, env] = [own.room(`queue-${way.replace("/", "").toLowerCase()}`), homeOf()];
    const first = await joinPapo(url, "ana", { env });
    await own.kill();
    await first.waitFor("[offline");
    first.type("one\rtwo\r");
    await first.waitFor(/… two$/m);
    if (way === "SIGKILL") first.kill("SIGKILL");
    else {
      first.type("/close\r");
      await first.waitFor("2 lines were not sent. That is kept, and goes on when you come back to the room.");
      expect(await first.exit).toEqual({ code: 5, signal: undefined });
    }
    // The server is still down: it is waited for.
    const second = openPapo([url, "--nick", "ana"], { env });
    await second.waitFor("2 lines of last time are sent now:");
    await second.waitFor("! Nobody answers at");
    second.type("three\r");
    await second.waitFor(/3 waiting\] ana@/);
    await own.start();
    await second.waitFor("ana: three");
    const { stdout } = await runPapo(["history", url]);
    expect(stdout.replace(/^\d\d:\d\d /gm, "")).toBe("ana: one\nana: two\nana: three\n");
    second.type("/close\r");
    expect((await second.exit).code).toBe(0);
  });
});

test.concurrent("80 lines without bracketed paste: what does not fit comes back to the draft", async () => {
  const own = await startServer(FAST);
  const ana = await joinPapo(own.room("paste"), "ana");
  await own.kill();
  await ana.waitFor("[offline");
  ana.type(Array.from({ length: 80 }, (_, at) => `line ${at + 1}\r`).join(""));
  await ana.waitFor("! 50 lines wait to be sent already.");
  await ana.waitFor(/line 80/);
  expect(count(ana.log(), /… line \d+$/)).toBe(50);
  ana.press("ctrl-c");
  ana.press("ctrl-c");
  expect((await ana.exit).code).toBe(5);
});

test.concurrent("a server that is not there is left at once by Ctrl-C; a wrong address at once by itself", async () => {
  const url = `http://${await deserted()}/down`;
  const ana = openPapo([url, "--nick", "ana"]);
  await ana.waitFor(/^\[offline \d+s\] ana@down>/m);
  ana.press("ctrl-c");
  expect((await ana.exit).code).toBe(130);
});
