import type { MiddlewareHandler } from "hono";
import { networkOf } from "../object/sockets/network.ts";
import { refuseAs } from "../protocol/detail.ts";
import { waiting } from "../protocol/error.ts";
import { refusal } from "./responses.ts";

/** Milliseconds to wait where the limiter does not tell: the whole of its window. */
const WINDOW = 60_000;

/** What a limiter says of one request. papo's own, on one's own machine, also says when it counts anew. */
interface Verdict {
  readonly success: boolean;
  /** Milliseconds. */
  readonly retryAfter?: number;
}

/** Counts each request of a network address, whatever it asks for, and turns away those that are too many. */
export const limitRequests: MiddlewareHandler<{ Bindings: Env }> = async ({ env, req }, next) => {
  const key = networkOf(req.header("CF-Connecting-IP")) ?? "unknown";
  const { success, retryAfter = WINDOW }: Verdict = await env.REQUESTS.limit({ key });
  return success ? next() : refusal(waiting(retryAfter, refuseAs("network_hurries")));
};
