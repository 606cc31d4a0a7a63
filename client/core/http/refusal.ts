import * as v from "valibot";
import { refusalBody } from "../../../src/protocol/http-answer.ts";
import { type Problem, problemOf } from "../problem.ts";
import { oneLine } from "../text/one-line.ts";
import { parseJson } from "./parse-json.ts";

/** Characters of a refusal that are shown. */
const SHOWN = 500;

/** What a papo server says in the body of an HTTP answer that refuses something; undefined if none speaks. */
export function readRefusal(written: string): Problem | undefined {
  const parsed = v.safeParse(refusalBody, parseJson(written));
  if (!parsed.success) return undefined;
  const { error } = parsed.output;
  return problemOf({ ...error, message: oneLine(error.message).slice(0, SHOWN) });
}
