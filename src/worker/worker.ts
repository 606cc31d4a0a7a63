import { env } from "cloudflare:workers";
import { Hono } from "hono";
import { version } from "../../package.json";
import { log } from "../object/log.ts";
import type { Health } from "../protocol/http-answer.ts";
import { readSettings, type Settings, SettingsError } from "../settings/settings.ts";
import { guardOrigin } from "./guard-origin.ts";
import { limitRequests } from "./limit-requests.ts";
import { json, refusal, refused, wrongMethod } from "./responses.ts";
import { rooms } from "./rooms.ts";
import { servePage } from "./serve-page.ts";

export { RoomObject as Room } from "../object/room-object.ts";

/** The settings, or what is wrong with them: logged at the start, and told by every answer until it is mended. */
const settings = checkSettings();

function checkSettings(): Settings | SettingsError {
  try {
    return readSettings({ ...env });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    log("error", { error });
    return error;
  }
}

const app = new Hono<{ Bindings: Env }>();

app.use(async (_, next) => (settings instanceof SettingsError ? refusal(settings.refusal) : next()));
app.use("/api/*", limitRequests);
if (!(settings instanceof SettingsError)) app.use("/api/*", guardOrigin(settings.allowedOrigins));
app.get("/api/health", () => json({ ok: true, version } satisfies Health));
app.all("/api/health", () => wrongMethod("GET"));
app.route("/api/rooms", rooms);
app.notFound(({ env, req }) =>
  req.path.startsWith("/api/") ? refused("not_found") : servePage(env.ASSETS, req.raw),
);
app.onError((error) => {
  log("error", { error });
  return refused("internal");
});

export default app;
