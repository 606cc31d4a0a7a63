import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { refused } from "./responses.ts";

/** An origin of the web as browsers send it: a scheme and a host, and nothing else. */
const WEB_ORIGIN = /^https?:\/\/[^\s/\\?#@]+$/i;

/** Turns away pages of other sites, unless the deployment names them, and answers those with CORS. */
export function guardOrigin(allowed: ReadonlySet<string>): MiddlewareHandler {
  const allow = cors({
    origin: (origin) => (allowed.has(origin) ? origin : undefined),
    exposeHeaders: ["Retry-After"],
  });
  return (context, next) => {
    const origin = context.req.header("Origin");
    if (origin === undefined || isOwn(origin, context.req.url)) return next();
    if (allowed.has(origin)) return allow(context, next);
    return Promise.resolve(refused("bad_origin"));
  };
}

/**
 * Whether a page of this origin came from the server that was asked at `url`.
 * Behind a proxy that ends TLS the schemes differ, so the host decides; but an
 * extension or an application may choose a host of the same name.
 */
export function isOwn(origin: string, url: string): boolean {
  if (!WEB_ORIGIN.test(origin) || !URL.canParse(origin)) return false;
  return new URL(origin).host === new URL(url).host;
}
