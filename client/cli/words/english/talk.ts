import { plural } from "./units.ts";

/** A conversation at a terminal: what it asks and remarks by itself. */
export const talk = {
  nickname: "Nickname: ",
  passphrase: "Passphrase: ",
  /** `why` a nickname is refused, as a sentence. */
  takeAnother: (why: string) => `${why} Take another with /nick.`,

  arrivalUnknown: (what: string) => `Nobody knows whether this has arrived: ${what}`,
  sendAgain: (what: string) => `Send again? [y/N] “${what}” `,
  notSentAgain: (what: string) => `Not sent again: ${what}`,
  /** What may be typed for an answer, in lower case. */
  yes: ["y", "yes"],
  no: ["n", "no"],

  ofLastTime: (count: number) =>
    plural(count, {
      one: "1 line of last time is sent now:",
      other: `${count} lines of last time are sent now:`,
    }),

  leaving: (count: number) =>
    plural(count, {
      one: "Leaving once 1 line is sent; /close again leaves at once.",
      other: `Leaving once ${count} lines are sent; /close again leaves at once.`,
    }),
  leavingAlready: "You are leaving; /close again leaves at once.",

  code: "Code: ",
  codeGoes: "In your other client, type /link enter and then this code.",
  codeWipes: "Whoever has it is you: show it to nobody. Enter wipes it off the screen.",
  codeInParts: (parts: number) =>
    `Whoever has it is you: show it to nobody. It comes in ${parts} parts: Enter wipes one off the screen, and shows the next.`,
};
