import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as v from "valibot";
import type { Caller } from "../object/callers.ts";
import type { RoomObject } from "../object/room-object.ts";
import { refuseAs } from "../protocol/detail.ts";
import { isRefusal, type Refusal, refuse } from "../protocol/error.ts";
import { refusalOf } from "../protocol/frame.ts";
import { letter, range } from "../protocol/http.ts";
import type { Uploaded } from "../protocol/http-answer.ts";
import { CLIENT, TOKEN } from "../protocol/identity.ts";
import { LIMITS, ROOM_LIMITS, SUBPROTOCOL } from "../protocol/limits.ts";
import { roomName } from "../protocol/room-name.ts";
import { INTRODUCTION_HEADER } from "../room/introduction.ts";
import { askRoom, TRIES } from "./ask-room.ts";
import type { DoorEnv } from "./come-in.ts";
import { upload } from "./files/upload.ts";
import { Hono } from "./hono.ts";
import { bodyTooLarge, readBody } from "./read-body.ts";
import { json, noContent, refusal, refused, wrongMethod } from "./responses.ts";
import { protocolsIn } from "./shown.ts";

type RoomEnv = { Bindings: Env; Variables: DoorEnv["Variables"] & { name: string; caller: Caller } };

/** The routes of one room: what every request is checked for, and then the room itself. */
export const rooms = new Hono<RoomEnv>();

rooms.use("/:room/*", (context, next) => {
  const name = roomName(context.req.param("room"));
  if (name === undefined) return Promise.resolve(refused("bad_room"));
  const caller = callerOf(context.req.raw.headers);
  if (isRefusal(caller)) return Promise.resolve(refusal(caller));
  context.set("name", name);
  context.set("caller", { ...caller, introduction: context.get("introduction") });
  return next();
});

/** A bearer's token, or what must have been meant for one. Other schemes are for a proxy in front. */
const BEARER = /^(?:bearer(?:\s+(.*))?|\S*)$/i;

/** Who calls. A header that is there but can't be used is refused: without it, they would be somebody else. */
function callerOf(headers: Headers): Omit<Caller, "introduction"> | Refusal {
  const authorization = headers.get("Authorization");
  const bearer = authorization === null ? null : BEARER.exec(authorization);
  const token = bearer ? (bearer[1] ?? "") : undefined;
  if (token !== undefined && !TOKEN.test(token)) return refuseAs("bad_token");
  const key = headers.get("Papo-Key") ?? undefined;
  if (key !== undefined && key.length > LIMITS.secret) return refuse("bad_key");
  // What the platform puts in place of bytes that are no UTF-8; no passphrase has it.
  if (key?.includes("\ufffd")) return refuseAs("bad_key_encoding");
  return { token, key, address: headers.get("CF-Connecting-IP") ?? undefined };
}

/** Asks the room, more than once where a request may be carried out twice. Each try takes a stub of its own. */
function ask<Answer>(
  context: Context<RoomEnv>,
  question: (room: DurableObjectStub<RoomObject>) => Promise<Answer>,
  tries = TRIES,
): Promise<Answer | Refusal> {
  return askRoom(() => question(context.env.ROOM.getByName(context.get("name"))), tries);
}

/** A room looks at no address: it is asked for by its name. */
const ANYWHERE = "http://room/socket";

rooms.get("/:room/socket", async (context) => {
  if (context.req.header("Upgrade")?.toLowerCase() !== "websocket") return refused("upgrade_required");
  const { raw } = context.req;
  const offered = protocolsIn(raw.headers);
  if (offered !== undefined && !offered.includes(SUBPROTOCOL)) {
    return refusal(refuseAs("unknown_subprotocol", { wanted: SUBPROTOCOL }));
  }
  const { introduction, address } = context.get("caller");
  // Nothing of what came from outside but this: the room takes the Worker's word.
  const headers: Record<string, string> = {
    Upgrade: "websocket",
    ...(offered && { "Sec-WebSocket-Protocol": SUBPROTOCOL }),
    ...(address !== undefined && { "CF-Connecting-IP": address }),
    [INTRODUCTION_HEADER]: JSON.stringify(introduction),
  };
  const request = new Request(ANYWHERE, { headers });
  const response = await ask(context, async (room) => await room.fetch(request));
  return isRefusal(response) ? refusal(response) : response;
});

rooms.get("/:room", async (context) =>
  answer(await ask(context, async (room) => await room.summary(context.get("caller")))),
);

rooms.get("/:room/members", async (context) =>
  answer(await ask(context, async (room) => await room.members(context.get("caller")))),
);

rooms.get("/:room/messages", async (context) => {
  const given = Object.entries(context.req.query()).filter(([, value]) => value !== "");
  const query = v.safeParse(range, Object.fromEntries(given));
  if (!query.success) return refusal(refusalOf(query.issues[0]));
  if (query.output.before !== undefined && query.output.after !== undefined) {
    return refusal(refuseAs("before_and_after"));
  }
  return answer(await ask(context, async (room) => await room.messages(context.get("caller"), query.output)));
});

const small = bodyLimit({ maxSize: ROOM_LIMITS.rawFrame, onError: () => refusal(bodyTooLarge) });

rooms.post("/:room/messages", small, async (context) => {
  const body = await readBody(context.req.raw, context.req.query("nick"));
  if (isRefusal(body)) return refusal(body);
  const parsed = v.safeParse(letter, body.posted);
  if (!parsed.success) return refusal(refusalOf(parsed.issues[0]));
  const key = context.req.header("Idempotency-Key");
  if (key !== undefined && !CLIENT.test(key)) {
    return refusal(refuseAs("bad_idempotency_key"));
  }
  const post = { ...parsed.output, key };
  const outcome = await ask(
    context,
    async (room) => await room.post(context.get("caller"), post),
    // Without a key, a post that is carried out twice is two messages.
    key === undefined ? 1 : TRIES,
  );
  return answer(outcome, 201);
});

rooms.post("/:room/files", async (context) => {
  const name = context.get("name");
  const caller = context.get("caller");
  if (caller.token === undefined) return refused("no_token");
  const given = context.req.query("name") ?? "";
  const sending = upload({ env: context.env, room: name, caller, request: context.req.raw, name: given });
  // Whoever is gone in the middle leaves something to tidy up.
  context.executionCtx.waitUntil(sending.catch(() => {}));
  const outcome = await sending;
  if (isRefusal(outcome)) return refusal(outcome);
  const { id, ...file } = outcome;
  return json({ file: id, ...file } satisfies Uploaded, { status: 201 });
});

rooms.delete("/:room/files/:id", async (context) => {
  const caller = context.get("caller");
  if (caller.token === undefined) return refused("no_token");
  const id = context.req.param("id");
  const failed = await ask(
    context,
    async (room): Promise<Refusal | undefined> => await room.withdrawFile(caller, id),
  );
  return failed ? refusal(failed) : noContent();
});

rooms.all("/:room", () => wrongMethod("GET, DELETE"));
for (const path of ["/:room/socket", "/:room/members"]) rooms.all(path, () => wrongMethod("GET"));
rooms.all("/:room/files", () => wrongMethod("POST"));
rooms.all("/:room/files/:id", () => wrongMethod("DELETE"));
rooms.all("/:room/messages", () => wrongMethod("GET, POST"));

function answer(outcome: unknown, status = 200): Response {
  return isRefusal(outcome) ? refusal(outcome) : json(outcome, { status });
}
