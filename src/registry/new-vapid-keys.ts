import { base64url } from "../protocol/identity.ts";
import type { VapidKeys } from "../room/report.ts";

/** Makes a deployment's keys: a pair of P-256, by which push services know it again. */
export async function newVapidKeys(): Promise<VapidKeys> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign"]);
  if (!("privateKey" in pair)) throw new Error("That is no pair of keys.");
  const raw = await crypto.subtle.exportKey("raw", pair.publicKey);
  const jwk = await crypto.subtle.exportKey("jwk", pair.privateKey);
  if (!(raw instanceof ArrayBuffer) || jwk instanceof ArrayBuffer || jwk.d === undefined)
    throw new Error("A key was exported in another form than asked for.");
  return { key: base64url(new Uint8Array(raw)), secret: jwk.d };
}
