import type { Context, MiddlewareHandler } from "hono";
import { refuseAs } from "../protocol/detail.ts";
import { isRefusal, refuse, waiting } from "../protocol/error.ts";
import type { Door } from "../protocol/http.ts";
import { roomName } from "../protocol/room-name.ts";
import type { DoorState } from "../registry/registrar.ts";
import type { Introduction } from "../room/introduction.ts";
import { DAY, REGISTRY_NAME, type Used } from "../room/report.ts";
import type { Settings } from "../settings/settings.ts";
import { askRoom, TRIES } from "./ask-room.ts";
import type { DoorWatch } from "./door-watch.ts";
import { type Doorkeeper, passFor } from "./doorkeeper.ts";
import { refusal } from "./responses.ts";
import { originOf } from "./shown.ts";

/** What is known of a request once it has come to the door. */
export type DoorEnv = { Bindings: Env; Variables: { introduction: Introduction; door: Door } };

/** Milliseconds after which to come again to a closed door. */
const CLOSED_FOR = 30_000;

interface DoorOptions {
  readonly settings: Settings;
  readonly keeper: Doorkeeper;
  readonly watch: DoorWatch;
  /** The time of day, in ms since 1970. */
  now(): number;
}

/** Turns everybody but the admin away where the door is closed or the day used up, and introduces who comes. */
export function comeIn({ settings, keeper, watch, now }: DoorOptions): MiddlewareHandler<DoorEnv> {
  // Without an admin nobody puts the door, and without a budget nobody reckons.
  const hasRegistry = settings.adminToken !== undefined || settings.dayRows > 0;
  return async (context, next) => {
    const { raw } = context.req;
    const admin = keeper.checkAdmin(raw.headers);
    if (isRefusal(admin)) return refusal(admin);
    const state = hasRegistry ? await look(context, watch) : undefined;
    const door = state?.door ?? settings.door;
    if (door === "closed" && !admin) return refusal(waiting(CLOSED_FOR, refuse("closed")));
    const left = state && !admin ? leftOf(state.used, now()) : 0;
    if (left > 0) return refusal(waiting(left, refuseAs("day_used_up")));
    context.set("door", door);
    context.set("introduction", {
      origin: originOf(raw),
      ...(admin && { admin }),
      ...(state && { used: state.used }),
    });
    return next();
  };
}

/** Milliseconds until a day is over that is used up, with all that mods and owners had beyond it; 0 for any other. */
function leftOf({ share, day }: Used, now: number): number {
  return share === 110 ? Math.max(0, (day + 1) * DAY - now) : 0;
}

/** Lets in whom the door is for, and adds a good pass to what is said of them. */
export function showPass(keeper: Doorkeeper): MiddlewareHandler<DoorEnv, "/:room"> {
  return async (context, next) => {
    const door = context.get("door");
    const introduction = context.get("introduction");
    const checked = keeper.checkPass(context.req.raw.headers, roomName(context.req.param("room")) ?? "");
    if (door === "invited" && !introduction.admin && isRefusal(checked)) return refusal(checked);
    context.set("introduction", { ...introduction, ...passFor(checked) });
    return next();
  };
}

async function look(context: Context<DoorEnv>, watch: DoorWatch): Promise<DoorState | undefined> {
  const ask = async () => {
    const answer = await askRoom(
      async (): Promise<DoorState> => await context.env.REGISTRY.getByName(REGISTRY_NAME).look(),
      TRIES,
    );
    if (isRefusal(answer)) throw new Error("The registry can't answer.");
    return answer;
  };
  const looked = watch.look(ask);
  // Others may wait for the answer when this request is gone.
  context.executionCtx.waitUntil(watch.settled);
  return await looked;
}
