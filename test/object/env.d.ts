declare namespace Cloudflare {
  interface Env {
    readonly ROOM: DurableObjectNamespace<import("../../src/worker/worker.ts").Room>;
  }
  interface GlobalProps {
    mainModule: typeof import("../../src/worker/worker.ts");
  }
}
