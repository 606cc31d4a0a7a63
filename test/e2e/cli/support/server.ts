import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { endsWithTest } from "../../../support/ends.ts";
import { freePort } from "../../../support/free-port.ts";
import { temporaryFolder } from "./temporary.ts";

const SERVE = fileURLToPath(new URL("./serve.ts", import.meta.url));

export interface TestServer {
  /** The address of a room. */
  room(name: string): string;
  /** SIGKILL, to workerd and all that belongs to it. */
  kill(): Promise<void>;
  /** Forgets all rooms; not while it runs. */
  erase(): void;
  /** Serves the same rooms on the same port again. */
  start(): Promise<void>;
}

/** Runs the built Worker on a port of its own, as long as the test that asks, or all those of the file. */
export async function startServer(vars: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const data = temporaryFolder();
  const port = await freePort();
  let child: ChildProcess | undefined;

  const start = async () => {
    const args = [SERVE, String(port), data, JSON.stringify(vars)];
    // A group of its own, so that workerd can be killed with it.
    const started = spawn(process.execPath, args, { detached: true, stdio: ["pipe", "pipe", "inherit"] });
    child = started;
    await Promise.race([
      once(createInterface({ input: started.stdout }), "line"),
      once(started, "exit").then(() => Promise.reject(new Error("The server ended at its start."))),
    ]);
  };
  const kill = async () => {
    const running = child;
    child = undefined;
    if (running?.pid === undefined) return;
    const gone = once(running, "exit");
    process.kill(-running.pid, "SIGKILL");
    await gone;
  };
  const erase = () => {
    for (const name of readdirSync(data)) rmSync(join(data, name), { recursive: true });
  };
  endsWithTest(kill);
  await start();
  return { room: (name) => `http://127.0.0.1:${port}/${name}`, kill, erase, start };
}
