import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";
import { randomClient, randomFileId, randomHookId, randomToken } from "../protocol/identity.ts";
import type { Secrets } from "../room/state/secrets.ts";

/** Rounds of PBKDF2 (RFC 8018): a few milliseconds for a passphrase, at ten wrong ones a minute. */
const ROUNDS = 10_000;

const encoder = new TextEncoder();

/** As bytes: of a string workerd would make a Buffer, in JavaScript, which takes longer than the hash. */
const bytesOf = (value: string) => encoder.encode(value);
const sha256 = (value: string) => createHash("sha256").update(bytesOf(value));
const hmac = (value: string, key: string) => createHmac("sha256", bytesOf(key)).update(bytesOf(value));

/** Hashing with node:crypto. It is synchronous, so that nothing comes between a check and its consequence. */
export const secrets: Secrets = {
  newToken: () => randomToken(),
  newClient: () => randomClient(),
  newHookId: () => randomHookId(),
  newFileId: () => randomFileId(),
  uidOf: (token) => sha256(token).digest("base64url").slice(0, 12),
  hash: (value, salt) => hmac(value, salt).digest("base64url").slice(0, 22),
  sign: (value, key) => hmac(value, key).digest("base64url"),
  hashPassphrase: (passphrase, salt) =>
    pbkdf2Sync(passphrase.normalize("NFC"), salt, ROUNDS, 32, "sha256").toString("base64url"),
  equal: (one, other) => timingSafeEqual(sha256(one).digest(), sha256(other).digest()),
};
