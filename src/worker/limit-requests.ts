import type { MiddlewareHandler } from "hono";
import { count } from "../object/limiter.ts";
import { networkOf } from "../object/sockets/network.ts";
import { refuseAs } from "../protocol/detail.ts";
import { waiting } from "../protocol/error.ts";
import { refusal } from "./responses.ts";

type Limiting = MiddlewareHandler<{ Bindings: Env }>;

/** Counts each request of a network address, whatever it asks for, and turns away those that are too many. */
export const limitRequests: Limiting = limitedBy(({ REQUESTS }) => REQUESTS);

/** The same for files that are read, apart: a page full of pictures takes nobody's words away. */
export const limitFileReads: Limiting = limitedBy(({ FILE_READS, REQUESTS }) => FILE_READS ?? REQUESTS);

function limitedBy(limiter: (env: Env) => RateLimit): Limiting {
  return async ({ env, req }, next) => {
    const key = networkOf(req.header("CF-Connecting-IP")) ?? "unknown";
    const wait = await count(limiter(env), key);
    return wait === 0 ? next() : refusal(waiting(wait, refuseAs("network_hurries")));
  };
}
