import * as v from "valibot";
import { oneLine } from "../../core/text/one-line.ts";

/** What a papo server says in the body of an HTTP answer that refuses something. */
export interface HttpRefusal {
  /** One of the protocol's, or of a later protocol's. */
  readonly code: string;
  readonly message: string;
  /** Which of the code's sentences that is, where the server says so. */
  readonly detail?: string | undefined;
}

/** Characters of a refusal that are shown. */
const SHOWN = 500;

const id = v.pipe(v.string(), v.regex(/^[a-z_]{1,64}$/));

const body = v.object({
  error: v.object({
    code: id,
    message: v.string(),
    detail: v.exactOptional(v.fallback(v.optional(id), undefined)),
  }),
});

/** Undefined if it is not a papo server that speaks. */
export function readRefusal(written: string): HttpRefusal | undefined {
  try {
    const parsed = v.safeParse(body, JSON.parse(written));
    if (!parsed.success) return undefined;
    const { code, message, detail } = parsed.output.error;
    return { code, message: oneLine(message).slice(0, SHOWN), detail };
  } catch {
    return undefined;
  }
}
