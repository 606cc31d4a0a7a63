import { type LocalServerOptions, startLocalServer } from "../../scripts/local-server.ts";

// Runs a server for test/support/server.ts, in a process of its own: told what to start, it tells where it listens.
process.once("message", async (options: LocalServerOptions) => {
  const server = await startLocalServer(options);
  process.once("message", async () => {
    await server.stop();
    process.disconnect();
  });
  process.send?.(server.url.href);
});
