import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { LeftOut } from "./test/support/left-out.ts";
import { muffleWorkerd } from "./test/support/workerd-noise.ts";

/** Browsers and pseudo-terminals are slow to start on a loaded machine; nothing waits this long when all is well. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };
/** What tests start some thousand times, the terminal client before all: once compiled, its code is read from there. */
const COMPILED = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL("node_modules/.cache/compiled", import.meta.url)),
};

muffleWorkerd();

export default defineConfig({
  test: {
    // By itself it leaves one core to others, and of two takes one; but tests wait more than they reckon.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Of the tests that a file lets run side by side: enough to fill what they wait, and not so many that none gets on.
    maxConcurrency: 3,
    reporters: ["default", ...(process.env.GITHUB_ACTIONS ? ["github-actions"] : []), new LeftOut()],
    projects: [
      {
        // Rules, protocol and clients: no network, no platform.
        test: {
          name: "unit",
          include: [
            "test/{protocol,settings,room,registry,worker,core,cli,library,web,sim,box}/**/*.test.ts",
            "test/*.test.ts",
          ],
          setupFiles: ["test/support/chance.ts", "test/support/speak-english.ts"],
          // No file leaves anything behind in another, and a process a file costs more than all of the tests.
          isolate: false,
          env: COMPILED,
          ...PATIENCE,
        },
      },
      {
        // What is really Cloudflare's: sockets, SQL, hibernation. Runs inside workerd.
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            // Not as FILES: rooms keep their files in objects here, as by default.
            miniflare: { r2Buckets: { BUCKET: "files" } },
          }),
        ],
        test: { name: "workerd", include: ["test/object/**/*.test.ts"], ...PATIENCE },
      },
      {
        // The built Worker and the built clients, as people use them.
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          setupFiles: ["test/support/speak-english.ts"],
          // Whatever whoever runs them speaks.
          env: { ...COMPILED, PAPO_LANG: "en" },
          ...PATIENCE,
        },
      },
    ],
  },
});
