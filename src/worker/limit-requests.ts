import type { MiddlewareHandler } from "hono";
import { count } from "../object/limiter.ts";
import { networkOf } from "../object/sockets/network.ts";
import { refuseAs } from "../protocol/detail.ts";
import { waiting } from "../protocol/error.ts";
import { refusal } from "./responses.ts";

/** Counts each request of a network address, whatever it asks for, and turns away those that are too many. */
export const limitRequests: MiddlewareHandler<{ Bindings: Env }> = async ({ env, req }, next) => {
  const key = networkOf(req.header("CF-Connecting-IP")) ?? "unknown";
  const wait = await count(env.REQUESTS, key);
  return wait === 0 ? next() : refusal(waiting(wait, refuseAs("network_hurries")));
};
