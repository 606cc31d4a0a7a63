import * as v from "valibot";
import { oneLine } from "../core/one-line.ts";

/** What a papo server says in the body of an HTTP answer that refuses something. */
export interface HttpRefusal {
  /** One of the protocol's, or of a later protocol's. */
  readonly code: string;
  readonly message: string;
}

/** Characters of a refusal that are shown. */
const SHOWN = 500;

const body = v.object({
  error: v.object({ code: v.pipe(v.string(), v.regex(/^[a-z_]{1,64}$/)), message: v.string() }),
});

/** Undefined if it is not a papo server that speaks. */
export function readRefusal(written: string): HttpRefusal | undefined {
  try {
    const parsed = v.safeParse(body, JSON.parse(written));
    if (!parsed.success) return undefined;
    const { code, message } = parsed.output.error;
    return { code, message: oneLine(message).slice(0, SHOWN) };
  } catch {
    return undefined;
  }
}
