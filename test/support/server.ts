import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { MANY_ROOMS } from "../../scripts/box/server.ts";

const run = promisify(execFile);
const CHILD = fileURLToPath(new URL("server-child.ts", import.meta.url));

interface Running {
  readonly child: ChildProcess;
  readonly workerd: number;
}

/** Days on which everything may be written. */
const ANY_DAY = { ROOM_MESSAGES_PER_DAY: "1000000000", ADDRESS_MESSAGES_PER_DAY: "1000000000" };

/** The built Worker in workerd, with its data on disk, in processes of its own: it can crash, and start again. */
export class TestServer {
  /** Where the `server.json` is that it starts from the next time, if it is not the one in `dist`. */
  bundle: string | undefined;
  readonly #data: string;
  readonly #vars: Readonly<Record<string, string>>;
  #url: URL | undefined;
  #running: Running | undefined;
  #log = "";

  private constructor(data: string, vars: Readonly<Record<string, string>>) {
    this.#data = data;
    this.#vars = vars;
  }

  /** Starts one on a free port, with a fresh data folder. `vars` differ from those in wrangler.toml. */
  static async start(vars: Readonly<Record<string, string>> = {}): Promise<TestServer> {
    const data = await mkdtemp(join(tmpdir(), "papo-server-"));
    const server = new TestServer(data, { ...MANY_ROOMS, ...ANY_DAY, ...vars });
    await server.start();
    return server;
  }

  get url(): URL {
    if (!this.#url) throw new Error("The server has not started");
    return this.#url;
  }

  /** Starts again after {@link crash}, on the same port and data. Resolves when it listens. */
  async start(): Promise<void> {
    const child = fork(CHILD, { stdio: ["ignore", "pipe", "pipe", "ipc"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#log += text;
      });
    }
    const port = this.#url ? Number(this.#url.port) : 0;
    child.send({ host: "127.0.0.1", port, data: this.#data, vars: this.#vars, bundle: this.bundle });
    const started = once(child, "message").then(([href]) => new URL(href));
    const failed = once(child, "exit").then(([code]) => {
      throw new Error(`The server ended with ${code} before it listened`);
    });
    this.#url = await Promise.race([started, failed]);
    failed.catch(() => {});
    this.#running = { child, workerd: await workerdOf(child) };
  }

  /** Kills workerd (SIGKILL), wherever it stands. */
  async crash(): Promise<void> {
    const { child, workerd } = this.#take();
    const exit = once(child, "exit");
    // Its parent first, which would start another.
    child.kill("SIGKILL");
    process.kill(workerd, "SIGKILL");
    await exit;
  }

  /** Stops it in an orderly way, and shows what it has logged: a healthy one logs nothing. */
  async stop(): Promise<void> {
    process.stderr.write(await this.end());
  }

  /** Stops it likewise, removes its data, and gives back what it has logged. */
  async end(): Promise<string> {
    if (this.#running) {
      const { child } = this.#take();
      const closed = once(child, "close");
      child.send("stop");
      await closed;
    }
    await rm(this.#data, { recursive: true, force: true });
    const log = this.#log;
    this.#log = "";
    return log;
  }

  /** Bytes of memory that workerd holds now. */
  async memory(): Promise<number> {
    if (!this.#running) throw new Error("The server does not run");
    const { stdout } = await run("ps", ["-o", "rss=", "-p", String(this.#running.workerd)]);
    return Number(stdout) * 1_024;
  }

  #take(): Running {
    const running = this.#running;
    if (!running) throw new Error("The server does not run");
    this.#running = undefined;
    return running;
  }
}

/** The workerd that a process has started. */
async function workerdOf({ pid }: ChildProcess): Promise<number> {
  const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid=,comm="]);
  const rows = stdout.split("\n").map((row) => row.trim().split(/\s+/, 3));
  const own = rows.filter(([, parent, name]) => Number(parent) === pid && name?.includes("workerd"));
  const [id] = own[0] ?? [];
  if (!id || own.length > 1) throw new Error(`The server has ${own.length} workerds`);
  return Number(id);
}
