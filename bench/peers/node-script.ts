import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";
import type { RunningServer } from "./peer.ts";
import { startServer } from "./server-process.ts";

/** Starts a script of this folder that takes its port as the first argument. */
export async function startNodeScript(
  script: string,
  { args = [], counted }: { args?: string[]; counted?: string } = {},
): Promise<RunningServer> {
  const port = await freePort();
  const path = fileURLToPath(new URL(script, import.meta.url));
  return startServer({
    command: process.execPath,
    args: [path, String(port), ...args],
    port,
    ...(counted ? { counted } : {}),
  });
}
