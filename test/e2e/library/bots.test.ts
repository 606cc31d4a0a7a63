import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, watch, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { TestServer } from "../../support/server.ts";
import { SocketWire } from "../../support/wire-ws.ts";
import { filesIn, programFolder, programsIn, ROOT } from "./package.ts";

const programs = programsIn("docs/library.md");
let server: TestServer;
let folder: string;

beforeAll(async () => {
  const settings = { MESSAGE_BURST: "1000", MESSAGES_PER_SECOND: "1000", NICK_HOLD_SECONDS: "1" };
  [server, folder] = await Promise.all([TestServer.start(settings), programFolder(programs)]);
});
afterAll(() => server.stop());

const read = (file: string) => readFileSync(join(folder, "node_modules/papo", file), "utf8");

/** Runs a program of the document. */
function run(name: string, ...args: string[]): ChildProcess {
  const bot = spawn(process.execPath, [`${name}.mjs`, ...args], { cwd: folder, stdio: ["ignore", 2, 2] });
  onTestFinished(() => {
    bot.kill("SIGKILL");
  });
  return bot;
}

const room = (name: string) => `${server.url.href}${name}`;

test("the package has what it names, and needs nothing else", () => {
  const { exports: faces, ...manifest } = JSON.parse(read("package.json"));
  const files = filesIn(join(folder, "node_modules/papo"));
  for (const name of [".", "./browser"]) {
    for (const way of ["import", "require"]) {
      // Whoever reads conditions in order finds the types first.
      expect(Object.keys(faces[name][way])).toEqual(["types", "default"]);
      for (const path of Object.values<string>(faces[name][way])) expect(files).toContain(path.slice(2));
    }
  }
  expect(manifest).not.toHaveProperty("dependencies");
  expect(statSync(join(folder, "node_modules/papo/papo.js")).mode & 0o111).toBe(0o111);
  expect(read("papo.js")).toMatch(/^#!\/usr\/bin\/env node\n/);
  const wanted = files
    .filter((file) => /\.[mc][jt]s$/.test(file))
    .flatMap((file) =>
      Array.from(read(file).matchAll(/(?:\bfrom|\bimport)[ (]?"([^"]+)"/g), ([, path = ""]) => ({
        file,
        path,
      })),
    );
  const isThere = ({ file, path }: { file: string; path: string }) =>
    path.startsWith(".")
      ? files.includes(join(file, "..", /ts$/.test(file) ? path.replace(/\.([mc])js$/, ".d.$1ts") : path))
      : file === "library/library.mjs" && builtinModules.includes(path.replace(/^node:/, ""));
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((each) => !isThere(each))).toEqual([]);
});

test("every program of the document is right TypeScript, in the strictest of settings; CommonJS has all, too", async () => {
  const compilerOptions = {
    ...{ module: "nodenext", target: "es2023", strict: true, exactOptionalPropertyTypes: true, noEmit: true },
    ...{ noUncheckedIndexedAccess: true, types: ["node"], typeRoots: [`${ROOT}node_modules/@types`] },
  };
  const include = ["*.ts", "*.cts"];
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
  const old = `import { isProblem, joinRoom, PapoError, type Room } from "papo";
    import * as page from "papo/browser";
    export const all: [typeof isProblem, (url: string) => Promise<Room>, typeof PapoError, object] =
      [isProblem, (url) => joinRoom(url, { nick: "ana" }), PapoError, page.joinRoom];`;
  writeFileSync(join(folder, "old.cts"), old);
  const told = (...args: string[]) =>
    promisify(execFile)(process.execPath, args, { cwd: folder }).then(
      ({ stdout }) => stdout,
      ({ stdout }) => stdout,
    );
  const script = `const { isProblem, joinRoom, PapoError } = require("papo");
    joinRoom("no address", { nick: "ana" }).catch((error) =>
      console.log(error instanceof PapoError, isProblem(error), error.code, typeof require("papo/browser").joinRoom))`;
  const [types, ran] = await Promise.all([
    told(`${ROOT}node_modules/typescript/bin/tsc`, "-p", folder),
    told("--input-type=commonjs", "-e", script),
  ]);
  expect(types).toBe("");
  expect(ran).toBe("true true bad_address function\n");
});

test("echo, poll and bridge do what the document says", async () => {
  const [{ wire: ana }, { wire: bob }] = await Promise.all([
    SocketWire.join(server.url, "here", { nick: "ana" }),
    SocketWire.join(server.url, "there", { nick: "bob" }),
  ]);
  ana.send({ type: "say", cid: 1, text: "before anybody listens" });
  await ana.next("stored");

  const echo = run("echo", room("here"));
  expect(await ana.next("joined")).toMatchObject({ nick: "echo", bot: true });
  ana.send({ type: "say", cid: 2, text: "oi" });
  expect(await ana.next("message", ({ nick }) => nick === "echo")).toMatchObject({ text: "oi", bot: true });
  echo.kill();

  const bridge = run("bridge", room("here"), room("there"));
  await Promise.all([ana, bob].map((wire) => wire.next("joined", ({ nick }) => nick === "bridge")));
  ana.send({ type: "say", cid: 3, text: "ahoy" });
  expect(await bob.next("message")).toMatchObject({ nick: "bridge", text: "ana: ahoy" });
  bob.send({ type: "say", cid: 1, text: "ahoy yourself" });
  expect(await ana.next("message", ({ nick }) => nick === "bridge")).toMatchObject({
    text: "bob: ahoy yourself",
  });
  bridge.kill();
  expect(await bob.next("left", ({ nick }) => nick === "bridge")).toMatchObject({ why: "left" });
  expect(await once(bridge, "exit")).toEqual([0, null]);

  const poll = run("poll", room("there"), "Pizza?", "👍", "👎");
  const { id } = await bob.next("message", ({ nick }) => nick === "poll");
  await bob.next("reacted", ({ emoji }) => emoji === "👎");
  bob.send({ type: "react", cid: 2, id, emoji: "👍" });
  bob.send({ type: "say", cid: 3, text: "!result" });
  expect(await bob.next("message", ({ nick }) => nick === "poll")).toMatchObject({
    text: "👍 1, 👎 0",
    re: id,
  });
  expect(await once(poll, "exit")).toEqual([0, null]);
});

test("a diary goes on where it was, over a server that crashes, and one of its own", async () => {
  const say = async (wire: SocketWire, cid: number, text: string) => {
    wire.send({ type: "say", cid, text });
    return (await wire.next("stored")).id ?? 0;
  };
  const { wire: ana } = await SocketWire.join(server.url, "diary", { nick: "ana" });
  const first = run("diary", room("diary"));
  await ana.next("joined", ({ nick }) => nick === "diary");
  await keptUpTo(await say(ana, 1, "one"));
  await server.crash();
  await server.start();
  const { wire: again } = await SocketWire.join(server.url, "diary", { nick: "ana" });
  await keptUpTo(await say(again, 2, "two"));
  first.kill("SIGKILL");
  await once(first, "exit");
  const id = await say(again, 3, "three");
  run("diary", room("diary"));
  await keptUpTo(id);
  const lines = readFileSync(join(folder, "diary.txt"), "utf8").trim().split("\n");
  expect(lines.map((line) => line.replace(/^\S+ /, ""))).toEqual(["ana: one", "ana: two", "ana: three"]);
});

/** Resolves once the diary has kept that it is so far. */
async function keptUpTo(id: number): Promise<void> {
  const file = join(folder, "diary.json");
  const kept = () => {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    // It may be being written.
    return text.endsWith("}") && JSON.parse(text).after >= id;
  };
  const changes = watch(folder);
  try {
    await new Promise<void>((resolve) => {
      changes.on("change", () => kept() && resolve());
      if (kept()) resolve();
    });
  } finally {
    changes.close();
  }
}
