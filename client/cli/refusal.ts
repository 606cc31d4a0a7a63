import { ERRORS, type ErrorCode } from "../../src/protocol/error.ts";
import { oneLine } from "./view/one-line.ts";

/** What a papo server says in the body of an HTTP answer that refuses something. */
export interface HttpRefusal {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Undefined if it is not a papo server that speaks. */
export function readRefusal(body: string): HttpRefusal | undefined {
  try {
    const json: unknown = JSON.parse(body);
    const { code, message } = fieldsOf(fieldsOf(json).error);
    return isCode(code) && typeof message === "string" ? { code, message: oneLine(message) } : undefined;
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(ERRORS, code);
}
