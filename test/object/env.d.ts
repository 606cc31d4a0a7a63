declare namespace Cloudflare {
  interface Env {
    readonly ROOM: DurableObjectNamespace<import("../../src/worker/worker.ts").Room>;
    readonly REGISTRY: DurableObjectNamespace<import("../../src/worker/worker.ts").Registry>;
    readonly FILE_STORE: DurableObjectNamespace<import("../../src/worker/worker.ts").FileStore>;
    readonly REQUESTS: RateLimit;
    readonly ROOMS_MADE: RateLimit;
    readonly ASSETS: Fetcher;
    /** Of vitest.config.ts. */
    readonly BUCKET: R2Bucket;
  }
  interface GlobalProps {
    mainModule: typeof import("../../src/worker/worker.ts");
  }
}
