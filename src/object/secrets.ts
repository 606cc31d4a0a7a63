import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";
import { randomClient, randomFileId, randomHookId, randomToken } from "../protocol/identity.ts";
import type { Secrets } from "../room/state/secrets.ts";

/** Rounds of PBKDF2 (RFC 8018): a few milliseconds for a passphrase, at ten wrong ones a minute. */
const ROUNDS = 10_000;

const sha256 = (value: string) => createHash("sha256").update(value);

/** Hashing with node:crypto. It is synchronous, so that nothing comes between a check and its consequence. */
export const secrets: Secrets = {
  newToken: () => randomToken(),
  newClient: () => randomClient(),
  newHookId: () => randomHookId(),
  newFileId: () => randomFileId(),
  uidOf: (token) => sha256(token).digest("base64url").slice(0, 12),
  hash: (value, salt) => createHmac("sha256", salt).update(value).digest("base64url").slice(0, 22),
  sign: (value, key) => createHmac("sha256", key).update(value).digest("base64url"),
  hashPassphrase: (passphrase, salt) =>
    pbkdf2Sync(passphrase.normalize("NFC"), salt, ROUNDS, 32, "sha256").toString("base64url"),
  equal: (one, other) => timingSafeEqual(sha256(one).digest(), sha256(other).digest()),
};
