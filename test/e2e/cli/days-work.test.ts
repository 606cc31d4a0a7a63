import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { homeOf, joinPapo, runPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ MESSAGE_BURST: "1000", MESSAGES_PER_SECOND: "1000" });
});
afterAll(() => server.kill());

const CTRL_R = "\x12";

test("what was said is found, reacted to and kept, and what was sent is there in the next run", async () => {
  const env = homeOf();
  mkdirSync(`${env.XDG_CONFIG_HOME}/papo`, { recursive: true });
  writeFileSync(`${env.XDG_CONFIG_HOME}/papo/config.json`, JSON.stringify({ log: true }));
  const url = server.room("day");
  const say = (...args: string[]) => runPapo(["send", url, "--nick", "bob", ...args]);
  await say("good morning");
  await say("shall we deploy?");
  await say("or not");

  const ana = await joinPapo(url, "ana", { env });
  await ana.waitFor("bob: or not");
  ana.type("we Deploy at noon\r");
  await ana.waitFor("ana: we Deploy at noon");
  await say("--to", "ana", "psst");
  await ana.waitFor("psst");
  ana.type("/react ^3 :+1:");
  await ana.waitFor("> /react ^3 👍");
  ana.type("\r");
  await ana.waitFor(/👍 ana reacted to bob's message of \d\d:\d\d “or not”/);
  ana.type("/whois bob\r");
  await ana.waitFor(/^bob \(\S+\) is not here\.\nHas|^bob \(\S+\) is not here\.\nSaid something last at /m);
  ana.type("/msg bob not to be kept\r");
  await ana.waitFor(/not to be kept/);
  ana.type("/search deploy\r");
  await ana.waitFor(
    /good morning\n.*shall we deploy\?\n.*or not\n.*ana: we Deploy at noon\n.*psst\n— until here —/,
  );
  ana.type("/history yesterday\r");
  await ana.waitFor(/— found —\n[\s\S]*good morning\n[\s\S]*psst[\s\S]*— until here —/);
  ana.press("ctrl-d");
  await ana.exit;

  const again = await joinPapo(url, "ana", { env });
  again.type(`${CTRL_R}noon`);
  await again.waitFor("(find: noon) we Deploy at noon");
  again.type("\r!\r");
  await again.waitFor("ana: we Deploy at !noon");
  again.press("ctrl-d");
  await again.exit;

  const state = `${env.XDG_STATE_HOME}/papo/default`;
  const sent = readFileSync(`${state}/sent.jsonl`, "utf8");
  expect(sent).toContain("/react ^3 👍");
  expect(sent).not.toContain("not to be kept");
  const folder = `${state}/${encodeURIComponent(new URL(url).origin)}/day/log`;
  const kept = readdirSync(folder)
    .filter((name) => name.endsWith(".log"))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"))
    .join("");
  const told = kept.split("\n").map((line) => line.replace(/^\S+ #\d+ /, "").replace(/#\d+/, "#"));
  expect(told).toEqual([
    "bob: good morning",
    "bob: shall we deploy?",
    "bob: or not",
    "ana: we Deploy at noon",
    "👍 ana reacted to #",
    "ana: we Deploy at !noon",
    "",
  ]);
});
