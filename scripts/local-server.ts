import { readFile } from "node:fs/promises";
import { Log, LogLevel, Miniflare } from "miniflare";
import { unstable_readConfig } from "wrangler";
import { ROOT } from "./bundles.ts";

export interface LocalServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** The folder for the rooms' databases; made if it is missing. */
  readonly data: string;
  /** Worker variables that differ from those in wrangler.toml. */
  readonly vars?: Readonly<Record<string, string>>;
}

export interface LocalServer {
  readonly url: URL;
  stop(): Promise<void>;
}

/**
 * Runs the built Worker in workerd, the runtime that production runs, with its
 * data on disk. `wrangler.toml` stays the one source of how it is bound.
 */
export async function startLocalServer({ host, port, data, vars }: LocalServerOptions): Promise<LocalServer> {
  const config = unstable_readConfig({ config: `${ROOT}wrangler.toml` }, { hideWarnings: true });
  const name = config.name ?? "papo";
  const [room] = config.durable_objects.bindings;
  const [limit] = config.ratelimits ?? [];
  if (!room || !limit) throw new Error("wrangler.toml lacks a Durable Object or a rate limit.");
  const variables = Object.entries({ ...config.vars, ...vars });
  const miniflare = new Miniflare({
    host,
    port,
    cf: false,
    log: new Log(LogLevel.ERROR),
    resourcePersistencePath: data,
    workers: [
      {
        config: {
          name,
          compatibilityDate: config.compatibility_date ?? "",
          compatibilityFlags: config.compatibility_flags,
          env: {
            [room.name]: { type: "durable-object", worker: name, exportName: room.class_name },
            [limit.name]: { type: "rate-limit", namespace: limit.namespace_id, simple: limit.simple },
            ...Object.fromEntries(
              variables.map(([key, value]) => [key, { type: "text", value: String(value) }]),
            ),
          },
          assets: {
            directory: `${ROOT}${config.assets?.directory}`,
            hasUserWorker: true,
            ...(config.assets?.not_found_handling && { notFoundHandling: config.assets.not_found_handling }),
            ...(config.assets?.run_worker_first !== undefined && {
              runWorkerFirst: config.assets.run_worker_first,
            }),
          },
          exports: { [room.class_name]: { type: "durable-object", storage: "sqlite" } },
          manifest: {
            mainModule: "worker.js",
            modulesRoot: "/",
            modules: { "worker.js": { type: "esm", contents: await readFile(`${ROOT}dist/worker.js`) } },
          },
        },
      },
    ],
  });
  return { url: await miniflare.ready, stop: () => miniflare.dispose() };
}
