/** Something that the person can mend: told in a sentence, without a stack. */
export class UsageError extends Error {}
