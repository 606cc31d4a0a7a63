import { rmSync } from "node:fs";
import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { buildServer } from "../../scripts/box/server-bundle.ts";
import { startLocalServer } from "../../scripts/local-server.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What counting-worker.js counts, since the start. */
export interface Counts {
  /** Requests to the Worker. */
  readonly worker: number;
  /** Requests to rooms' objects; frames of their sockets; their alarms and the registry's. */
  readonly room: number;
  readonly frames: number;
  readonly alarms: number;
  readonly registry: number;
  readonly rows: number;
  /** Milliseconds for which objects were awake, all of them together. */
  readonly awake: number;
  /** Rooms made, and what their logs have taken: messages, edits, deletions. */
  readonly rooms: number;
  readonly events: number;
  /** Rows by the statement that wrote them, and how often it ran. */
  readonly statements: Readonly<Record<string, { readonly rows: number; readonly times: number }>>;
}

/** A deployment that is abused. */
export interface Deployment {
  readonly url: URL;
  counts(): Promise<Counts>;
  stop(): Promise<void>;
}

/** Runs what is built as `npm start` does, on loopback, with the counting Worker before it. */
export async function deploy(vars: Readonly<Record<string, string>>): Promise<Deployment> {
  const folder = await mkdtemp(`${tmpdir()}/papo-abuse-`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    for (const built of ["worker.js", "public"])
      await cp(at(`../../dist/${built}`), `${folder}/${built}`, { recursive: true });
    await buildServer(folder, at("counting-worker.js"));
    const server = await startLocalServer({
      ...{ host: "127.0.0.1", port: 0, data: `${folder}/data`, vars, bundle: `${folder}/server.json` },
    });
    return {
      url: server.url,
      async counts() {
        const response = await fetch(new URL("/counts", server.url));
        return JSON.parse(await response.text());
      },
      async stop() {
        await server.stop();
        process.off("exit", remove);
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
