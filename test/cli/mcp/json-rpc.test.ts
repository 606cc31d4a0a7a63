import { expect, test } from "vitest";
import { RPC_ERRORS, type RpcMessage, readRpc } from "../../../client/cli/mcp/json-rpc.ts";

const { parse, invalidRequest } = RPC_ERRORS;

test.each<[string, string, RpcMessage]>([
  [
    "a request",
    '{"jsonrpc":"2.0","id":1,"method":"ping"}',
    { kind: "request", id: 1, method: "ping", params: {} },
  ],
  [
    "one with a name for an id",
    '{"jsonrpc":"2.0","id":"a","method":"x","params":{"y":1}}',
    { kind: "request", id: "a", method: "x", params: { y: 1 } },
  ],
  [
    "a notification",
    '{"jsonrpc":"2.0","method":"notifications/initialized"}',
    { kind: "notification", method: "notifications/initialized", params: {} },
  ],
  ["an answer", '{"jsonrpc":"2.0","id":1,"result":{}}', { kind: "answer" }],
  ["no JSON", "{", { kind: "unreadable", error: parse, id: null }],
  ["a string", '"x"', { kind: "unreadable", error: invalidRequest, id: null }],
  ["null", "null", { kind: "unreadable", error: invalidRequest, id: null }],
  ["several at once", "[]", { kind: "unreadable", error: invalidRequest, id: null }],
  [
    "another version",
    '{"jsonrpc":"1.0","id":1,"method":"x"}',
    { kind: "unreadable", error: invalidRequest, id: 1 },
  ],
  [
    "an id of null",
    '{"jsonrpc":"2.0","id":null,"method":"x"}',
    { kind: "unreadable", error: invalidRequest, id: null },
  ],
  [
    "an object for an id",
    '{"jsonrpc":"2.0","id":{},"method":"x"}',
    { kind: "unreadable", error: invalidRequest, id: null },
  ],
])("%s", (_name, line, expected) => {
  const { jsonrpc: _, ...read } = { jsonrpc: "2.0", ...readRpc(line) };
  expect(read).toEqual(expected);
});
