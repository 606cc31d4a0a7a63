import { base64url } from "../../src/protocol/identity.ts";
import type { Claims } from "../../src/protocol/pass.ts";

/** A pass by its form. Its signature is no server's. */
export function passOf(claims: Partial<Claims> = {}): string {
  const said = { id: "a".repeat(12), exp: Math.floor(Date.now() / 1_000) + 3_600, ...claims };
  return `p1.${base64url(new TextEncoder().encode(JSON.stringify(said)))}.${"s".repeat(43)}`;
}
