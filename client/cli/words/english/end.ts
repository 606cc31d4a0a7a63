import { plural, timeLeft } from "./units.ts";

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

  /** `withheld`: why a passphrase that is set was not told, as a sentence; so is each `why` below. */
  keyWithheld: (withheld: string) => `This room is locked. ${withheld}`,
  giveKey: (why: string) => `${why} Give it in PAPO_KEY, or in a file by --key-file.`,
  chooseNick: (why: string) => `${why} Choose another with --nick.`,
  tooOften: (why: string) => `${why} That was too often: the room takes no more attempts. Try again later.`,
  tryAgainIn: ({ why, ms }: { why: string; ms: number }) => `${why} Try again in ${timeLeft(ms)}.`,
  giveLink: (why: string) =>
    `${why} Set PAPO_LINK to the link that you were given, or run papo at a terminal once, which asks for it.`,
  notInvited: "Nobody is let in here without an invitation.",
  erased: "This room is gone: its server's owner has erased it.",
  serverClosed: "The owner of this server has closed it for now.",

  /** How it ended, and what is left behind: a sentence each. */
  leaving: ({ ending, left }: { ending: string; left: string }) => `${ending} ${left}`,
  /** Of several rooms. */
  inRooms: (told: readonly { room: string; message: string }[]) =>
    told.map(({ room, message }) => `${room}: ${message}`).join(" "),
  kept: (left: string) => `${left} That is kept, and goes on when you come back to the room.`,
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
