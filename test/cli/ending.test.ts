import { describe, expect, test } from "vitest";
import { exitCodeOf } from "../../client/cli/api.ts";
import { endingOf, endingOfFirst, endingOfRefusal, withUnsent } from "../../client/cli/join/outcome.ts";
import { answerTrouble, networkTrouble } from "../../client/cli/trouble.ts";
import type { ProblemCode } from "../../client/core/problem.ts";

describe("C16: exit codes", () => {
  test.each([
    { code: 1000, exitCode: 0 },
    { code: 1009, exitCode: 1 },
    { code: 4001, exitCode: 1 },
    { code: 4003, exitCode: 3 },
    { code: 4004, exitCode: 3 },
    { code: 4029, exitCode: 1 },
  ])("closed $code: $exitCode", ({ code, exitCode }) => {
    expect(endingOf({ state: "stopped", code, reason: "" }, { told: false }).exitCode).toBe(exitCode);
  });

  test.each<{ problem: ProblemCode; exitCode: number }>([
    { problem: "bad_nick", exitCode: 3 },
    { problem: "nick_taken", exitCode: 3 },
    { problem: "banned", exitCode: 3 },
    { problem: "locked", exitCode: 4 },
    { problem: "bad_key", exitCode: 4 },
  ])("refused $problem: $exitCode", ({ problem, exitCode }) => {
    expect(endingOfRefusal({ problem, message: "m" }).exitCode).toBe(exitCode);
  });

  test.each([
    { code: "locked", exitCode: 4 },
    { code: "bad_key", exitCode: 4 },
    { code: "nick_taken", exitCode: 3 },
    { code: "banned", exitCode: 3 },
    { code: "too_long", exitCode: 5 },
    { code: "no_such_nick", exitCode: 5 },
    { code: "internal", exitCode: 1 },
    { code: undefined, exitCode: 1 },
  ] as const)("HTTP $code: $exitCode", ({ code, exitCode }) => {
    expect(exitCodeOf(code)).toBe(exitCode);
  });

  test("a first attempt that failed", () => {
    expect(endingOfFirst(undefined, "why")).toEqual({ exitCode: 1, message: "why" });
    expect(endingOfFirst({ problem: "room_full", message: "full" }, "why")).toEqual({
      exitCode: 3,
      message: "full",
    });
  });

  test.each([
    { exitCode: 0, unsent: 0, code: 0 },
    { exitCode: 0, unsent: 2, code: 5 },
    { exitCode: 130, unsent: 1, code: 5 },
    { exitCode: 3, unsent: 1, code: 3 },
    { exitCode: 143, unsent: 1, code: 143 },
  ] as const)("C22: $exitCode with $unsent unsent: $code", ({ exitCode, unsent, code }) => {
    const ending = withUnsent({ exitCode }, unsent);
    expect(ending.exitCode).toBe(code);
    expect(ending.message ?? "").toContain(unsent === 0 ? "" : unsent === 1 ? "1 line was" : "2 lines were");
  });
});

describe("a server that cannot be talked to", () => {
  const failed = (code: string) =>
    new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
  const http = { origin: "http://host:8080" };
  const https = { origin: "https://host" };

  test.each([
    { error: failed("ENOTFOUND"), at: https, says: "no host called host" },
    { error: failed("EAI_AGAIN"), at: https, says: "connected to the internet" },
    { error: failed("ECONNREFUSED"), at: http, says: "Nobody answers at host:8080" },
    { error: failed("ENETUNREACH"), at: http, says: "no way to host:8080" },
    { error: failed("ETIMEDOUT"), at: https, says: "in time" },
    { error: failed("ERR_SSL_WRONG_VERSION_NUMBER"), at: https, says: "http://" },
    { error: failed("ECONNRESET"), at: http, says: "https://" },
    { error: failed("ECONNRESET"), at: https, says: "hung up" },
    { error: failed("HPE_INVALID_CONSTANT"), at: http, says: "does not speak HTTP" },
    { error: failed("DEPTH_ZERO_SELF_SIGNED_CERT"), at: https, says: "NODE_EXTRA_CA_CERTS" },
    { error: failed("CERT_HAS_EXPIRED"), at: https, says: "certificate" },
    { error: failed("ERR_TLS_CERT_ALTNAME_INVALID"), at: https, says: "certificate" },
    {
      error: new AggregateError([Object.assign(new Error(), { code: "ECONNREFUSED" })]),
      at: http,
      says: "Nobody answers",
    },
    { error: new Error("odd"), at: https, says: "odd" },
  ])("$error.cause.code at $at.origin", ({ error, at, says }) => {
    expect(networkTrouble(error, at)).toContain(says);
  });

  test.each([
    { status: 400, message: "This server speaks the subprotocol papo.v1.", says: "another version" },
    { status: 426, message: undefined, says: "another version" },
    { status: 429, message: "Slow down a little.", says: "Slow down a little." },
    { status: 301, message: undefined, says: "elsewhere" },
    { status: 404, message: undefined, says: "no papo server" },
    { status: 200, message: undefined, says: "no papo server" },
    { status: 502, message: undefined, says: "in trouble" },
  ])("an answer $status", ({ status, message, says }) => {
    expect(answerTrouble({ status, message }, https)).toContain(says);
  });
});
