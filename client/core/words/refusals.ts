import type { Detail, Params } from "../../../src/protocol/detail.ts";
import type { ErrorCode } from "../../../src/protocol/error.ts";

/**
 * How a language says what a room refuses, by the `detail` or else the code.
 * What a sentence names comes from the room, and may be missing.
 */
export type Refusals = Readonly<Record<Detail | ErrorCode, (named: Params) => string>>;

/**
 * What is refused to programs alone that speak HTTP or the protocol by themselves,
 * and to who looks after a server: no page meets it, so none loads what is said of it.
 */
export type ProgramRefusal = Extract<
  keyof Refusals,
  | "bad_frame"
  | "no_json"
  | "no_object"
  | "no_text_frame"
  | "bad_field"
  | "before_and_after"
  | "body_too_large"
  | "body_cut"
  | "body_not_json_type"
  | "body_no_json"
  | "body_encoded"
  | "unknown_charset"
  | "bad_encoding"
  | "bad_token"
  | "bad_key_encoding"
  | "bad_idempotency_key"
  | "key_reused"
  | "unknown_subprotocol"
  | "no_token"
  | "bad_range"
  | "method_not_allowed"
  | "unsupported_type"
  | "upgrade_required"
  | "hook_says_nothing"
  | "hook_banned"
  | "wrong_admin_token"
  | "too_many_wrong_admin_tokens"
  | "not_the_admin"
  | "door_needs_secret"
  | "out_of_order"
  | "next_number"
  | "already_joined"
  | "not_joined"
  | "file_unlike_length"
  | "not_found"
  | "bad_settings"
  | "bad_origin"
>;
