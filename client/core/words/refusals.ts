import type { Detail, Params } from "../../../src/protocol/detail.ts";
import type { ErrorCode } from "../../../src/protocol/error.ts";

/**
 * How a language says what a room refuses, by the `detail` or else the code.
 * What a sentence names comes from the room, and may be missing.
 */
export type Refusals = Readonly<Record<Detail | ErrorCode, (named: Params) => string>>;
