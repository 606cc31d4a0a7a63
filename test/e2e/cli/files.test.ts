import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { homeOf, joinPapo, runPapo, spawnPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { temporaryFolder } from "./support/temporary.ts";
import { watchedWayTo } from "./support/watched-way.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.kill());

const bytes = (size: number) => Buffer.from(Array.from({ length: size }, (_, at) => (at * at) % 251));

interface Said {
  readonly text: string;
  readonly files?: readonly { readonly id: string; readonly name: string; readonly size: number }[];
}

async function saidIn(url: string): Promise<Said[]> {
  const { stdout } = await runPapo(["history", url, "--json"]);
  return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
}

test("a file goes from a pipe and from a terminal to another, byte for byte, and once over a crash", async () => {
  const url = server.room("files");
  const folder = temporaryFolder();
  const [mine, theirs] = [join(folder, "it's mine.bin"), temporaryFolder()];
  writeFileSync(mine, bytes(3_000_000));

  const ana = await joinPapo(url, "ana", { cwd: theirs, cols: 120 });
  const log = bytes(2_000);
  const args = ["send", url, "--nick", "robot", "--file", "-", "--name", "../build.log", "look at this"];
  expect(await runPapo(args, { input: log })).toEqual({ code: 0, stdout: "", stderr: "" });
  await ana.waitFor("robot: look at this");
  await ana.waitFor(
    / {6}↳ \.\.build\.log \(2 KB\) http:\S+\/api\/rooms\/files\/files\/\S{22}\/\.\.build\.log/,
  );
  for (const name of ["_build.log", "_build (2).log"]) {
    ana.type("/save\r");
    await ana.waitFor(`Saved: ${name}`);
    expect(readFileSync(join(theirs, name)).equals(log)).toBe(true);
    expect(statSync(join(theirs, name)).mode & 0o077).toBe(0);
  }

  const way = await watchedWayTo(url);
  const bob = await joinPapo(way.url, "bob", { cwd: folder, cols: 120 });
  bob.type("/send it\t");
  await bob.waitFor("/send it\\'s\\ mine.bin");
  const isStuck = way.swallow("request", /^POST \S+\/files\?/);
  bob.type("the big one\r");
  await isStuck;
  await bob.waitFor(/\[sending it's mine\.bin \d+ %\] bob@/);
  await server.kill();
  await bob.waitFor("[offline");
  await server.start();
  await ana.waitFor("bob: the big one");
  await bob.waitFor("bob: the big one");
  const sent = (await saidIn(url)).filter(({ text }) => text === "the big one");
  expect(sent).toMatchObject([{ files: [{ name: "it's mine.bin", size: 3_000_000 }] }]);
  ana.type("/save ^1 big one.bin\r");
  await ana.waitFor("Saved: big one.bin (2.9 MB)");
  expect(readFileSync(join(theirs, "big one.bin")).equals(bytes(3_000_000))).toBe(true);
  expect(readdirSync(theirs).toSorted()).toEqual(["_build (2).log", "_build.log", "big one.bin"]);

  // What can't be sent now is named at the end.
  await server.kill();
  await bob.waitFor("[offline");
  bob.type("/send it\\'s\\ mine.bin again\r");
  await bob.waitFor("it's mine.bin (2.9 MB) goes once you are connected.");
  bob.type("/close\r");
  expect((await bob.exit).code).toBe(5);
  expect(bob.log().join("\n")).toContain("it's mine.bin was not sent.");
  await server.start();
});

test("papo send tells what is unknown, and neither says nor brings it twice", async () => {
  const url = server.room("unknown");
  expect((await runPapo(["send", url, "--nick", "ana", "first"])).code).toBe(0);
  const file = join(temporaryFolder(), "shot.bin");
  writeFileSync(file, bytes(10_000));
  const way = await watchedWayTo(url);
  const env = homeOf();
  const args = ["send", way.url, "--nick", "robot", "--file", file, "look"];
  const isStored = way.swallow("answer", /^POST \S+\/messages/);
  const killed = spawnPapo(args, env);
  await isStored;
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const again = await runPapo(args, { env });
  expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining("Going on with this message") });
  expect((await saidIn(url)).map(({ text, files }) => [text, files?.length])).toEqual([
    ["first", undefined],
    ["look", 1],
  ]);
  expect(way.asked.filter((asked) => asked.includes("/files?"))).toHaveLength(1);
  // Answered, the same is another message.
  expect((await runPapo(args, { env })).code).toBe(0);
  expect(await saidIn(url)).toHaveLength(3);
});
