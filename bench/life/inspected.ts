import { on, once } from "node:events";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import workerd from "workerd";
import WebSocket from "ws";

const COLLECT = "HeapProfiler.collectGarbage";

/**
 * Has whatever starts workerd from here on start it with V8's inspector at a port. `folder` is for the script that does so:
 * the variable that names another workerd is the one way in that papo as it is shipped leaves.
 */
export function inspectAt(port: number, folder: string): void {
  const path = join(folder, "workerd-inspected");
  const start = `exec '${workerd.default}' serve --inspector-addr=127.0.0.1:${port} "$@"`;
  writeFileSync(path, `#!/bin/sh\nshift\n${start}\n`);
  chmodSync(path, 0o755);
  process.env.MINIFLARE_WORKERD_PATH = path;
}

/** Bytes on the heap of the Worker that is inspected at a port, rubbish apart. `nudge` has it do something. */
export async function heapBytes(port: number, nudge: () => Promise<unknown>): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/json`);
  const [isolate, ...more] = (await answer.json()) as { webSocketDebuggerUrl: string }[];
  if (!isolate || more.length > 0) throw new Error("One Worker is expected.");
  const socket = new WebSocket(isolate.webSocketDebuggerUrl, { perMessageDeflate: false });
  await once(socket, "open");
  const call = async (id: number, method: string) => {
    const answers = on(socket, "message");
    socket.send(JSON.stringify({ id, method }));
    // It tidies up with what it does next.
    if (method === COLLECT) await nudge();
    for await (const [data] of answers) {
      const message = JSON.parse(String(data)) as { id?: number; result?: { usedSize?: number } };
      if (message.id === id) return message.result;
    }
    throw new Error("The inspector has gone.");
  };
  await call(1, "HeapProfiler.enable");
  await call(2, COLLECT);
  const usage = await call(3, "Runtime.getHeapUsage");
  socket.terminate();
  if (usage?.usedSize === undefined) throw new Error("The inspector tells nothing of the heap.");
  return usage.usedSize;
}
