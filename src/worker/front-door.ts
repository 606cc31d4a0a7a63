import { version } from "../../package.json";
import { log } from "../object/log.ts";
import type { Health } from "../protocol/http-answer.ts";
import { RoomClock } from "../room/state/room-clock.ts";
import { type Settings, SettingsError } from "../settings/settings.ts";
import { adminRoutes } from "./admin.ts";
import { comeIn, type DoorEnv, showPass } from "./come-in.ts";
import { DoorWatch } from "./door-watch.ts";
import { Doorkeeper } from "./doorkeeper.ts";
import { fileRoutes } from "./files/file-routes.ts";
import { guardOrigin } from "./guard-origin.ts";
import { Hono } from "./hono.ts";
import { hookRoutes } from "./hooks/hook-routes.ts";
import { limitRequests } from "./limit-requests.ts";
import { tellPushKey } from "./push-key.ts";
import { json, refusal, refused, wrongMethod } from "./responses.ts";
import { rooms } from "./rooms.ts";
import { servePage } from "./serve-page.ts";

/**
 * All that the Worker answers, in the order in which it is checked: the
 * origin, the settings, a closed door, a pass, how many requests there are,
 * and then what is asked for. `now` is the time of day, in ms since 1970.
 */
export function frontDoor(settings: Settings | SettingsError, now: () => number): Hono<{ Bindings: Env }> {
  const app = new Hono<{ Bindings: Env }>();
  app.onError((error) => {
    log("error", { error });
    return refused("internal");
  });
  if (settings instanceof SettingsError) {
    app.use("/api/*", guardOrigin(new Set()));
    app.all("*", () => refusal(settings.refusal));
    return app;
  }
  app.use("/api/*", guardOrigin(settings.allowedOrigins));
  app.route("/api", doors(settings, now));
  app.notFound(({ env, req }) =>
    req.path.startsWith("/api/") ? refused("not_found") : servePage(env.ASSETS, req.raw),
  );
  return app;
}

/** The API. */
function doors(settings: Settings, now: () => number): Hono<DoorEnv> {
  const clock = new RoomClock(now);
  const keeper = new Doorkeeper(settings, clock);
  const watch = new DoorWatch({
    now: () => clock.steady(),
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const api = new Hono<DoorEnv>();
  for (const path of ["/rooms/*", "/passes", "/door", "/push"])
    api.use(path, comeIn({ settings, keeper, watch, now }));
  api.route("/", adminRoutes(keeper, watch));
  // Before passes are asked for: the address of a hook is the right to post, and that of a file to read.
  api.route("/rooms", hookRoutes);
  api.route("/rooms", fileRoutes(settings.allowedOrigins.size > 0));
  api.use("/rooms/:room/*", showPass(keeper));
  api.use("*", limitRequests);
  // Not every server before us, or below, says what time it is; whose clock is wrong is found out here.
  api.get("/health", () =>
    json({ ok: true, version } satisfies Health, { headers: { Date: new Date(now()).toUTCString() } }),
  );
  api.get("/push", tellPushKey());
  api.all("/push", () => wrongMethod("GET"));
  api.all("/health", () => wrongMethod("GET"));
  api.all("/passes", () => wrongMethod("POST"));
  api.all("/door", () => wrongMethod("PUT"));
  api.all("/rooms", () => wrongMethod("GET"));
  api.route("/rooms", rooms);
  return api;
}
