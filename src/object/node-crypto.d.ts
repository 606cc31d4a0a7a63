/** The part of node:crypto that the object uses; the runtime has it through `nodejs_compat`. */
declare module "node:crypto" {
  interface Digest {
    update(value: Uint8Array): Digest;
    digest(): Uint8Array;
    digest(encoding: "base64url"): string;
  }
  export function createHash(algorithm: "sha256"): Digest;
  export function createHmac(algorithm: "sha256", key: Uint8Array): Digest;
  export function pbkdf2Sync(
    ...[passphrase, salt, rounds, bytes, algorithm]: [string, string, number, number, "sha256"]
  ): { toString(encoding: "base64url"): string };
  export function timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean;
}
