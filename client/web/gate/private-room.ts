const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
const LENGTH = 26;

/** The name of a room that nobody finds by chance: 130 random bits. */
export function privateRoom(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(LENGTH))): string {
  return Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join("");
}
