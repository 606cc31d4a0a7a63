import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";
import type { Peer } from "./peer.ts";
import { startServer } from "./server-process.ts";

const script = fileURLToPath(new URL("threads.py", import.meta.url));

export const threads: Peer = {
  name: "threads",
  summary: "Python, a thread per client",
  dialect: "lines",
  scenarios: ["quiet", "lively"],
  absence: () => (spawnSync("python3", ["--version"]).status === 0 ? undefined : "python3 is not installed"),
  start: async () => {
    const port = await freePort();
    return startServer({ command: "python3", args: [script, String(port)], port });
  },
};
