import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as v from "valibot";
import { refuseAs } from "../protocol/detail.ts";
import { isRefusal, type Refusal, refuse } from "../protocol/error.ts";
import { refusalOf } from "../protocol/frame.ts";
import { type Door, doorOrder, passOrder, roomsQuery } from "../protocol/http.ts";
import type { RoomList } from "../protocol/http-answer.ts";
import type { Invitation } from "../protocol/invitation.ts";
import { ROOM_LIMITS } from "../protocol/limits.ts";
import { invitationLink } from "../protocol/pass.ts";
import { roomName } from "../protocol/room-name.ts";
import type { Registry } from "../registry/registry.ts";
import { makePass } from "../room/passes.ts";
import { REGISTRY_NAME } from "../room/report.ts";
import { askRoom, TRIES } from "./ask-room.ts";
import type { DoorEnv } from "./come-in.ts";
import type { DoorWatch } from "./door-watch.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { Hono } from "./hono.ts";
import { limitRequests } from "./limit-requests.ts";
import { bodyTooLarge, readJson } from "./read-body.ts";
import { json, noContent, refusal } from "./responses.ts";

const small = bodyLimit({ maxSize: ROOM_LIMITS.rawFrame, onError: () => refusal(bodyTooLarge) });

const adminAlone: MiddlewareHandler<DoorEnv> = (context, next) =>
  context.get("introduction").admin ? next() : Promise.resolve(refusal(refuseAs("not_the_admin")));

/** What only the admin may do, who needs no pass. Whoever it is has come to the door before. */
export function adminRoutes(keeper: Doorkeeper, watch: DoorWatch): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();

  routes.post("/passes", limitRequests, adminAlone, small, async (context) => {
    const { mint } = keeper;
    if (!mint) return refusal(refuseAs("no_pass_secret"));
    const order = await posted(context, passOrder);
    if (isRefusal(order)) return refusal(order);
    const { pass, expires } = makePass(mint, order);
    const link = invitationLink(context.get("introduction").origin ?? "", order.rooms?.[0], pass);
    return json({ pass, link, expires } satisfies Invitation, { status: 201 });
  });

  routes.put("/door", limitRequests, adminAlone, small, async (context) => {
    const order = await posted(context, doorOrder);
    if (isRefusal(order)) return refusal(order);
    const { door } = order;
    if (door === "invited" && !keeper.mint) return refusal(refuseAs("door_needs_secret"));
    const state = await askRegistry(context, async (registry) => await registry.setDoor(door));
    if (isRefusal(state)) return refusal(state);
    watch.learn(state);
    return json({ door } satisfies { door: Door });
  });

  routes.get("/rooms", limitRequests, adminAlone, async (context) => {
    const given = Object.entries(context.req.query()).filter(([, value]) => value !== "");
    const query = v.safeParse(roomsQuery, Object.fromEntries(given));
    if (!query.success) return refusal(refusalOf(query.issues[0]));
    const list = await askRegistry(
      context,
      async (registry): Promise<RoomList> => await registry.list(query.output),
    );
    return isRefusal(list) ? refusal(list) : json(list);
  });

  routes.delete("/rooms/:room", limitRequests, adminAlone, async (context) => {
    const name = roomName(context.req.param("room"));
    if (name === undefined) return refusal(refuse("bad_room"));
    const { env } = context;
    const ended = await askRoom(async () => await env.ROOM.getByName(name).end(), TRIES);
    if (isRefusal(ended)) return refusal(ended);
    const forgotten = await askRegistry(context, async (registry) => await registry.forget(name));
    return isRefusal(forgotten) ? refusal(forgotten) : noContent();
  });

  return routes;
}

function askRegistry<Answer>(
  { env }: Context<DoorEnv>,
  question: (registry: DurableObjectStub<Registry>) => Promise<Answer>,
): Promise<Answer | Refusal> {
  return askRoom(() => question(env.REGISTRY.getByName(REGISTRY_NAME)), TRIES);
}

/** What was sent, if it is as the schema has it. */
async function posted<const Schema extends v.GenericSchema>(
  { req }: Context<DoorEnv>,
  schema: Schema,
): Promise<v.InferOutput<Schema> | Refusal> {
  const body = await readJson(req.raw);
  if (isRefusal(body)) return body;
  const parsed = v.safeParse(schema, body.posted);
  return parsed.success ? parsed.output : refusalOf(parsed.issues[0]);
}
