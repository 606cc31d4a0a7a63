import { execFile } from "node:child_process";
import { copyFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import runtime from "workerd";
import { unstable_readConfig } from "wrangler";
import { SETTINGS } from "../../src/settings/settings.ts";
import { assetModule, readAssets } from "./assets.ts";
import { GENERATION, RATE_LIMITS, type ServerBundle } from "./server.ts";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** One `[[ratelimits]]` of wrangler.toml, as far as it is needed. */
interface RateLimit {
  readonly name: string;
  readonly simple: unknown;
}

/** One Durable Object that wrangler.toml binds. */
interface ObjectBinding {
  readonly name: string;
  readonly class_name: string;
}

/**
 * Makes `server.json` of what is built in a folder. `wrangler.toml` stays the one source of how things are bound.
 * `front` is a module that stands before the local Worker: a benchmark counts there what comes in.
 */
export async function buildServer(folder: string, front?: string): Promise<void> {
  const config = unstable_readConfig({ config: `${ROOT}wrangler.toml` }, { hideWarnings: true });
  const name = config.name ?? "papo";
  const objects: readonly ObjectBinding[] = config.durable_objects.bindings;
  const classes = objects.map((each) => ({
    ...{ name: each.name, className: each.class_name, folder: `${name}-${each.class_name}` },
  }));
  const rooms = classes.find((each) => each.name === "ROOM")?.folder;
  if (rooms === undefined) throw new Error("wrangler.toml binds no rooms.");
  const vars = Object.fromEntries(Object.entries(config.vars).map(([key, value]) => [key, String(value)]));
  const names = Object.values(SETTINGS).map(({ variable }) => variable);
  const limits = Object.fromEntries(
    (config.ratelimits ?? []).map(({ name, simple }: RateLimit) => [name, simple]),
  );
  const assets = await readAssets(`${folder}/public`);
  await writeFile(`${folder}/assets.js`, assetModule(assets));
  // It begins with the first.
  const own = ["local-worker.js", "page.js", "rate-limiter.js", "rooms.js"];
  for (const file of own) await copyFile(`${ROOT}scripts/box/worker/${file}`, `${folder}/${file}`);
  if (front !== undefined) {
    await copyFile(front, `${folder}/front.js`);
    own.unshift("front.js");
  }
  const modules = [...own, "worker.js", "assets.js"].map((file) => moduleOf(file, "esModule"));
  for (const { file } of assets.files) modules.push(moduleOf(`public/${file}`, "data"));
  const bindings = [
    ...classes.map(
      (each) => `(name = ${quote(each.name)}, durableObjectNamespace = ${quote(each.className)})`,
    ),
    `(name = "ROOM_FILES", service = "files")`,
    `(name = "LOOPBACK", service = "loopback")`,
    `(name = "ROOM_FOLDER", text = ${quote(rooms)})`,
    `(name = "RATE_LIMITS", json = ${quote(JSON.stringify(limits))})`,
    ...[...names, GENERATION, RATE_LIMITS].map(
      (each) => `(name = ${quote(each)}, fromEnvironment = ${quote(each)})`,
    ),
  ];
  const namespaces = classes.map(
    (each) => `(className = ${quote(each.className)}, uniqueKey = ${quote(each.folder)}, enableSql = true)`,
  );
  await writeFile(
    `${folder}/server.capnp`,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "papo", worker = (
      modules = [${modules.join(", ")}],
      compatibilityDate = ${quote(config.compatibility_date ?? "")},
      compatibilityFlags = [${config.compatibility_flags.map(quote).join(", ")}],
      bindings = [${bindings.join(", ")}],
      durableObjectNamespaces = [${namespaces.join(", ")}],
      durableObjectStorage = (localDisk = "objects"),
    )),
    (name = "objects", disk = (writable = true)),
    (name = "files", disk = ()),
    (name = "loopback", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", http = (), service = "papo")],
  logging = (structuredLogging = true),
);
`,
  );
  const { stdout } = await run(runtime.default, ["compile", "--config-only", `${folder}/server.capnp`], {
    encoding: "buffer",
    maxBuffer: 64 * 1_024 * 1_024,
  });
  const others = classes.map((each) => each.folder).filter((each) => each !== rooms);
  const bundle: ServerBundle = { rooms, others, vars, names, config: stdout.toString("base64") };
  await writeFile(`${folder}/server.json`, JSON.stringify(bundle));
}

function moduleOf(file: string, kind: "esModule" | "data"): string {
  return `(name = ${quote(file)}, ${kind} = embed ${quote(file)})`;
}

/** A text of Cap'n Proto, whose escapes are those of JSON as far as ASCII goes. */
function quote(text: string): string {
  if (/[^\x20-\x7e]/.test(text)) throw new Error(`Not for workerd's configuration: ${text}`);
  return JSON.stringify(text);
}
