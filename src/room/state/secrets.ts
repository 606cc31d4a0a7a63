/** Hashing and randomness, which the rules need and platforms have in their own ways. Hashes are base64url. */
export interface Secrets {
  /** A fresh token. */
  newToken(): string;
  /** A fresh name for a client that gave none, or for a pass: 12 characters. */
  newClient(): string;
  /** The secret of a fresh hook: 24 characters. */
  newHookId(): string;
  /** The id of a fresh file: 22 characters. */
  newFileId(): string;
  /** The public name of a token: the first 12 characters of base64url(SHA-256(token)). */
  uidOf(token: string): string;
  /** A short hash that can't be turned back without trying every value with this salt. */
  hash(value: string, salt: string): string;
  /** A signature: the whole of an HMAC-SHA256 under a key. */
  sign(value: string, key: string): string;
  /** A slow hash, for what people choose. */
  hashPassphrase(passphrase: string, salt: string): string;
  /** Compares in constant time. */
  equal(one: string, other: string): boolean;
}
