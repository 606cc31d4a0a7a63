import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { say } from "../../support/browser.ts";
import { HEADLESS, launchChromium } from "../../support/browser-launch.ts";
import type { Pty } from "../../support/pty.ts";
import { homeOf, joinPapo, openTerminal, runPapo, spawnPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { temporaryFolder } from "./support/temporary.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.kill());

function isThere(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function openGateway(
  env: Readonly<Record<string, string>> = {},
): Promise<{ port: string; gateway: ReturnType<typeof spawnPapo> }> {
  const gateway = spawnPapo(
    ["irc", new URL(server.room("x")).origin, "--listen", "0", "--json"],
    homeOf(env),
  );
  const [line] = await once(createInterface({ input: gateway.stdout }), "line");
  return { port: JSON.parse(String(line)).at.split(":").at(-1), gateway };
}

function open(command: string, args: readonly string[]): Pty {
  return openTerminal({ command, args, env: homeOf({ TERM: "xterm" }), cols: 100, rows: 30 });
}

const IN_A_HURRY = `settings = { "irc/core" = { cmd_queue_speed = "10msec"; cmds_max_at_once = "100"; }; };\n`;

/** Somebody in a browser, if there is one here. */
async function inBrowser(room: string, talk: (page: Page) => Promise<void>): Promise<void> {
  if (HEADLESS === undefined) return;
  const browser = await launchChromium(HEADLESS);
  try {
    const page = await browser.newPage();
    await page.goto(server.room(room));
    await page.getByLabel("Your nickname").fill("eve");
    await page.getByRole("button", { name: "Join", exact: true }).click();
    await page.locator(".log[aria-busy=false]").waitFor();
    await talk(page);
  } finally {
    await browser.close();
  }
}

describe.skipIf(!isThere("irssi"))("irssi", () => {
  test("talks, is told what it missed, and is put out", async () => {
    const { port, gateway } = await openGateway();
    const ana = await joinPapo(server.room("irssi"), "ana");
    ana.type("before you came\r");
    await ana.waitFor("ana: before you came");
    const home = temporaryFolder();
    // By itself it waits for two seconds between commands.
    writeFileSync(`${home}/config`, IN_A_HURRY);
    const bob = open("irssi", ["--home", home, "-c", "127.0.0.1", "-p", port, "-n", "bob"]);
    await bob.waitFor("Welcome to the rooms");
    bob.type("/join #irssi\r");
    await bob.waitFor("before you came");
    await ana.waitFor("bob joined");
    bob.type("olá from irssi\r");
    await ana.waitFor("bob: olá from irssi");
    ana.type("hello bob\r");
    await bob.waitFor(/~ana> hello bob/);
    bob.type("/me waves\r/msg ana psst\r");
    await ana.waitFor(/\* bob waves/);
    await ana.waitFor(/bob .*psst/);
    ana.type("/msg bob shh\r");
    bob.type("/query ana\r");
    await bob.waitFor("shh");
    bob.type("/window goto #irssi\r");
    await inBrowser("irssi", async (page) => {
      await say(page, "olá from a browser");
      await bob.waitFor(/eve> olá from a browser/);
      bob.type("hello eve\r");
      await page.locator("article", { hasText: "hello eve" }).waitFor();
    });
    await server.kill();
    await ana.waitFor("connection lost");
    bob.type("meanwhile\r");
    await server.start();
    await ana.waitFor("bob: meanwhile");
    expect(ana.log().join("\n")).not.toContain("bob left");
    ana.type("/kick bob enough\r");
    await bob.waitFor(/kicked.*ana.*enough/);
    bob.type("/join #irssi\r");
    await ana.waitFor((rows) => rows.filter((row) => row.includes("bob joined")).length === 2);
    gateway.kill("SIGTERM");
    await once(gateway, "exit");
    // Who was in the browser may still be held, and they stand in the order in which they came back.
    const { stdout } = await runPapo(["names", server.room("irssi")]);
    expect(stdout.split("\n").filter((line) => line !== "" && line !== "eve")).toEqual(["ana (owner)"]);
  });
});

test("a folder that can't be written keeps nobody else out", async () => {
  const file = `${temporaryFolder()}/file`;
  writeFileSync(file, "");
  const { port } = await openGateway({ XDG_STATE_HOME: file });
  const client = connect(Number(port), "127.0.0.1").setEncoding("utf8");
  let heard = "";
  client.on("data", (text: string) => {
    heard += text;
  });
  client.write("NICK ana\r\nUSER ana 0 * :ana\r\nJOIN #state\r\nPING still\r\n");
  while (!/PONG \S+ :?still/.test(heard)) await once(client, "data");
  expect(heard).toMatch(/ 400 ana JOIN :Cannot .*XDG_STATE_HOME/);
  client.destroy();
});

describe.skipIf(!isThere("weechat"))("weechat", () => {
  test("talks, shows who has which role, and comes back as the same one", async () => {
    const { port } = await openGateway();
    const folder = temporaryFolder();
    const weechat = () =>
      open("weechat", [
        "--dir",
        folder,
        ...["-r", `/server add papo 127.0.0.1/${port} -notls -nicks=carl -username=carl`],
        ...["-r", "/set irc.server.papo.autojoin #weechat"],
        ...["-r", "/connect papo"],
      ]);
    const first = weechat();
    await first.waitFor(/~carl/);
    const ana = await joinPapo(server.room("weechat"), "ana");
    first.type("hello ana\r");
    await ana.waitFor("carl: hello ana");
    ana.type("hi carl\r");
    await first.waitFor("hi carl");
    first.type("/quit\r");
    await first.exit;
    await ana.waitFor("carl left");
    const again = weechat();
    // What stands there from before it has kept itself.
    await again.waitFor("2 nicks");
    await again.waitFor((rows) => rows.filter((row) => row.includes("hi carl")).length === 2);
    again.type("/op ana\r");
    await ana.waitFor(/ana .*mod/);
  });
});
