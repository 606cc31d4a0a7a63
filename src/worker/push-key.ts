import type { Handler } from "hono";
import { isRefusal } from "../protocol/error.ts";
import type { PushKey } from "../protocol/http-answer.ts";
import { REGISTRY_NAME } from "../room/report.ts";
import { askRoom, TRIES } from "./ask-room.ts";
import type { DoorEnv } from "./come-in.ts";
import { json, refusal } from "./responses.ts";

/** Tells browsers by which key push services know this deployment. It never changes, so an isolate asks for it once. */
export function tellPushKey(): Handler<DoorEnv> {
  let known: string | undefined;
  return async ({ env }) => {
    const key =
      known ??
      (await askRoom(
        async (): Promise<string> => await env.REGISTRY.getByName(REGISTRY_NAME).pushKey(),
        TRIES,
      ));
    if (isRefusal(key)) return refusal(key);
    known = key;
    return json({ key } satisfies PushKey);
  };
}
