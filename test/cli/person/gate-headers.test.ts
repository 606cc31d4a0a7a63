import { describe, expect, test } from "vitest";
import { gateHeaders } from "../../../client/cli/person/gate-headers.ts";

const origin = "https://chat.example";
const read = (written: string, env: Record<string, string> = { PAPO_SECRETS_FOR: "chat.example" }) =>
  gateHeaders({ env: { ...env, PAPO_HEADERS: written }, origin, url: undefined });

describe("headers for what stands in front", () => {
  test.each<[string, Record<string, string>]>([
    ["", {}],
    ["CF-Access-Client-Id: abc.access", { "CF-Access-Client-Id": "abc.access" }],
    [
      "CF-Access-Client-Id: abc.access\r\nCF-Access-Client-Secret:  x: y=z \n\n",
      { "CF-Access-Client-Id": "abc.access", "CF-Access-Client-Secret": "x: y=z" },
    ],
    ["Cookie: a=b; c=d", { Cookie: "a=b; c=d" }],
  ])("%j", (written, headers) => {
    expect(read(written)).toEqual(headers);
  });

  test.each([
    "secret",
    ": secret",
    "X:",
    "X Y: secret",
    "X: secr\u00e9t",
    "X: secret\tsecret",
    "Host: secret.example",
    "authorization: Bearer secret",
    "Papo-Admin: secret",
    "Sec-WebSocket-Protocol: secret",
    "Content-Length: 5",
    Array.from({ length: 11 }, (_, index) => `X-${index}: secret`).join("\n"),
  ])("%j is refused, and not shown", (written) => {
    expect(() => read(written)).toThrow(/Line \d+ of PAPO_HEADERS is no header/);
    expect(() => read(written)).not.toThrow(/secr/);
  });

  test("go to the servers that secrets are for, and to no other", () => {
    expect(read("X: y", { PAPO_SECRETS_FOR: "other.example" })).toEqual({});
    expect(read("X: y", { PAPO_URL: `${origin}/lobby` })).toEqual({ X: "y" });
    expect(() => read("X: y", {})).toThrow(/PAPO_SECRETS_FOR=chat\.example/);
  });
});
