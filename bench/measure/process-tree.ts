import { readdirSync, readFileSync } from "node:fs";

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** A process and all below it; with `command`, only those of that name. */
export function processTree(root: number, command?: string): number[] {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const tree = new Set([root]);
  // A child may be listed before its parent: go round until nothing is found.
  for (let size = 0; size !== tree.size; ) {
    size = tree.size;
    for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
  }
  return processes
    .filter(({ pid, command: name }) => tree.has(pid) && (!command || name === command))
    .map(({ pid }) => pid);
}

function readProcess(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const end = stat.lastIndexOf(")");
    return [
      {
        pid,
        parent: Number(stat.slice(end + 2).split(" ")[1]),
        command: stat.slice(stat.indexOf("(") + 1, end),
      },
    ];
  } catch {
    return []; // gone meanwhile
  }
}
