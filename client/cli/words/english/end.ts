import { duration, plural } from "./units.ts";

interface LeftBehind {
  readonly unsent: number;
  readonly unknown: number;
  /** Whether the input goes on. */
  readonly more: boolean;
}

/** How a stay in a room ends. */
export const end = {
  roomEnded: "The room ended the connection.",
  roomEndedWith: ({ code, reason }: { code: number; reason: string }) =>
    `The room ended the connection (${code} ${reason}).`,
  sentOut: "You were sent out of the room.",
  banned: "You are banned from this room.",
  replaced: "Another client has taken your place.",
  cutOff: "The room cut you off: too much that it had to refuse.",

  locked: "This room is locked.",
  giveKey: "Give it in PAPO_KEY, or in a file by --key-file.",
  chooseNick: "Choose another with --nick.",
  tooOften: "That was too often: the room takes no more attempts. Try again later.",
  tryAgainIn: (ms: number) => `Try again in ${duration(ms)}.`,

  /** Behind what was not sent. */
  kept: "That is kept, and goes on when you come back to the room.",
  /** At least one line is left behind. */
  left({ unsent, unknown, more }: LeftBehind): string {
    if (unsent === 0) {
      return plural(unknown, {
        one: "Of 1 line it is not known whether it was sent.",
        other: `Of ${unknown} lines it is not known whether they were sent.`,
      });
    }
    if (unknown === 0) {
      return more
        ? plural(unsent, {
            one: "1 line was not sent, nor what follows in the input.",
            other: `${unsent} lines were not sent, nor what follows in the input.`,
          })
        : plural(unsent, { one: "1 line was not sent.", other: `${unsent} lines were not sent.` });
    }
    return more
      ? plural(unsent, {
          one: `1 line was not sent, nor what follows in the input; of ${unknown} it is not known.`,
          other: `${unsent} lines were not sent, nor what follows in the input; of ${unknown} it is not known.`,
        })
      : plural(unsent, {
          one: `1 line was not sent; of ${unknown} it is not known.`,
          other: `${unsent} lines were not sent; of ${unknown} it is not known.`,
        });
  },
};
