import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import * as v from "valibot";
import { networkOf } from "./object/network.ts";
import type { Caller, RoomObject } from "./object/room-object.ts";
import { letter, range } from "./protocol/command.ts";
import { isRefusal, refuse, refuseUntil } from "./protocol/error.ts";
import { refusalOf } from "./protocol/frame.ts";
import { CLIENT, TOKEN } from "./protocol/identity.ts";
import { LIMITS, SUBPROTOCOL } from "./protocol/limits.ts";
import { roomName } from "./protocol/room-name.ts";
import { json, refusal, refused, wrongMethod } from "./responses.ts";

type RoomEnv = {
  Bindings: Env;
  Variables: { room: DurableObjectStub<RoomObject>; caller: Caller };
};

/** Turns away pages of other sites, unless the deployment names them, and answers those with CORS. */
export function guardOrigin(allowed: ReadonlySet<string>): MiddlewareHandler {
  const allow = cors({ origin: (origin) => (allowed.has(origin) ? origin : undefined) });
  return (context, next) => {
    const origin = context.req.header("Origin");
    if (origin === undefined || hostOf(origin) === hostOf(context.req.url)) return next();
    if (allowed.has(origin)) return allow(context, next);
    return Promise.resolve(refused("bad_origin"));
  };
}

/** Behind a proxy that ends TLS the schemes differ, so the host decides. */
function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

/** The routes of one room: what every request is checked for, and then the room itself. */
export const rooms = new Hono<RoomEnv>();

rooms.use("/:room/*", async (context, next) => {
  const name = roomName(context.req.param("room"));
  if (name === undefined) return refused("bad_room");
  const address = context.req.header("CF-Connecting-IP");
  const { success } = await context.env.REQUESTS.limit({ key: networkOf(address) ?? "unknown" });
  if (!success) return refusal(refuseUntil(60_000, "Too many requests come from your network."));
  const token = /^Bearer (.+)$/i.exec(context.req.header("Authorization") ?? "")?.[1];
  if (token !== undefined && !TOKEN.test(token)) return refused("bad_frame", "That is no token.");
  const key = context.req.header("Papo-Key");
  if (key !== undefined && key.length > LIMITS.secret) return refused("bad_key");
  context.set("caller", { token, key, address });
  context.set("room", context.env.ROOM.getByName(name));
  return next();
});

rooms.get("/:room/socket", async (context) => {
  if (context.req.header("Upgrade")?.toLowerCase() !== "websocket") return refused("upgrade_required");
  const offered = context.req.header("Sec-WebSocket-Protocol");
  if (offered !== undefined && !offered.split(",").some((name) => name.trim() === SUBPROTOCOL)) {
    return refused("bad_frame", `This server speaks the subprotocol ${SUBPROTOCOL}.`);
  }
  const response = await context.get("room").fetch(context.req.raw);
  return response.status === 101
    ? response
    : refusal(refuseUntil(60_000, "Too many connections wait to join this room."));
});

rooms.get("/:room", async (context) => answer(await context.get("room").summary(context.get("caller"))));

rooms.get("/:room/members", async (context) =>
  answer(await context.get("room").members(context.get("caller"))),
);

rooms.get("/:room/messages", async (context) => {
  const given = Object.entries(context.req.query()).filter(([, value]) => value !== "");
  const query = v.safeParse(range, Object.fromEntries(given));
  if (!query.success) return refusal(refusalOf(query.issues[0]));
  if (query.output.before !== undefined && query.output.after !== undefined) {
    return refused("bad_frame", 'Give "before" or "after", not both.');
  }
  return answer(await context.get("room").messages(context.get("caller"), query.output));
});

const small = bodyLimit({
  maxSize: LIMITS.frame,
  onError: () => refusal(refuse("too_long", `A post has at most ${LIMITS.frame} bytes.`), 413),
});

rooms.post("/:room/messages", small, async (context) => {
  const body = await readBody(context.req.raw, context.req.query("nick"));
  if (isRefusal(body)) return refusal(body);
  const parsed = v.safeParse(letter, body);
  if (!parsed.success) return refusal(refusalOf(parsed.issues[0]));
  const key = context.req.header("Idempotency-Key");
  if (key !== undefined && !CLIENT.test(key)) {
    return refused("bad_frame", "An Idempotency-Key has 1 to 32 of A-Z, a-z, 0-9, _ and -.");
  }
  return answer(await context.get("room").post(context.get("caller"), { ...parsed.output, key }), 201);
});

for (const path of ["/:room", "/:room/socket", "/:room/members"]) rooms.all(path, () => wrongMethod("GET"));
rooms.all("/:room/messages", () => wrongMethod("GET, POST"));

/** The body of a post: JSON as it is, or a plain text with the nickname from the query. */
async function readBody(request: Request, nick: string | undefined) {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  const body = await request.text();
  if (type === "text/plain") return { nick, text: body.replaceAll("\r\n", "\n").replace(/\n$/, "") };
  if (type !== "application/json") return refuse("unsupported_type");
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return refuse("bad_frame", "That body is not JSON.");
  }
}

function answer(outcome: unknown, status = 200): Response {
  return isRefusal(outcome) ? refusal(outcome) : json(outcome, { status });
}
