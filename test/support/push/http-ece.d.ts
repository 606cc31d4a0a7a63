/** The part of http_ece that tests use; it brings no types. */
declare module "http_ece" {
  interface Decrypting {
    readonly version: "aes128gcm";
    readonly privateKey: object;
    readonly authSecret: string;
  }
  export function decrypt(body: Uint8Array, params: Decrypting): Uint8Array;
}

/** And what makes a pair of keys for it. */
declare module "node:crypto" {
  export function createECDH(curve: "prime256v1"): { generateKeys(encoding: "base64url"): string };
  export function randomBytes(bytes: number): { toString(encoding: "base64url"): string };
}
