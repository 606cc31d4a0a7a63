import * as v from "valibot";

/** JSON-RPC 2.0, as the Model Context Protocol speaks it over standard input and output: an object a line. */

const id = v.union([v.string(), v.number()]);
export type RequestId = v.InferOutput<typeof id>;

const params = v.exactOptional(v.record(v.string(), v.unknown()));
const version = v.literal("2.0");

const call = v.object({ jsonrpc: version, id, method: v.string(), params });
const notification = v.object({ jsonrpc: version, method: v.string(), params });
/** An answer to something: of ours there is nothing to be answered. */
const answer = v.object({ jsonrpc: version, id: v.nullable(id), method: v.optional(v.never()) });

export type RpcParams = NonNullable<v.InferOutput<typeof params>>;

/** What a line asks for; `unreadable` is answered with an error of that code, `answer` with nothing. */
export type RpcMessage =
  | { readonly kind: "request"; readonly id: RequestId; readonly method: string; readonly params: RpcParams }
  | { readonly kind: "notification"; readonly method: string; readonly params: RpcParams }
  | { readonly kind: "answer" }
  | { readonly kind: "unreadable"; readonly error: RpcError; readonly id: RequestId | null };

export interface RpcError {
  readonly code: number;
  readonly message: string;
}

/** The errors of JSON-RPC that are needed here, with the texts that its specification gives them. */
export const RPC_ERRORS = {
  parse: { code: -32_700, message: "Parse error" },
  invalidRequest: { code: -32_600, message: "Invalid Request" },
  noMethod: { code: -32_601, message: "Method not found" },
  invalidParams: { code: -32_602, message: "Invalid params" },
} as const satisfies Readonly<Record<string, RpcError>>;

export function readRpc(line: string): RpcMessage {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { kind: "unreadable", error: RPC_ERRORS.parse, id: null };
  }
  const request = v.safeParse(call, json);
  if (request.success) return { kind: "request", ...withParams(request.output) };
  // What has an id wants an answer, and this is none that can be given.
  const isNotified = v.is(notification, json) && !(typeof json === "object" && "id" in json);
  if (isNotified) return { kind: "notification", ...withParams(v.parse(notification, json)) };
  if (v.is(answer, json)) return { kind: "answer" };
  const asked = v.safeParse(v.object({ id }), json);
  return {
    kind: "unreadable",
    error: RPC_ERRORS.invalidRequest,
    id: asked.success ? asked.output.id : null,
  };
}

function withParams<Read extends { readonly method: string; readonly params?: RpcParams }>(read: Read) {
  return { ...read, params: read.params ?? {} };
}
