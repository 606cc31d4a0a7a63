import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { expect, test, vi } from "vitest";
import { scripts } from "../../../package.json";
import { ROOT } from "../../../scripts/bundles.ts";
import { SocketWire } from "../../support/wire-ws.ts";
import { folder } from "../deploy/box.ts";
import { StartedPapo } from "./started.ts";

/** The runtime of a papo. */
function runtimeOf({ child }: StartedPapo): number {
  return Number(execFileSync("pgrep", ["-P", String(child.pid)], { encoding: "utf8" }));
}

test.concurrent("a runtime that is killed again while it is started anew is back in the end", async () => {
  const papo = await StartedPapo.start(await folder());
  for (let deaths = 1; deaths <= 3; deaths++) {
    process.kill(await vi.waitFor(() => runtimeOf(papo), { timeout: 60_000 }), "SIGKILL");
    await papo.says("The runtime has died.", deaths);
  }
  // It may have been so between two deaths.
  const before = papo.lines.filter((line) => line.includes("runs again")).length;
  await papo.says("The runtime runs again.", before + 1);
  expect(await papo.post("lobby", "still here")).toBe(201);
});

async function listeningAt(port: number): Promise<Server> {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

test.concurrent("where it can't be started again, papo ends with an error", async () => {
  const papo = await StartedPapo.start(await folder());
  // It sleeps until somebody else has its port, however quick it would be to have it back.
  papo.child.kill("SIGSTOP");
  process.kill(runtimeOf(papo), "SIGKILL");
  const thief = await vi.waitFor(() => listeningAt(papo.port), { timeout: 60_000 });
  papo.child.kill("SIGCONT");
  expect(await papo.ended).toBe(1);
  thief.close();
  const [last] = papo.lines.slice(-1);
  expect(JSON.parse(last ?? "")).toEqual({
    level: "error",
    message: "The runtime has died, and can't be started again.",
  });
});

test.concurrent("two papos on one data folder: the second says so and ends, and the first goes on", async () => {
  const data = await folder();
  const first = await StartedPapo.start(data);
  const second = await StartedPapo.refused(data);
  expect(await second.ended).toBe(1);
  expect(second.lines).toEqual([expect.stringMatching(/^Another papo uses the data in /)]);
  expect(await first.post("lobby", "mine")).toBe(201);
});

test.concurrent("a papo that is killed takes its runtime along, and leaves the folder to the next one", async () => {
  const data = await folder();
  const papo = await StartedPapo.start(data);
  const { closed } = await papo.line();
  papo.child.kill("SIGKILL");
  await closed;
  expect(await (await StartedPapo.start(data)).post("lobby", "next")).toBe(201);
});

test.concurrent.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "%s ends it, runtime and all",
  async (signal) => {
    const papo = await StartedPapo.start(await folder());
    const { closed } = await papo.line();
    papo.child.kill(signal);
    expect(await papo.ended).toBe(0);
    await closed;
  },
);

/** A package that starts papo as ours does, but for the build before, which takes longer than all else. */
async function unbuilt(): Promise<string> {
  const path = await folder();
  const start = scripts.start
    .replace("node scripts/build.ts --quiet", "true")
    .replace("node scripts/start.ts", `'${process.execPath}' '${ROOT}scripts/start.ts'`);
  writeFileSync(`${path}/package.json`, JSON.stringify({ scripts: { start } }));
  return path;
}

test.concurrent.each([
  { signal: "SIGKILL", from: () => ROOT },
  { signal: "SIGTERM", from: unbuilt },
  { signal: "SIGHUP", from: unbuilt },
] as const)("$signal of npm ends what npm start has begun", async ({ signal, from }) => {
  const npm = ["npm", "--prefix", await from(), "start", "--silent", "--"];
  const papo = await StartedPapo.start(await folder(), npm);
  const { closed } = await papo.line();
  papo.child.kill(signal);
  await closed;
});

test.concurrent.each<[string, (data: string) => void]>([
  ["deleted", (data) => rmSync(data, { recursive: true })],
  ["moved away", (data) => renameSync(data, `${data}-moved`)],
  ["emptied", (data) => rmSync(`${data}/do`, { recursive: true })],
])(
  "a data folder that is %s ends it with an error: nothing is acknowledged that is nowhere",
  async (_, act) => {
    const data = `${await folder()}/data`;
    const papo = await StartedPapo.start(data);
    expect(await papo.post("lobby", "kept")).toBe(201);
    act(data);
    expect(await papo.ended).toBe(1);
    await expect(papo.post("lobby", "lost")).rejects.toThrow();
    const [last] = papo.lines.slice(-1);
    expect(JSON.parse(last ?? "")).toMatchObject({ level: "error", message: expect.stringContaining(data) });
  },
);

test.concurrent("who reads a room that nobody has made leaves nothing on the disk", async () => {
  const data = await folder();
  const papo = await StartedPapo.start(data);
  const answers = async () =>
    Promise.all(
      ["", "/members", "/messages", "/messages?limit=5"].map(async (path) => {
        const response = await fetch(`${papo.url}/api/rooms/nobodys${path}`);
        return [response.status, await response.json()];
      }),
    );
  const rooms = () => readdirSync(`${data}/do/papo-Room`).filter((name) => /^[0-9a-f]{64}/.test(name));
  const unmade = await answers();
  expect(rooms()).toEqual([]);
  // A connection makes the files; the room itself says the same as was said for it.
  const wire = await SocketWire.open(new URL(papo.url), "nobodys");
  expect(rooms()).not.toEqual([]);
  expect(await answers()).toEqual(unmade);
  wire.destroy();
});

test.concurrent("§3.4 a restored copy goes on under another epoch, once; a restart and a crash under the same", async () => {
  const data = `${await folder()}/data`;
  const epochs: number[] = [];
  const run = async (end: "SIGTERM" | "SIGKILL") => {
    const papo = await StartedPapo.start(data);
    const { wire, welcome } = await SocketWire.join(new URL(papo.url), "lobby", { nick: "ana" });
    epochs.push(welcome.epoch);
    wire.send({ type: "leave" });
    await wire.closing();
    papo.child.kill(end);
    await papo.ended;
  };
  await run("SIGTERM");
  cpSync(data, `${data}-backup`, { recursive: true });
  await run("SIGKILL");
  await run("SIGTERM");
  rmSync(data, { recursive: true });
  renameSync(`${data}-backup`, data);
  await run("SIGTERM");
  await run("SIGKILL");
  await run("SIGTERM");
  const [before = 0, , , after = 0] = epochs;
  expect(after).toBeGreaterThan(before);
  expect(epochs).toEqual([before, before, before, after, after, after]);
});
