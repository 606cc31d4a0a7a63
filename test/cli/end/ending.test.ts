import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  endingOf,
  endingOfFirst,
  endingOfRefusal,
  endingOfRefusals,
  withUnsent,
} from "../../../client/cli/end/ending.ts";
import { EXIT, EXIT_OF, exitCodeOf } from "../../../client/cli/end/exit-code.ts";
import { answerTrouble, networkTrouble, noAnswer, upgradeTrouble } from "../../../client/cli/net/trouble.ts";
import { Tally } from "../../../client/cli/pipe/tally.ts";
import type { ProblemCode } from "../../../client/core/problem.ts";
import type { Entry } from "../../../client/core/sending/entry.ts";

describe("exit codes", () => {
  test.each([
    { code: 1000, exitCode: 1 },
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
    { code: "rate_limited", exitCode: 5 },
    { code: "internal", exitCode: 1 },
    { code: undefined, exitCode: 1 },
  ] as const)("HTTP $code: $exitCode", ({ code, exitCode }) => {
    expect(exitCodeOf(code)).toBe(exitCode);
  });

  test("the table of docs/command-line.md has each refusal at its code", () => {
    const docs = readFileSync(new URL("../../../docs/command-line.md", import.meta.url), "utf8");
    const told = [...docs.matchAll(/^\| (\d) \|.*\| (`.*`) \|$/gm)].flatMap(([, exitCode, codes = ""]) =>
      [...codes.matchAll(/`(\w+)`/g)].map(([, code = ""]) => [code, Number(exitCode)] as const),
    );
    // The rest is a failure, of whom it may be.
    const special = Object.entries(EXIT_OF).filter(([, exitCode]) => exitCode !== EXIT.failed);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(special));
  });

  test("one refusal is one code, whichever way it comes; who sends nothing has nothing unsent", () => {
    for (const [code, exitCode] of Object.entries(EXIT_OF)) {
      const { exitCode: atTheDoor } = endingOfRefusal({ problem: code, message: "m" });
      expect([code, atTheDoor]).toEqual([code, exitCode === EXIT.unsent ? EXIT.failed : exitCode]);
    }
  });

  test("a refusal of a later protocol: at the door it is the person, else a failure", () => {
    expect(endingOfRefusal({ problem: "wrong_moon", message: "m" }).exitCode).toBe(EXIT.refused);
    expect(exitCodeOf("wrong_moon")).toBe(EXIT.failed);
    expect(exitCodeOf("toString")).toBe(EXIT.failed);
  });

  test("locked to a passphrase that is for another server: it says so", () => {
    const locked = { problem: "locked", message: "m" } as const;
    expect(endingOfRefusal(locked, "PAPO_KEY is set, but not for this server.").message).toBe(
      "This room is locked. PAPO_KEY is set, but not for this server.",
    );
  });

  test.each<{ problem: ProblemCode; exitCode: number }>([
    { problem: "bad_nick", exitCode: 3 },
    { problem: "nick_taken", exitCode: 3 },
    { problem: "bad_key", exitCode: 4 },
  ])("refused $problem again and again: $exitCode", ({ problem, exitCode }) => {
    expect(endingOfRefusals({ problem, message: "No." })).toEqual({
      exitCode,
      message: expect.stringMatching(/^No\. That was too often/),
    });
  });

  test.each([
    { retryAfter: 120_000, says: "full Try again in 2m." },
    { retryAfter: 1_200, says: "full Try again in 2s." },
    { retryAfter: 0, says: "full" },
  ])("a first attempt that is worth another in $retryAfter ms", ({ retryAfter, says }) => {
    const problem = { problem: "room_full", message: "full", retryAfter } as const;
    expect(endingOfFirst(problem, "why")).toEqual({ exitCode: 3, message: says });
  });

  test("a first attempt that failed", () => {
    expect(endingOfFirst(undefined, "why")).toEqual({ exitCode: 1, message: "why" });
    expect(endingOfFirst({ problem: "room_full", message: "full" }, "why")).toEqual({
      exitCode: 3,
      message: "full",
    });
  });

  test.each([
    { exitCode: 0, left: { unsent: 0, unknown: 0 }, code: 0, says: undefined },
    { exitCode: 0, left: { unsent: 0, unknown: 0, more: true }, code: 0, says: undefined },
    { exitCode: 0, left: { unsent: 2, unknown: 0 }, code: 5, says: "2 lines were not sent." },
    { exitCode: 130, left: { unsent: 1, unknown: 0 }, code: 5, says: "1 line was not sent." },
    { exitCode: 3, left: { unsent: 1, unknown: 0 }, code: 3, says: "1 line was not sent." },
    { exitCode: 143, left: { unsent: 1, unknown: 0 }, code: 143, says: "1 line was not sent." },
    {
      exitCode: 0,
      left: { unsent: 0, unknown: 1 },
      code: 5,
      says: "Of 1 line it is not known whether it was sent.",
    },
    {
      exitCode: 0,
      left: { unsent: 0, unknown: 5 },
      code: 5,
      says: "Of 5 lines it is not known whether they were sent.",
    },
    {
      exitCode: 0,
      left: { unsent: 3, unknown: 2 },
      code: 5,
      says: "3 lines were not sent; of 2 it is not known.",
    },
    {
      exitCode: 0,
      left: { unsent: 3, unknown: 2, more: true },
      code: 5,
      says: "3 lines were not sent, nor what follows in the input; of 2 it is not known.",
    },
  ] as const)("$exitCode, and left behind $left: $code", ({ exitCode, left, code, says }) => {
    expect(withUnsent({ exitCode }, left)).toEqual({ exitCode: code, ...(says && { message: says }) });
  });

  test("what is on its way counts as neither sent nor unsent", () => {
    const draft = { type: "say", text: "hi" } as const;
    const entries: Entry[] = [
      { key: 1, draft, at: 0, state: "unsure" },
      { key: 2, draft, at: 0, state: "sent", cid: 2 },
      { key: 3, draft, at: 0, state: "waiting" },
    ];
    const tally = new Tally();
    expect(tally.left(entries)).toEqual({ unsent: 1, unknown: 2, more: false });
    tally.hold(1_950, true);
    expect(tally.left(entries)).toEqual({ unsent: 1_951, unknown: 2, more: true });
    tally.hold(0, true);
    expect(tally.left([])).toEqual({ unsent: 0, unknown: 0, more: false });
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
    { error: failed("CERT_HAS_EXPIRED"), at: https, says: "expired" },
    { error: failed("CERT_NOT_YET_VALID"), at: https, says: "clock" },
    { error: failed("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), at: https, says: "NODE_EXTRA_CA_CERTS" },
    { error: failed("ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE"), at: https, says: "cannot agree" },
    { error: failed("EMFILE"), at: https, says: "on this machine" },
    { error: failed("WS_ERR_INVALID_OPCODE"), at: https, says: "no papo server" },
    { error: failed("ESTRANGE"), at: https, says: "does not know (ESTRANGE)" },
    { error: failed("ERR_TLS_CERT_ALTNAME_INVALID"), at: https, says: "certificate" },
    {
      error: new AggregateError([Object.assign(new Error(), { code: "ECONNREFUSED" })]),
      at: http,
      says: "Nobody answers",
    },
    { error: new Error("odd: secret"), at: https, says: "for a reason that papo does not know." },
    { error: failed("secret\nsecret"), at: https, says: "for a reason that papo does not know." },
    { error: new DOMException("secret", "TimeoutError"), at: https, says: "papo does not know." },
    { error: "secret", at: https, says: "papo does not know." },
  ])("$error.cause.code at $at.origin", ({ error, at, says }) => {
    expect(networkTrouble(error, at)).toContain(says);
    expect(networkTrouble(error, at)).not.toContain("secret");
  });

  const slow = { problem: "rate_limited", message: "Slow down a little." } as const;
  const old = {
    problem: "bad_frame",
    detail: "unknown_subprotocol",
    message: "This server speaks the subprotocol papo.v1.",
  } as const;
  test.each([
    { status: 400, refusal: old, says: "another version" },
    { status: 426, says: "no papo server" },
    { status: 429, refusal: slow, says: "Slow down a little." },
    { status: 429, says: "patience" },
    { status: 301, says: "elsewhere" },
    { status: 401, says: "a name and a password" },
    { status: 407, says: "This network wants" },
    { status: 511, says: "This network wants" },
    { status: 404, says: "no papo server" },
    { status: 200, says: "no papo server" },
    { status: 101, says: "speaks WebSocket, but is no papo server" },
    { status: 502, says: "in trouble" },
    { status: 504, says: "in time" },
  ])("an answer $status", ({ status, refusal, says }) => {
    expect(answerTrouble({ status, refusal }, https)).toContain(says);
  });

  test.each([
    { status: 426, refusal: { problem: "upgrade_required", message: "This address wants a WebSocket." } },
    { status: 426 },
  ])("an answer $status to a WebSocket: $refusal", (answer) => {
    expect(upgradeTrouble(answer, https)).toContain("drops the Upgrade header");
  });
});

test("a host that does not answer is named as every other", () => {
  expect(noAnswer({ origin: "http://localhost:22159" })).toBe(
    "localhost:22159 does not answer in time. Try again later.",
  );
});
