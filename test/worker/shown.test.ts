import { describe, expect, test } from "vitest";
import { originOf, passesIn } from "../../src/worker/shown.ts";

const PROTOCOL = "Sec-WebSocket-Protocol";

describe("the passes that are shown", () => {
  test.each<[headers: Record<string, string>, passes: string[]]>([
    [{}, []],
    [{ "Papo-Pass": "one" }, ["one"]],
    [{ "papo-pass": "" }, [""]],
    [{ "Papo-Pass": "one, two" }, ["one, two"]],
    [{ [PROTOCOL]: "papo.v1, papo.pass.one" }, ["one"]],
    [{ [PROTOCOL]: "papo.pass.one,papo.v1" }, ["one"]],
    [{ [PROTOCOL]: "papo.pass.one, papo.v1, papo.pass.two" }, ["one", "two"]],
    [{ "Papo-Pass": "one", [PROTOCOL]: "papo.v1, papo.pass.one" }, ["one", "one"]],
    [{ [PROTOCOL]: "papo.v1, Papo.Pass.one, papo.passone" }, []],
  ])("in %j are %j", (headers, passes) => {
    expect(passesIn(new Headers(headers))).toEqual(passes);
  });
});

test.each<[url: string, forwarded: string | undefined, origin: string]>([
  ["http://localhost:8787/api/x", undefined, "http://localhost:8787"],
  ["https://papo.test/api/x", undefined, "https://papo.test"],
  ["https://papo.test/api/x", "http", "https://papo.test"],
  ["http://papo.test/api/x", "https", "https://papo.test"],
  ["http://papo.test/api/x", "HTTPS , http", "https://papo.test"],
  ["http://papo.test/api/x", "http, https", "http://papo.test"],
  ["http://papo.test:8443/api/x", "https", "https://papo.test:8443"],
  ["http://papo.test/api/x", "javascript", "http://papo.test"],
])("who asks %s by %j came by %s", (url, forwarded, origin) => {
  const headers: Record<string, string> = forwarded === undefined ? {} : { "X-Forwarded-Proto": forwarded };
  expect(originOf(new Request(url, { headers }))).toBe(origin);
});
