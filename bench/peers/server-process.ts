import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { processTree } from "../measure/process-tree.ts";
import type { RunningServer } from "./peer.ts";

const START_MS = 30_000;
const STOP_MS = 5_000;

export interface ServerCommand {
  command: string;
  args: string[];
  port: number;
  /** Of the process and its children only those of this name count as the server. */
  counted?: string;
}

/** Starts a server as a process of its own and waits until its port answers. */
export async function startServer({ command, args, port, counted }: ServerCommand): Promise<RunningServer> {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints = (complaints + text).slice(-2000);
  });
  const kill = () => killTree(child);
  process.once("exit", kill);
  const stop = async () => {
    process.off("exit", kill);
    await end(child);
  };
  try {
    await answering(port, child);
  } catch (error) {
    await stop();
    throw new Error(`${command} ${args.join(" ")}: ${error}\n${complaints}`);
  }
  return { port, pids: processTree(child.pid ?? 0, counted), stop };
}

/** With what it has started: workerd would outlive its parent. */
function killTree(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  for (const pid of processTree(child.pid)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Gone by itself meanwhile.
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => killTree(child), STOP_MS);
  await exit;
  clearTimeout(timer);
}

async function answering(port: number, child: ChildProcess): Promise<void> {
  for (const end = performance.now() + START_MS; performance.now() < end; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    if (await answers(port)) return;
  }
  throw new Error("did not answer in time");
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
