/** What wrangler.toml binds. Variables and secrets are read by src/settings/. */
interface Env {
  readonly ROOM: DurableObjectNamespace<import("./room-object.ts").RoomObject>;
  readonly REQUESTS: RateLimit;
  /** The browser client. */
  readonly ASSETS: Fetcher;
  readonly [variable: string]: unknown;
}
