import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningServer } from "./peer.ts";

/** Gives a server a directory of its own, which goes when the server stops. */
export async function withTemporaryDirectory(
  start: (directory: string) => Promise<RunningServer>,
): Promise<RunningServer> {
  const directory = mkdtempSync(join(tmpdir(), "papo-bench-"));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  process.once("exit", remove);
  const server = await start(directory);
  return {
    ...server,
    async stop() {
      await server.stop();
      process.off("exit", remove);
      remove();
    },
  };
}
