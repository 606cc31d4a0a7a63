declare namespace Cloudflare {
  interface Env {
    readonly ROOM: DurableObjectNamespace<import("../../src/worker/worker.ts").Room>;
    readonly REGISTRY: DurableObjectNamespace<import("../../src/worker/worker.ts").Registry>;
    readonly FILE_STORE: DurableObjectNamespace<import("../../src/worker/worker.ts").FileStore>;
    readonly REQUESTS: RateLimit;
    readonly ROOMS_MADE: RateLimit;
    readonly ASSETS: Fetcher;
  }
  interface GlobalProps {
    mainModule: typeof import("../../src/worker/worker.ts");
  }
}
