import { readFileSync } from "node:fs";
import { codeOf } from "../end/system-trouble.ts";

/** One run of a program. Numbers of processes are used again: after a restart (of a container, above all) at once. */
export interface Run {
  readonly pid: number;
  /** What tells it from others of that number, where the system says so. */
  readonly start?: string | undefined;
}

/** This one. */
export const RUN: Run = runOf(process.pid);

/** Whether a run has not ended. */
export function isRunning({ pid, start }: Run): boolean {
  if (pid === process.pid || !Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
  }
  const now = runOf(pid).start;
  return start === undefined || now === undefined || now === start;
}

export function runOf(pid: number): Run {
  const start = startOf(pid);
  return { pid, ...(start !== undefined && { start }) };
}

/** When a process was started, in ticks of one start of the machine; Linux alone tells. */
function startOf(pid: number): string | undefined {
  try {
    const machine = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name, in parentheses, may have anything in it.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks === undefined ? undefined : `${machine}.${ticks}`;
  } catch {
    return undefined;
  }
}
