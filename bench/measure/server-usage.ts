import { readdirSync, readFileSync } from "node:fs";

export interface ServerUsage {
  cpuMicros: number;
  residentBytes: number;
}

/** CPU time used so far and memory held now, summed over processes. */
export function serverUsage(pids: number[]): ServerUsage {
  const sum = (of: (pid: number) => number) => pids.reduce((total, pid) => total + of(pid), 0);
  return { cpuMicros: sum(cpuMicros), residentBytes: sum(residentBytes) };
}

/** Time on a CPU, in user space and kernel: that of /proc/PID/stat, but in ns per thread instead of ticks of 10 ms. */
function cpuMicros(pid: number): number {
  let nanos = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [onCpu] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "latin1").split(" ");
    nanos += Number(onCpu);
  }
  return nanos / 1000;
}

function residentBytes(pid: number): number {
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"));
  return Number(resident?.[1] ?? 0) * 1024;
}
