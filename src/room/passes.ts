import { refuseAs } from "../protocol/detail.ts";
import type { Refusal } from "../protocol/error.ts";
import type { PassOrder } from "../protocol/http.ts";
import { base64url } from "../protocol/identity.ts";
import { LIMITS } from "../protocol/limits.ts";
import { type Claims, claimsIn, partsOf } from "../protocol/pass.ts";
import type { Secrets } from "./state/secrets.ts";

/** Seconds that the clock of who signed a pass may be ahead of ours. */
const SKEW = 60;
const DAY = 86_400;

/** What passes are signed and checked with. */
export interface Mint {
  readonly secrets: Secrets;
  /** `PASS_SECRET`. */
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Makes a pass. `expires` is in seconds since 1970. */
export function makePass(mint: Mint, { days, ...wanted }: PassOrder): { pass: string; expires: number } {
  const expires = Math.floor(mint.now / 1_000) + days * DAY;
  const said: Claims = { id: mint.secrets.newClient(), exp: expires, ...wanted };
  const signed = `p1.${base64url(new TextEncoder().encode(JSON.stringify(said)))}`;
  return { pass: `${signed}.${mint.secrets.sign(signed, mint.secret)}`, expires };
}

/**
 * Checks a pass: without storage, and with a time that does not tell how far
 * its signature matched. One that runs later than any pass may was signed by a
 * clock that is ahead, and would outlive the days that it was made for.
 */
export function checkPass({ secrets, secret, now }: Mint, pass: string, room: string): Claims | Refusal {
  const parts = partsOf(pass);
  const claims = claimsIn(pass);
  if (!parts || !claims || !secrets.equal(secrets.sign(parts.signed, secret), parts.signature))
    return refuseAs("pass_forged");
  const { exp, rooms } = claims;
  const seconds = now / 1_000;
  if (exp <= seconds) return refuseAs("pass_expired");
  if (exp > seconds + LIMITS.passDays * DAY + SKEW) return refuseAs("pass_forged");
  return rooms === undefined || rooms.includes(room) ? claims : refuseAs("pass_other_room");
}
