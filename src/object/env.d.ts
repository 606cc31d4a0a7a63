/** What wrangler.toml binds. Variables and secrets are read by src/settings.ts. */
interface Env {
  readonly ROOM: DurableObjectNamespace<import("./room-object.ts").RoomObject>;
  readonly REQUESTS: RateLimit;
  readonly [variable: string]: unknown;
}
