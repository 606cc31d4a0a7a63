import { plural } from "./units.ts";

/** A conversation at a terminal: what it asks and remarks by itself. */
export const talk = {
  nickname: "Nickname: ",
  passphrase: "Passphrase: ",
  link: "Invitation link (unseen): ",
  linkOrAddress: "Invitation or address (unseen): ",
  noLink: "That names no room. Paste the whole link, or write an address such as https://HOST/lobby.",
  room: "Room: ",
  noPassInLink: "There is no invitation in that. Paste the whole link, with all that stands behind #pass=.",
  linkElsewhere: ({ theirs, host }: { theirs: string; host: string }) =>
    `That invitation is for ${theirs}, and this is ${host}.`,
  linkForOthers: ({ rooms, room }: { rooms: readonly string[]; room: string }) =>
    `That invitation is for ${rooms.join(", ")}, and not for ${room}.`,

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

  /** What is written behind `/show`, and a sentence for `/help`. */
  show: { usage: "<number>", help: "Show all of a long message, by its number." },
  noMessage: (id: number) => `There is no message ${id} here that you may see.`,

  code: "Code: ",
  codeGoes: "In your other client, type /link enter and then this code.",
  codeWipes: "Whoever has it is you: show it to nobody. Enter wipes it off the screen.",
  codeInParts: (parts: number) =>
    `Whoever has it is you: show it to nobody. It comes in ${parts} parts: Enter wipes one off the screen, and shows the next.`,
};
