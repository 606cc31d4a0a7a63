import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import runtime from "workerd";
import { logRuntimeLine } from "./server-log.ts";

/**
 * Becomes workerd, and leaves behind who ends it if this process is killed and
 * so can't: descriptor 4 is then closed, without the line that says that
 * workerd is gone already.
 */
const LEASH = `(trap "" INT TERM HUP; read -r gone <&4 || kill -KILL $$) </dev/null >/dev/null 2>&1 3>&- &
exec "$@" 4<&-`;

/** The runtime, or another one, named as wrangler's users name it. */
const WORKERD = process.env.MINIFLARE_WORKERD_PATH ?? runtime.default;

/** Milliseconds in which it must come to listen; a large disk and a busy machine included. */
const LISTENS_WITHIN = 60_000;

/** How workerd is to run. */
export interface RuntimeOptions {
  /** Its configuration, as it reads it. */
  readonly config: Buffer;
  /** An address and a port; 0 takes any free one. */
  readonly address: string;
  /** The folder of the objects. */
  readonly objects: string;
  readonly vars: Readonly<Record<string, string>>;
}

/** One workerd, from its start to its end. */
export class Runtime {
  /** The port at which it listens; undefined if it ends before it does. */
  readonly listening: Promise<number | undefined>;
  /** Resolves once it has ended, whatever the cause. */
  readonly ended: Promise<void>;
  readonly #child: ChildProcess;

  constructor({ config, address, objects, vars }: RuntimeOptions) {
    const args = ["serve", "--binary", "--control-fd=3", `--socket-addr=http=${address}`];
    for (const disk of ["objects", "files"]) args.push(`--directory-path=${disk}=${objects}`);
    const child = spawn("/bin/sh", ["-c", LEASH, "papo", WORKERD, ...args, "-"], {
      stdio: ["pipe", "pipe", "pipe", "pipe", "pipe"],
      env: { ...process.env, ...vars, TZ: "UTC" },
    });
    this.#child = child;
    const pipe = (index: number) => pipeOf(child, index);
    const [stdin, leash] = [pipe(0), pipe(4)];
    for (const each of [stdin, leash]) each.on("error", () => {});
    stdin.end(config);
    for (const output of [pipe(1), pipe(2)]) createInterface(output).on("line", logRuntimeLine);
    this.ended = new Promise((resolve) => {
      child.once("error", resolve).once("exit", resolve);
    }).then(() => {
      // Whoever holds the leash is not to end somebody who has got workerd's number since.
      leash.end("gone\n");
    });
    this.listening = Promise.race([portFrom(pipe(3)), this.ended.then(() => undefined)]);
    // One that neither listens nor ends would be waited for, for ever.
    const hung = setTimeout(() => child.kill("SIGKILL"), LISTENS_WITHIN);
    void this.listening.then(() => clearTimeout(hung));
  }

  /** Ends it at once: what it has acknowledged is on disk. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.ended;
  }
}

function pipeOf({ stdio }: ChildProcess, index: number): Socket {
  const pipe = Array.from<unknown>(stdio)[index];
  if (pipe instanceof Socket) return pipe;
  throw new Error(`workerd has no pipe ${index}.`);
}

/** The port at which workerd tells that it listens. */
function portFrom(control: Readable): Promise<number> {
  return new Promise((resolve) => {
    createInterface(control).on("line", (line) => {
      const { event, port } = JSON.parse(line);
      if (event === "listen") resolve(Number(port));
    });
  });
}
