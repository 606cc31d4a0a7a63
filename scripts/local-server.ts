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
  const platform = {
    compatibilityDate: config.compatibility_date ?? "",
    compatibilityFlags: config.compatibility_flags,
  };
  const miniflare = new Miniflare({
    host,
    port,
    cf: false,
    // It would open a debug port to everybody on this machine.
    enableDevRegistry: false,
    log: new Log(LogLevel.ERROR),
    resourcePersistencePath: data,
    workers: [
      {
        config: {
          name,
          ...platform,
          env: {
            [room.name]: { type: "durable-object", worker: name, exportName: room.class_name },
            [limit.name]: { type: "json", value: { ...limit.simple } },
            ASSETS: { type: "worker", worker: "assets" },
            ...Object.fromEntries(
              variables.map(([key, value]) => [key, { type: "text", value: String(value) }]),
            ),
          },
          exports: { [room.class_name]: { type: "durable-object", storage: "sqlite" } },
          manifest: manifestOf({
            "local-worker.js": await readFile(`${ROOT}scripts/local-worker.js`, "utf8"),
            "worker.js": await readFile(`${ROOT}dist/worker.js`, "utf8"),
          }),
        },
      },
      {
        // Beside the Worker and not in front of it, where every socket would pass through it.
        config: {
          name: "assets",
          ...platform,
          // Asked for nothing, for there is an asset for every path; but a Worker must have code.
          manifest: manifestOf({ "none.js": "export default {};" }),
          assets: {
            directory: `${ROOT}${config.assets?.directory}`,
            hasUserWorker: false,
            ...(config.assets?.not_found_handling && { notFoundHandling: config.assets.not_found_handling }),
          },
        },
      },
    ],
  });
  return { url: await miniflare.ready, stop: () => miniflare.dispose() };
}

/** A Worker of these modules, by their names; it begins with the first. */
function manifestOf(modules: Readonly<Record<string, string>>) {
  return {
    mainModule: Object.keys(modules)[0] ?? "",
    modulesRoot: "/",
    modules: Object.fromEntries(
      Object.entries(modules).map(([name, contents]) => [name, { type: "esm" as const, contents }]),
    ),
  };
}
