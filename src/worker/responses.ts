import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Detail } from "../protocol/detail.ts";
import { type ErrorCode, type Refusal, refuse } from "../protocol/error.ts";
import type { RefusalBody } from "../protocol/http-answer.ts";

/** The HTTP status of each error. Those that can't come over plain HTTP count as the client's fault. */
const STATUS: { readonly [Code in ErrorCode]?: ContentfulStatusCode } = {
  no_pass: 401,
  no_token: 401,
  locked: 403,
  bad_key: 403,
  banned: 403,
  forbidden: 403,
  bad_origin: 403,
  not_found: 404,
  no_such_room: 404,
  no_such_nick: 404,
  no_such_message: 404,
  no_such_file: 404,
  method_not_allowed: 405,
  nick_taken: 409,
  too_long: 400,
  unsupported_type: 415,
  upgrade_required: 426,
  rate_limited: 429,
  over_budget: 429,
  room_full: 403,
  full: 507,
  internal: 500,
  closed: 503,
};

/** Where a sentence is more exact than its code, so is its status. */
const STATUS_OF_DETAIL: ReadonlyMap<string, ContentfulStatusCode> = new Map<Detail, ContentfulStatusCode>([
  ["not_the_admin", 401],
  ["wrong_admin_token", 401],
  ["door_needs_secret", 409],
  ["key_reused", 409],
  ["body_too_large", 413],
  ["file_deleted", 410],
  ["file_too_large", 413],
  ["bad_range", 416],
  ["try_again", 503],
]);

/** Sent with every answer of the API: nothing of it is to be sniffed, framed, cached or run. */
const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000",
  "X-Content-Type-Options": "nosniff",
};

/** A JSON answer of the API. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, { ...init, headers: { ...HEADERS, ...init.headers } });
}

/** A word of plain text. */
export function plainText(text: string): Response {
  return new Response(text, { headers: { ...HEADERS, "Content-Type": "text/plain;charset=UTF-8" } });
}

/** Done, and nothing more to tell. */
export function noContent(): Response {
  return new Response(null, { status: 204, headers: HEADERS });
}

/** A refusal as `{"error":{"code","message","detail"?,"params"?}}`, with the status that fits. */
export function refusal({ refused, message, detail, params, retryAfter }: Refusal): Response {
  const status = STATUS_OF_DETAIL.get(detail ?? "") ?? STATUS[refused] ?? 400;
  const headers: Record<string, string> = {};
  if (retryAfter !== undefined) headers["Retry-After"] = String(Math.max(1, Math.ceil(retryAfter / 1_000)));
  if (refused === "upgrade_required") headers.Upgrade = "websocket";
  const body: RefusalBody = {
    error: { code: refused, message, ...(detail !== undefined && { detail, ...(params && { params }) }) },
  };
  return json(body, { status, headers });
}

export function refused(code: ErrorCode): Response {
  return refusal(refuse(code));
}

/** Refuses a method; `allow` lists those that would do. */
export function wrongMethod(allow: string): Response {
  const response = refused("method_not_allowed");
  response.headers.set("Allow", allow);
  return response;
}
