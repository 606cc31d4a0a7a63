import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { RoomClock } from "../../src/room/state/room-clock.ts";
import { readSettings } from "../../src/settings/settings.ts";
import { Doorkeeper } from "../../src/worker/doorkeeper.ts";

const SECRET = "a secret of more than 32 characters";
const ADMIN = "an admin token of some length";
const NOW = 1_790_000_000;
const YEAR = 365 * 86_400;

const base64url = (text: string) => Buffer.from(text).toString("base64url");

/** A pass, signed as the protocol has it, by somebody who only knows that. */
function signed(claims: unknown, { secret = SECRET, form = "p1", hash = "sha256" } = {}): string {
  const said = `${form}.${base64url(typeof claims === "string" ? claims : JSON.stringify(claims))}`;
  return `${said}.${createHmac(hash, secret).update(said).digest("base64url")}`;
}

const GOOD = { id: "abcdefghijkl", exp: NOW + 60 };
const good = signed(GOOD);

function keeper(variables: Record<string, string> = {}, now = () => NOW * 1_000) {
  const settings = readSettings({ PASS_SECRET: SECRET, ADMIN_TOKEN: ADMIN, ...variables });
  return new Doorkeeper(settings, new RoomClock(now));
}

const shown = (pass: string) => keeper().checkPass(new Headers({ "Papo-Pass": pass }), "lobby");

describe("§11.2 a good pass", () => {
  test.each<[what: string, claims: object]>([
    ["for all rooms", GOOD],
    ["for this room", { ...GOOD, rooms: ["tea", "lobby"] }],
    ["to make rooms with, for one person", { ...GOOD, make: true, one: true }],
    ["with its last second", { ...GOOD, exp: NOW + 1 }],
    ["with all the time that a pass may have", { ...GOOD, exp: NOW + YEAR }],
    ["of a clock that is a minute ahead", { ...GOOD, exp: NOW + YEAR + 60 }],
  ])("%s", (_, claims) => {
    expect(shown(signed(claims))).toEqual(claims);
  });

  test("says what later versions add, and is good", () => {
    expect(shown(signed({ ...GOOD, colour: "red" }))).toEqual(GOOD);
  });

  test("as a subprotocol, or both ways the same", () => {
    const both = { "Sec-WebSocket-Protocol": `papo.v1, papo.pass.${good}`, "Papo-Pass": good };
    expect(keeper().checkPass(new Headers(both), "lobby")).toEqual(GOOD);
  });
});

describe("§11.2 a pass is refused", () => {
  test.each<[what: string, detail: string, pass: string]>([
    ["that is empty", "pass_forged", ""],
    ["that is cut", "pass_forged", good.slice(0, -1)],
    ["with something behind it", "pass_forged", `${good}A`],
    ["without a signature", "pass_forged", good.replace(/[^.]*$/, "")],
    ["in two parts", "pass_forged", good.replace(/\.[^.]*$/, "")],
    ["that is too long", "pass_forged", signed({ ...GOOD, more: "x".repeat(1_000) })],
    ["that comes twice", "pass_forged", `${good}, ${good}`],
    ["of another form", "pass_forged", signed(GOOD, { form: "p2" })],
    ["with the name of no algorithm", "pass_forged", signed(GOOD, { form: base64url('{"alg":"none"}') })],
    ["by another algorithm", "pass_forged", signed(GOOD, { hash: "sha512" })],
    ["by a weak algorithm", "pass_forged", signed(GOOD, { hash: "md5" })],
    ["by another secret", "pass_forged", signed(GOOD, { secret: `${SECRET}.` })],
    ["by no secret", "pass_forged", signed(GOOD, { secret: "" })],
    [
      "with another's signature",
      "pass_forged",
      signed({ ...GOOD, make: true }).replace(/[^.]*$/, good.split(".")[2] ?? ""),
    ],
    ["that is no JSON", "pass_forged", signed("{")],
    ["that is no object", "pass_forged", signed([])],
    ["without an id", "pass_forged", signed({ exp: GOOD.exp })],
    ["with a short id", "pass_forged", signed({ ...GOOD, id: "abc" })],
    ["without an end", "pass_forged", signed({ id: GOOD.id })],
    ["with an end that is a text", "pass_forged", signed({ ...GOOD, exp: String(GOOD.exp) })],
    ["with an end that is none", "pass_forged", signed({ ...GOOD, exp: 1e300 })],
    ["for no room", "pass_forged", signed({ ...GOOD, rooms: [] })],
    ["for a room in capitals", "pass_forged", signed({ ...GOOD, rooms: ["LOBBY"] })],
    ["that ran out this second", "pass_expired", signed({ ...GOOD, exp: NOW })],
    ["that ran out a second ago", "pass_expired", signed({ ...GOOD, exp: NOW - 1 })],
    [
      "that runs longer than a clock that is a minute ahead may say",
      "pass_forged",
      signed({ ...GOOD, exp: NOW + YEAR + 61 }),
    ],
    ["of a clock that is five minutes ahead", "pass_forged", signed({ ...GOOD, exp: NOW + YEAR + 300 })],
    ["for another room", "pass_other_room", signed({ ...GOOD, rooms: ["lobby2"] })],
  ])("%s", (_, detail, pass) => {
    expect(shown(pass)).toMatchObject({ refused: "no_pass", detail });
  });

  test("where there is none", () => {
    expect(keeper().checkPass(new Headers(), "lobby")).toMatchObject({ detail: "pass_missing" });
  });

  test("where two differ, for nobody guesses which is meant", () => {
    const other = signed({ ...GOOD, make: true });
    for (const headers of [
      { "Papo-Pass": good, "Sec-WebSocket-Protocol": `papo.v1, papo.pass.${other}` },
      { "Sec-WebSocket-Protocol": `papo.pass.${other}, papo.v1, papo.pass.${good}` },
    ]) {
      expect(keeper().checkPass(new Headers(headers), "lobby")).toMatchObject({ detail: "pass_forged" });
    }
  });

  test("where the deployment has no secret, not even one by an empty one", () => {
    const without = keeper({ PASS_SECRET: "" });
    for (const secret of ["", "undefined"]) {
      const headers = new Headers({ "Papo-Pass": signed(GOOD, { secret }) });
      expect(without.checkPass(headers, "lobby")).toMatchObject({ detail: "pass_forged" });
    }
  });
});

describe("§11.4 the admin", () => {
  const from = (token: string, address = "10.0.0.1") =>
    new Headers({ "Papo-Admin": token, "CF-Connecting-IP": address });

  test("comes with the token, and who says nothing is nobody", () => {
    expect(keeper().checkAdmin(from(ADMIN))).toBe(true);
    expect(keeper().checkAdmin(new Headers())).toBe(false);
  });

  test.each(["", "x", ADMIN.slice(0, -1), `${ADMIN}x`, `${ADMIN}, ${ADMIN}`, "x".repeat(100_000)])(
    "%j is refused",
    (token) => {
      const refused = { refused: "forbidden", detail: "wrong_admin_token" };
      expect(keeper().checkAdmin(from(token))).toMatchObject(refused);
    },
  );

  test.each(["", "undefined", ADMIN])("where there is no admin, %j is refused", (token) => {
    expect(keeper({ ADMIN_TOKEN: "" }).checkAdmin(from(token))).toMatchObject({
      detail: "wrong_admin_token",
    });
  });

  test("is not guessed at more than ten times a minute from one network", () => {
    let now = NOW * 1_000;
    const guarded = keeper({}, () => now);
    const v6 = "2001:db8:1:2::";
    for (let n = 0; n < 10; n++) {
      expect(guarded.checkAdmin(from(`guess ${n}`, `${v6}${n}`))).toMatchObject({ refused: "forbidden" });
    }
    const wait = { refused: "rate_limited", detail: "too_many_wrong_admin_tokens", retryAfter: 60_000 };
    expect(guarded.checkAdmin(from("guess 11", `${v6}f`))).toMatchObject(wait);
    expect(guarded.checkAdmin(from(ADMIN, `${v6}f`))).toMatchObject(wait);
    expect(guarded.checkAdmin(from(ADMIN, "2001:db8:1:3::1"))).toBe(true);
    now -= 3_600_000;
    expect(guarded.checkAdmin(from(ADMIN, `${v6}f`))).toBe(true);
  });
});
