/** What wrangler.toml binds. Variables and secrets are read by src/settings/. */
interface Env {
  readonly ROOM: DurableObjectNamespace<import("./room-object.ts").RoomObject>;
  readonly REQUESTS: RateLimit;
  /** New rooms of a network. */
  readonly ROOMS_MADE?: RateLimit;
  readonly REGISTRY?: { getByName(name: string): import("../room/report.ts").RegistryCalls };
  /** The browser client. */
  readonly ASSETS: Fetcher;
  readonly [variable: string]: unknown;
}
