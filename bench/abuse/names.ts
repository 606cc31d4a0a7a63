import { randomBytes } from "node:crypto";

/** A nickname that nobody has. */
export function nickOf(): string {
  return `x${randomBytes(4).toString("hex")}`;
}

/** A room that nobody has made, of a deployment that is abused. */
export function roomOf(): string {
  return `abuse-${randomBytes(8).toString("hex")}`;
}

/** A token that nobody has. */
export function tokenOf(): string {
  return randomBytes(32).toString("base64url");
}

/** A pass that looks like one, signed with nothing. */
export function forgedPass(): string {
  const claims = { id: "abcdefghijkl", exp: Math.floor(Date.now() / 1_000) + 3_600, make: true };
  const signature = randomBytes(32).toString("base64url");
  return `p1.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
}
