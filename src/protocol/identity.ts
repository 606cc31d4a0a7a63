/** A person's secret: 22 to 128 characters of base64url's alphabet. */
export const TOKEN = /^[A-Za-z0-9_-]{22,128}$/;

/** What the room knows a person by: the first 12 characters of base64url(SHA-256(token)). */
const UID = /^[A-Za-z0-9_-]{12}$/;

/** The name of one of a person's clients. */
export const CLIENT = /^[A-Za-z0-9_-]{1,32}$/;

/** The secret in the address of a hook: 24 characters, of 144 random bits. */
export const HOOK_ID = /^[A-Za-z0-9_-]{24}$/;

/** The id of a file, which is the right to read it: 22 characters, of 128 random bits. */
export const FILE_ID = /^[A-Za-z0-9_-]{22}$/;

/** Whether a word that names a person is a `uid`: no nickname has this form, for 12 such characters are too many. */
export function isUid(word: string): boolean {
  return UID.test(word);
}

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** A fresh secret of 132 random bits or more, in the form of {@link TOKEN}. */
export function randomToken(
  bytes: Uint8Array<ArrayBuffer> = crypto.getRandomValues(new Uint8Array(24)),
): string {
  return base64url(bytes);
}

/** A fresh {@link HOOK_ID}. */
export function randomHookId(
  bytes: Uint8Array<ArrayBuffer> = crypto.getRandomValues(new Uint8Array(18)),
): string {
  return base64url(bytes);
}

/** A fresh {@link FILE_ID}. */
export function randomFileId(
  bytes: Uint8Array<ArrayBuffer> = crypto.getRandomValues(new Uint8Array(16)),
): string {
  return base64url(bytes);
}

/** A fresh name for a client. */
export function randomClient(
  bytes: Uint8Array<ArrayBuffer> = crypto.getRandomValues(new Uint8Array(9)),
): string {
  return base64url(bytes);
}
