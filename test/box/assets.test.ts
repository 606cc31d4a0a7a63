import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { headersOf, parseHeaders } from "../../scripts/box/assets.ts";

const rules = parseHeaders(
  readFileSync(new URL("../../client/web/static/_headers", import.meta.url), "utf8"),
);
const FOR_GOOD = "public, max-age=31536000, immutable";

describe("the page's headers", () => {
  test.each([
    ["/app-3K2FR5S7.js", FOR_GOOD],
    ["/app-26IJBTSQ.css", FOR_GOOD],
    ["/", undefined],
    ["/app-lobby", undefined],
    ["/icon.svg", undefined],
    ["/papo.tgz", undefined],
  ])("%s is kept for good only where its name has its hash", (path, kept) => {
    const headers = headersOf(path, rules);
    expect(headers["Cache-Control"]).toBe(kept);
    expect(headers["Content-Security-Policy"]).toContain("trusted-types papo");
  });

  test("are refused where they are none", () => {
    expect(() => parseHeaders("  X-Early: 1")).toThrow("neither a path nor a header");
    expect(() => parseHeaders("/*\n  no header")).toThrow("neither a path nor a header");
  });
});
