import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { ROOT } from "../../../scripts/bundles.ts";
import { endsWithTest } from "../../support/ends.ts";
import { freePort } from "../../support/free-port.ts";

/** A program of ours, with what it says, line by line. */
export class Started {
  readonly child: ChildProcess;
  readonly lines: string[] = [];
  /** Its exit code, or the signal that ended it, once all that it said has been read. */
  readonly ended: Promise<number | string>;
  #hear = () => {};

  constructor(command: string, args: readonly string[]) {
    const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    this.child = child;
    this.ended = once(child, "close").then(([code, signal]) => code ?? signal);
    endsWithTest(() => child.kill("SIGKILL"));
    for (const output of [child.stdout, child.stderr]) {
      createInterface(output).on("line", (line) => {
        this.lines.push(line);
        this.#hear();
      });
    }
  }

  /** Resolves once it has said something so often. */
  async says(text: string, times = 1): Promise<void> {
    const said = new Promise<void>((resolve) => {
      this.#hear = () => {
        if (this.lines.filter((line) => line.includes(text)).length >= times) resolve();
      };
      this.#hear();
    });
    const ended = this.ended.then(() => {
      throw new Error(`It ended without a word of "${text}":\n${this.lines.join("\n")}`);
    });
    ended.catch(() => {});
    await Promise.race([said, ended]);
  }
}

/** papo as `npm start` runs it, or by `npm start` itself. */
export class StartedPapo extends Started {
  readonly port: number;

  private constructor(command: readonly string[], port: number, data: string) {
    const [program = "", ...args] = command;
    super(program, [...args, "--host", "127.0.0.1", "--port", String(port), "--data", data]);
    this.port = port;
  }

  /** Starts one, and waits until it serves. */
  static async start(data: string, command = [process.execPath, "scripts/start.ts"]): Promise<StartedPapo> {
    const papo = new StartedPapo(command, await freePort(), data);
    await papo.says("Open ");
    return papo;
  }

  /** Starts one that is not to serve. */
  static async refused(data: string): Promise<StartedPapo> {
    return new StartedPapo([process.execPath, "scripts/start.ts"], await freePort(), data);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Posts a text into a room, and gives back the status. */
  async post(room: string, text: string): Promise<number> {
    const headers = { "Content-Type": "text/plain" };
    const init = { method: "POST", headers, body: text };
    return (await fetch(`${this.url}/api/rooms/${room}/messages?nick=robot`, init)).status;
  }

  /** Opens a connection to the runtime; the promise within resolves when that dies. */
  async line(): Promise<{ readonly closed: Promise<void> }> {
    const socket = connect(this.port, "127.0.0.1").on("error", () => {});
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    await once(socket, "connect");
    socket.resume();
    return { closed };
  }
}
