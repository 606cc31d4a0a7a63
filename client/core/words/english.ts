import type { Role } from "../../../src/protocol/role.ts";
import { midnight, withMidnight } from "./midnight.ts";

// Whole sentences, by subject. What stands in one has a name, so that another
// language can put it elsewhere; nicknames come as they are to be shown. What
// sentences of one language share is its own affair, and never leaves its files.

export interface Whom {
  nick: string;
}
/** Somebody goes: by whom, and why, where that is told. */
interface Leaver extends Whom {
  by?: string | undefined;
  reason?: string | undefined;
}
export interface Doer {
  by: string;
}

/** `4,213` */
export const grouped = (count: number) => count.toLocaleString("en");

const roles: Readonly<Record<Role, string>> = { member: "member", mod: "mod", owner: "owner" };

/** What somebody gave as the reason stands behind the sentence, in their own words. */
export const withReason = (sentence: string, reason: string | undefined) =>
  reason ? `${sentence}: ${reason}` : sentence;

export const sharedEnglish = {
  roles,
  /** What stands for a program that speaks. */
  bot: "bot",
  /** What stands beside the name of what a hook has brought; the hook's own name is "" where it is the same. */
  hook: (name: string) => (name === "" ? "hook" : `hook ${name}`),
  away: (text: string) => `away: ${text}`,
  /** `ana (owner)`, or `eva (mod, bot)`, in a list of who is here. */
  withMarks: ({ nick, marks }: Whom & { marks: readonly string[] }) => `${nick} (${marks.join(", ")})`,

  /** Names of files, where they stand for a text. */
  files: (names: readonly string[]) => new Intl.ListFormat("en-GB", { type: "unit" }).format(names),
  /** A sentence of the room's own. */
  ofRoom: withMidnight,

  /** What has happened in the room. */
  news: {
    joined: (nick: string) => `${nick} joined`,
    left: ({ nick, reason }: Leaver) => withReason(`${nick} left`, reason),
    lost: ({ nick }: Leaver) => `${nick} lost the connection`,
    kicked: ({ nick, by, reason }: Leaver) =>
      withReason(by ? `${nick} was kicked by ${by}` : `${nick} was kicked`, reason),
    banned: ({ nick, by, reason }: Leaver) =>
      withReason(by ? `${nick} was banned by ${by}` : `${nick} was banned`, reason),
    renamed: ({ from, nick }: Whom & { from: string }) => `${from} is now ${nick}`,
    topic: ({ by, text }: Doer & { text: string }) => `${by} set the topic: ${text}`,
    noTopic: (by: string) => `${by} took the topic away`,
    locked: (by: string) => `${by} locked the room: newcomers need the passphrase now`,
    unlocked: (by: string) => `${by} unlocked the room`,
    slow: ({ by, seconds }: Doer & { seconds: number }) =>
      `${by} set slow mode: members wait ${seconds} s between messages`,
    notSlow: (by: string) => `${by} ended slow mode`,
    /** The server itself has set it, for most of what a day allows is written; and has ended that. */
    serverSlow: (seconds: number) =>
      `most of what this server may write in a day is written: members wait ${seconds} s between messages until ${midnight()}`,
    serverNotSlow: (seconds: number) =>
      seconds === 0
        ? "a new day has begun: slow mode is over"
        : `a new day has begun: members wait ${seconds} s again`,
    member: ({ by, nick }: Doer & Whom) => `${by} made ${nick} a plain member`,
    mod: ({ by, nick }: Doer & Whom) => `${by} made ${nick} a mod`,
    owner: ({ by, nick }: Doer & Whom) => `${by} made ${nick} an owner`,
    unbanned: ({ by, nick }: Doer & Whom) => `${by} let ${nick} in again`,
    allowed: ({ by, nick }: Doer & Whom) => `${by} let ${nick} in, whatever their network`,
    retention: "— something is missing here: the room no longer has it —",
    erased: "— the room begins anew: it was erased, or restored from a backup —",
  },

  /** What a client refuses by itself. */
  problems: {
    bad_text: "That text shows nothing, or has control characters.",
    too_long: "That text is too long.",
    no_answer: "The room does not answer.",
    unreadable: "What this server sends can't be read. It speaks another version of papo, or is none.",
    offline: "You are not connected to the room right now.",
    outbox_full: "50 lines wait to be sent already. There is room again once some of them are.",
    too_big: "That takes up too many bytes.",
    bad_address: "That is not the address of a room. Write it as https://host/room.",
    bad_code: "That is not a code of /link.",
  },
  tooLong: ({ length, most }: { length: number; most: number }) =>
    `That is too long: ${grouped(length)} characters; a message has at most ${grouped(most)}.`,
  tooBig: ({ size, most }: { size: number; most: number }) =>
    `That takes up too much: ${grouped(size)} bytes, and the room takes at most ${grouped(most)} at once.`,
};
