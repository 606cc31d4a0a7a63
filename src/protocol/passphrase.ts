/**
 * What a room may have as its passphrase, in code points: it comes through an
 * HTTP header as it is, and whoever types it sees all of it.
 */
const PASSPHRASE = /^(?!\s)[^\p{Cc}\p{Cs}]{4,64}(?<!\s)$/u;

/** {@link isPassphrase} as a sentence for a person. */
export const PASSPHRASE_RULE = "A passphrase has 4 to 64 characters and no space around.";

export function isPassphrase(text: string): boolean {
  return PASSPHRASE.test(text);
}
