import { DataFolder } from "./box/data-folder.ts";
import { GENERATION, RATE_LIMITS, readServer } from "./box/server.ts";
import { Supervisor } from "./box/supervisor.ts";

export interface LocalServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** The folder for the rooms' databases; made if it is missing. */
  readonly data: string;
  /** Worker variables that differ from those in wrangler.toml. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Where `server.json` is, if it is not the one in `dist`. */
  readonly bundle?: string;
}

export interface LocalServer {
  readonly url: URL;
  /** Resolves with the reason if it can't go on: it has stopped then. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

/** Runs what is built in workerd, the runtime that production runs, with its data on disk. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { host, port, data } = options;
  const { rooms, others, vars, config } = await readServer(options.bundle);
  const folder = await DataFolder.take(data, rooms, others);
  try {
    const runtime = await Supervisor.start({
      config: Buffer.from(config, "base64"),
      address: `${bracketed(host)}:${port}`,
      objects: folder.objects,
      // Not from the surroundings, which are handed on to the runtime.
      vars: { ...vars, [RATE_LIMITS]: "", ...options.vars, [GENERATION]: String(folder.generation) },
    });
    const stop = async () => {
      await runtime.stop();
      await folder.release();
    };
    const lost = folder.lost.then(async (path) => {
      // At once: what is acknowledged from here on is nowhere.
      await runtime.stop();
      return `${path} is gone or another one, while it was in use.`;
    });
    return {
      url: new URL(`http://${nameOf(host)}:${runtime.port}`),
      failed: Promise.race([runtime.failed, lost]),
      stop,
    };
  } catch (error) {
    await folder.release();
    throw error;
  }
}

/** The host as an address on this machine names it: "all of them" is no name. */
function nameOf(host: string): string {
  return /^[0.:]+$/.test(host) ? "localhost" : bracketed(host);
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
