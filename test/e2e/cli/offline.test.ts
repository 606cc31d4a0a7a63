import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.kill());

const count = (rows: string[], pattern: RegExp) => rows.filter((row) => pattern.test(row)).length;

describe("the server is killed", () => {
  test("and restarted: nothing is missing, and what was typed meanwhile arrives once", async () => {
    const url = server.room("lobby");
    const ana = await joinPapo(url, "ana");
    const bob = await joinPapo(url, "bob");
    ana.type("before\r");
    await bob.waitFor("ana: before");

    await server.kill();
    await ana.waitFor(/^\[offline \d+s\] ana@lobby>/m);
    await bob.waitFor(/^\[offline \d+s\] bob@lobby>/m);
    ana.type("typed offline\rand more\r");
    await ana.waitFor(/… typed offline$/m);
    await ana.waitFor(/^\[offline \d+s, 2 waiting\] ana@lobby>/m);

    await server.start();
    await bob.waitFor("ana: and more");
    await ana.waitFor("ana: and more");
    await ana.waitFor("— connected again —");
    await ana.waitFor(/^ana@lobby>/m);
    for (const pty of [ana, bob]) {
      for (const text of ["before", "typed offline", "and more"]) {
        expect(count(pty.log(), new RegExp(`^\\d\\d:\\d\\d ana: ${text}$`))).toBe(1);
      }
    }
  });

  test("leaving says how many lines were not sent, and exits 5", async () => {
    const ana = await joinPapo(server.room("unsent"), "ana");
    await server.kill();
    await ana.waitFor("[offline");
    ana.type("one\rtwo\r");
    await ana.waitFor(/… two$/m);
    ana.type("/close\r");
    await ana.waitFor("2 lines were not sent.");
    expect(await ana.exit).toEqual({ code: 5, signal: undefined });
    await server.start();
  });

  test("fifty lines wait, and no more", async () => {
    const ana = await joinPapo(server.room("bound"), "ana");
    await server.kill();
    await ana.waitFor("[offline");
    for (let line = 1; line <= 51; line++) ana.type(`line ${line}\r`);
    await ana.waitFor("! 50 lines wait to be sent already.");
    expect(count(ana.log(), /… line \d+$/)).toBe(50);
    await ana.waitFor(/> line 51$/m);
    await server.start();
  });
});
