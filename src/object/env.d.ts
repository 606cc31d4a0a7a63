/** What wrangler.toml binds. Variables and secrets are read by src/settings/. */
interface Env {
  readonly ROOM: DurableObjectNamespace<import("./room-object.ts").RoomObject>;
  /** Of one object, `REGISTRY_NAME`. */
  readonly REGISTRY: DurableObjectNamespace<import("../registry/registry.ts").Registry>;
  /** One object for the files of each room that has any, and that lie in no bucket. */
  readonly FILE_STORE: DurableObjectNamespace<import("./files/file-store.ts").FileStore>;
  /** The bucket for files, of a deployment that has one. */
  readonly FILES?: R2Bucket;
  /** Requests of a network address. */
  readonly REQUESTS: RateLimit;
  /** Files that a network address reads. */
  readonly FILE_READS?: RateLimit;
  /** Rooms that a network address makes. */
  readonly ROOMS_MADE: RateLimit;
  /** What listens on this machine itself, where `npm start` runs papo: a push service may, that is being tried. */
  readonly LOOPBACK?: Fetcher;
  /** The browser client. */
  readonly ASSETS: Fetcher;
  readonly [variable: string]: unknown;
}
