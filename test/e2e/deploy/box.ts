import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../../scripts/bundles.ts";
import { endsWithTest } from "../../support/ends.ts";
import { freePort } from "../../support/free-port.ts";

/** A folder for one test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "papo-deploy-"));
  endsWithTest(() => rm(path, { recursive: true, force: true }));
  return path;
}

function launch(command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: "pipe" });
}

/** Runs a program until the end of the test. */
export function run(...call: Parameters<typeof launch>): void {
  const child = launch(...call);
  endsWithTest(() => end(child));
}

/** Asks a program to end, children and all, and waits until it has. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}

/** papo on a machine of one's own: what `npm start` runs, in a process that can be ended and started anew. */
export class Box {
  readonly port: number;
  readonly data: string;
  readonly #surroundings: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;

  private constructor(port: number, data: string, surroundings: Readonly<Record<string, string>>) {
    this.port = port;
    this.data = data;
    this.#surroundings = surroundings;
  }

  /** A running papo with a data folder of its own; what it is told stands in the environment. */
  static async start(surroundings: Readonly<Record<string, string>> = {}): Promise<Box> {
    const box = new Box(await freePort(), await folder(), surroundings);
    await box.start();
    endsWithTest(() => box.stop());
    return box;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const args = [
      "scripts/start.ts",
      "--host",
      "127.0.0.1",
      "--port",
      String(this.port),
      "--data",
      this.data,
    ];
    const pace = { MESSAGES_PER_SECOND: "1000", MESSAGE_BURST: "50" };
    const child = launch(process.execPath, args, { ...pace, ...this.#surroundings });
    this.#process = child;
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    const started = await Promise.race([
      once(child.stdout ?? child, "data").then(() => true),
      once(child, "exit").then(() => false),
    ]);
    if (!started) throw new Error(`papo did not start: ${said}`);
  }

  /** Asks it to end, and returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.#process) await end(this.#process);
    return this.#process?.exitCode ?? null;
  }

  /** Kills the runtime as a crash would. */
  crash(): void {
    const children = execFileSync("pgrep", ["-P", String(this.#process?.pid)], { encoding: "utf8" });
    for (const pid of children.trim().split("\n")) process.kill(Number(pid), "SIGKILL");
  }
}
