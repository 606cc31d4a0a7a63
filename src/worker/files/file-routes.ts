import type { Context } from "hono";
import { bytesAt } from "../../object/files/places.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { isRefusal, type Refusal, refuse } from "../../protocol/error.ts";
import { FILE_ID } from "../../protocol/identity.ts";
import { roomName } from "../../protocol/room-name.ts";
import type { ReadableFile } from "../../room/http/read.ts";
import { askRoom, TRIES } from "../ask-room.ts";
import type { DoorEnv } from "../come-in.ts";
import { Hono } from "../hono.ts";
import { limitFileReads } from "../limit-requests.ts";
import { refusal, refused, wrongMethod } from "../responses.ts";
import { spanOf } from "./byte-range.ts";
import { fileHeaders, isKnown } from "./file-headers.ts";

const PATH = "/:room/files/:id/:name";

/** Files as they are read: the id in their address is a secret, and the right to it. */
export function fileRoutes(isOpen: boolean): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  // What answers to GET answers to HEAD; its body is left out.
  routes.get(PATH, limitFileReads, async (context) => {
    const room = roomName(context.req.param("room"));
    if (room === undefined) return refused("bad_room");
    const id = context.req.param("id");
    if (!FILE_ID.test(id)) return refused("no_such_file");
    const { env } = context;
    const found = await askRoom(
      async (): Promise<ReadableFile | Refusal> => await env.ROOM.getByName(room).file(id),
      TRIES,
    );
    return isRefusal(found) ? refusal(found) : await handOut(context, found, isOpen);
  });
  routes.all(PATH, () => wrongMethod("GET, HEAD"));
  return routes;
}

async function handOut(
  { env, req }: Context<DoorEnv>,
  found: ReadableFile,
  isOpen: boolean,
): Promise<Response> {
  const { file, shelf, place } = found;
  const { id, size } = file;
  const headers = fileHeaders(file, isOpen);
  if (isKnown(req.header("If-None-Match"), id)) return new Response(null, { status: 304, headers });
  const condition = req.header("If-Range");
  const isSame = condition === undefined || condition === headers.ETag;
  const span = isSame ? spanOf(req.header("Range"), size) : "whole";
  if (span === "none") {
    const response = refusal(refuseAs("bad_range"));
    response.headers.set("Content-Range", `bytes */${size}`);
    return response;
  }
  const { offset, length } = span === "whole" ? { offset: 0, length: size } : span;
  const part = `bytes ${offset}-${offset + length - 1}/${size}`;
  const told = {
    ...headers,
    "Content-Length": String(length),
    ...(span !== "whole" && { "Content-Range": part }),
  };
  const init = { status: span === "whole" ? 200 : 206, headers: told };
  if (req.method === "HEAD") return new Response(null, init);
  const bytes = await bytesAt(place, env).get({ shelf, id }, { offset, length });
  if (!bytes) return refusal(refuse("no_such_file"));
  return new Response(bytes.pipeThrough(new FixedLengthStream(length)), init);
}
