import { grouped } from "../../../core/words/english.ts";

interface Size {
  /** Characters that a message may have. */
  readonly most: number;
  readonly size: number;
  /** Whether it has more than `size`, which were all that was read. */
  readonly isMore: boolean;
}

/** `papo send`. */
export const send = {
  howToType: "Each line is a message; Ctrl-D ends.",
  notUtf8: "This message cannot be sent: it is not UTF-8.",
  unsayable: (why: string) => `This message cannot be sent. ${why}`,
  unsayableLine: ({ number, why }: { number: number; why: string }) =>
    `Line ${number} cannot be sent. ${why}`,
  wrongSize: ({ most, ...size }: Size) =>
    `This message cannot be sent: a message has 1 to ${grouped(most)} characters, and this has ${told(size)}.`,
  wrongSizeOfLine: ({ number, most, ...size }: Size & { number: number }) =>
    `Line ${number} cannot be sent: a message has 1 to ${grouped(most)} characters, and this has ${told(size)}.`,

  goingOn: (time: string) =>
    `Going on with this message as it was sent at ${time}, for nobody has answered then.`,
  notSent: "The message was not sent.",
  unknown:
    "It is not known whether the message was stored. Run the very same command again within a day: it is stored once.",
  unknownBut: (key: string) =>
    `It is not known whether the message was stored. Run it again within a day, with --once ${key}: it is stored once.`,
  /** Why nobody has answered, and which of those two it is: a sentence each. */
  unanswered: ({ why, outcome }: { why: string; outcome: string }) => `${why} ${outcome}`,
  onceTaken: (once: string) =>
    `This message was not sent: another one was, with --once ${once}. Give each message an ID of its own.`,

  lineRefused: ({ number, why }: { number: number; why: string }) => `Line ${number}: ${why}`,
  lineNotSent: ({ number, why }: { number: number; why: string }) => `Line ${number} was not sent: ${why}`,
  lineUnknown: (number: number) =>
    `Line ${number} was sent, but it is not known whether it is stored: the room was erased meanwhile, or restored, or keeps no more of that time.`,
};

function told({ size, isMore }: Omit<Size, "most">): string {
  return isMore ? `more than ${grouped(size)}` : grouped(size);
}
