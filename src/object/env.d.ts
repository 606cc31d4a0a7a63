/** What wrangler.toml binds. Variables and secrets are read by src/settings/. */
interface Env {
  readonly ROOM: DurableObjectNamespace<import("./room-object.ts").RoomObject>;
  /** Of one object, `REGISTRY_NAME`. */
  readonly REGISTRY: DurableObjectNamespace<import("../registry/registry.ts").Registry>;
  /** Requests of a network address. */
  readonly REQUESTS: RateLimit;
  /** Rooms that a network address makes. */
  readonly ROOMS_MADE: RateLimit;
  /** The browser client. */
  readonly ASSETS: Fetcher;
  readonly [variable: string]: unknown;
}
