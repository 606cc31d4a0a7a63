import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { refuseAs } from "../../protocol/detail.ts";
import { isRefusal, type Refusal } from "../../protocol/error.ts";
import { CLIENT, HOOK_ID } from "../../protocol/identity.ts";
import { ROOM_LIMITS } from "../../protocol/limits.ts";
import { roomName } from "../../protocol/room-name.ts";
import type { Delivery, HookReceipt } from "../../room/http/deliver.ts";
import { askRoom, TRIES } from "../ask-room.ts";
import type { DoorEnv } from "../come-in.ts";
import { Hono } from "../hono.ts";
import { limitRequests } from "../limit-requests.ts";
import { noContent, refusal, refused, wrongMethod } from "../responses.ts";
import { FORMATS } from "./formats.ts";
import { readHookBody } from "./hook-body.ts";
import { type HookSaying, sayable } from "./hook-saying.ts";

/**
 * Messages of other systems. Their address is a secret and the right to post, so nothing else
 * is asked of them; it is neither logged nor told in an answer.
 */
export const hookRoutes = new Hono<DoorEnv>();

const PATHS = ["/:room/hooks/:id", "/:room/hooks/:id/:format"] as const;

const most = ROOM_LIMITS.hookBody;
const bounded = bodyLimit({ maxSize: most, onError: () => refusal(refuseAs("body_too_large", { most })) });

for (const path of PATHS) {
  hookRoutes.post(path, limitRequests, bounded, async (context) => {
    const name = roomName(context.req.param("room"));
    if (name === undefined) return refused("bad_room");
    const id = context.req.param("id");
    const format = FORMATS.get(context.req.param("format") ?? "");
    if (!HOOK_ID.test(id) || !format) return refused("not_found");
    const key = context.req.header("Idempotency-Key");
    if (key !== undefined && !CLIENT.test(key)) return refusal(refuseAs("bad_idempotency_key"));
    const { raw } = context.req;
    const body = await readHookBody(raw);
    if (isRefusal(body)) return refusal(body);
    const read = format.read(body.posted, raw.headers);
    const said = read && !isRefusal(read) ? checked(read) : read;
    if (isRefusal(said)) return refusal(said);
    const receipt = await deliver(context, name, { id, said, key });
    if (isRefusal(receipt)) return refusal(receipt);
    if (!receipt || !said) return noContent();
    return format.answer({ receipt, text: said.text, url: new URL(raw.url) });
  });
  hookRoutes.all(path, () => wrongMethod("POST"));
}

function checked({ text, nick }: HookSaying): HookSaying | Refusal {
  const said = sayable(text);
  return said === undefined
    ? refuseAs("hook_says_nothing")
    : { text: said, ...(nick !== undefined && { nick }) };
}

/** Asks the room, more than once where that is no second message. */
function deliver(
  { env, req, var: { introduction } }: Context<DoorEnv>,
  name: string,
  delivery: Delivery,
): Promise<HookReceipt | undefined | Refusal> {
  const caller = { address: req.header("CF-Connecting-IP"), introduction };
  const ask = async () => await env.ROOM.getByName(name).deliver(caller, delivery);
  return askRoom(ask, delivery.said && delivery.key === undefined ? 1 : TRIES);
}
