/**
 * What a room may have as its passphrase, in code points: it comes through an
 * HTTP header as it is, and whoever types it sees all of it.
 */
const PASSPHRASE = /^(?!\s)[^\p{Cc}\p{Cs}]{4,64}(?<!\s)$/u;

/** {@link isPassphrase} as a sentence for a person. */
export const PASSPHRASE_RULE =
  "A passphrase is one line of 4 to 64 characters, with no space before or behind it.";

export function isPassphrase(text: string): boolean {
  return PASSPHRASE.test(text);
}
