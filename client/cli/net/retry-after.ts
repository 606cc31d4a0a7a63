import * as v from "valibot";
import { wait } from "../../../src/protocol/untrusted.ts";

/** Milliseconds that the `Retry-After` of an HTTP answer asks for, a day at most; undefined where it names no seconds. */
export function retryAfterOf(header: string | undefined): number | undefined {
  const seconds = /^\s*(\d+)\s*$/.exec(header ?? "")?.[1];
  return seconds === undefined ? undefined : v.parse(wait, Number(seconds) * 1_000);
}
