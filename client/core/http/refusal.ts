import * as v from "valibot";
import { refusalBody } from "../../../src/protocol/http-answer.ts";
import { oneLine } from "../text/one-line.ts";
import { parseJson } from "./parse-json.ts";

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

/** Undefined if it is not a papo server that speaks. */
export function readRefusal(written: string): HttpRefusal | undefined {
  const parsed = v.safeParse(refusalBody, parseJson(written));
  if (!parsed.success) return undefined;
  const { code, message, detail } = parsed.output.error;
  return { code, message: oneLine(message).slice(0, SHOWN), detail };
}
