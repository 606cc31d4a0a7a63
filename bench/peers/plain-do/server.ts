import { readFileSync } from "node:fs";
import { Miniflare } from "miniflare";

const [port, exportName = "Room", data] = process.argv.slice(2);
const name = "plain-do";
const contents = readFileSync(new URL("worker.js", import.meta.url), "utf8");

/** Plain workerd, without the proxy that `wrangler dev` puts before it. */
const miniflare = new Miniflare({
  host: "127.0.0.1",
  port: Number(port),
  cf: false,
  ...(data ? { resourcePersistencePath: data } : {}),
  workers: [
    {
      config: {
        name,
        compatibilityDate: "2026-11-01",
        env: { ROOM: { type: "durable-object", worker: name, exportName } },
        exports: { [exportName]: { type: "durable-object", storage: "sqlite" } },
        manifest: {
          mainModule: "worker.js",
          modulesRoot: "/",
          modules: { "worker.js": { type: "esm", contents } },
        },
      },
    },
  ],
});
process.once("SIGTERM", async () => {
  await miniflare.dispose();
  process.exit();
});
await miniflare.ready;
