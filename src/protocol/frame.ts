import * as v from "valibot";
import { type Command, command } from "./command.ts";
import { refuseAs } from "./detail.ts";
import { ERRORS, type ErrorCode, isRefusal, type Refusal, refuse } from "./error.ts";
import { readNickname } from "./nickname.ts";
import { codePoints, faultOf } from "./text/text.ts";

/** A frame that is no command: why, and what can be told of the command that it was meant to be. */
export interface BadFrame extends Refusal {
  readonly of?: string;
  readonly cid?: number;
}

/** The schemas by their types: to look for the right one among all would take longer than to check by it. */
const SCHEMAS = new Map<string, (typeof command.options)[number]>(
  command.options.map((option) => [option.entries.type.literal, option]),
);

const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(ERRORS, text);

/** Parses and checks one text frame of a client. Never throws. */
export function parseCommand(frame: string): Command | BadFrame {
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    return refuseAs("no_json");
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return refuseAs("no_object");
  }
  const schema = ("type" in json && typeof json.type === "string" && SCHEMAS.get(json.type)) || command;
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  return parsed.success ? parsed.output : badFrame(json, parsed.issues[0]);
}

function badFrame(json: object, issue: v.BaseIssue<unknown>): BadFrame {
  const type = "type" in json ? json.type : undefined;
  const cid = "cid" in json ? json.cid : undefined;
  const known = typeof type === "string" && SCHEMAS.has(type);
  return {
    ...refusalOf(issue, known),
    ...(known && { of: type }),
    ...(Number.isFinite(cid) && { cid: Number(cid) }),
  };
}

/** What an issue of any of the protocol's schemas comes to: the code that it names, or the field that is wrong. */
export function refusalOf(issue: v.BaseIssue<unknown>, tellsField = true): Refusal {
  const { message, input } = issue;
  if (message === "bad_nick" && typeof input === "string") {
    const reading = readNickname(input);
    if (isRefusal(reading)) return reading;
  }
  if (message === "too_long" && typeof input === "string") {
    return refuseAs("text_too_long", { most: Number(issue.expected), length: codePoints(input) });
  }
  if (message === "bad_text" && typeof input === "string") {
    return refuseAs(faultOf(input) === "has_controls" ? "text_has_controls" : "text_shows_nothing");
  }
  if (message === "not_an_emoji" || message === "bad_hook_name" || message === "text_shows_nothing") {
    return refuseAs(message);
  }
  if (isErrorCode(message)) return refuse(message);
  const field = tellsField ? v.getDotPath(issue) : null;
  return field ? refuseAs("bad_field", { field: field.slice(0, 64) }) : refuse("bad_frame");
}
