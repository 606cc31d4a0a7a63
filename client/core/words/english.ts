import { PASSPHRASE_RULE } from "../../../src/protocol/passphrase.ts";
import type { Role } from "../../../src/protocol/role.ts";
import type { Refusals } from "./refusals.ts";

// Whole sentences, by subject. What stands in one has a name, so that another
// language can put it elsewhere; nicknames come as they are to be shown.

interface Whom {
  nick: string;
}
/** Somebody goes: by whom, and why, where that is told. */
interface Leaver extends Whom {
  by?: string | undefined;
  reason?: string | undefined;
}
/** Several, whose names are one text by then. */
interface Several {
  nicks: string;
  count: number;
}
interface Doer {
  by: string;
}

const roles: Readonly<Record<Role, string>> = { member: "member", mod: "mod", owner: "owner" };

/** The room's own sentences are English already. */
const refusals: Partial<Refusals> = {};

const byWhom = (by: string | undefined) => (by ? ` by ${by}` : "");
const because = (reason: string | undefined) => (reason ? `: ${reason}` : "");

export const sharedEnglish = {
  /** `ana, bob and 3 more` */
  names(nicks: readonly string[], most: number): string {
    const named = nicks.slice(0, most);
    const more = nicks.length - named.length;
    if (more > 0) return `${named.join(", ")} and ${more} more`;
    return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
  },

  roles,
  refusals,

  /** What has happened in the room. */
  news: {
    joined: (nick: string) => `${nick} joined`,
    manyJoined: ({ nicks }: Several) => `${nicks} joined`,
    left: ({ nick, reason }: Leaver) => `${nick} left${because(reason)}`,
    manyLeft: ({ nicks }: Several) => `${nicks} left`,
    lost: ({ nick }: Leaver) => `${nick} lost the connection`,
    kicked: ({ nick, by, reason }: Leaver) => `${nick} was kicked${byWhom(by)}${because(reason)}`,
    banned: ({ nick, by, reason }: Leaver) => `${nick} was banned${byWhom(by)}${because(reason)}`,
    renamed: ({ from, nick }: Whom & { from: string }) => `${from} is now ${nick}`,
    topic: ({ by, text }: Doer & { text: string }) => `${by} set the topic: ${text}`,
    noTopic: (by: string) => `${by} took the topic away`,
    locked: (by: string) => `${by} locked the room: newcomers need the passphrase now`,
    unlocked: (by: string) => `${by} unlocked the room`,
    slow: ({ by, seconds }: Doer & { seconds: number }) =>
      `${by} set slow mode: members wait ${seconds} s between messages`,
    notSlow: (by: string) => `${by} ended slow mode`,
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
    outbox_full: "Too much is waiting to be sent already. Wait until you are connected again.",
    too_big: "That takes up too many bytes.",
    bad_address: "That is not the address of a room. Write it as https://host/room.",
    bad_code: "That is not a code of /link.",
  },
  slipInCode: "There is a slip in that code. Compare it with the other screen.",
  address: {
    scheme: "An address begins with https:// or http://.",
    secret: "Secrets have no place in an address; leave out what is before the @.",
    noRoom: (host: string) => `Which room? Write it behind the host: ${host}/lobby.`,
    badRoom: "A room's name has 1 to 32 of a-z, 0-9 and inner hyphens, and nothing comes behind it.",
  },

  /** What slash commands answer. */
  slash: {
    writeAs: ({ name, usage }: { name: string; usage: string }) => `Write it as: /${name} ${usage}`,
    unknown: (word: string) => `There is no /${word}. /help shows all there is; //${word} says /${word}.`,
    noHelp: (word: string) => `There is no /${word}. /help shows all there is.`,
    nobodyCalled: (word: string) => `Nobody here is called ${word}.`,
    ignoreNobody: "You ignore nobody.",
    ignoreList: (nicks: string) => `You ignore: ${nicks}`,
    ignoreSelf: "You can't ignore yourself.",
    ignoreEnds: (nick: string) => `You hear ${nick} again.`,
    ignoreBegins: (nick: string) => `You ignore ${nick} now. /ignore ${nick} ends it.`,
    linkMustWait: "Something still waits to be sent as who you are now. Try again then.",
    linkQuestion: "Code that /link shows elsewhere: ",
    here: ({ count, nicks }: { count: number; nicks: string }) => `${count} here: ${nicks}`,
    topic: (text: string) => `Topic: ${text}`,
    noTopic: "This room has no topic.",
    historyMost: (most: number) => `Write /history with 1 to ${most} messages.`,
    nothingOlder: "There is nothing older.",
    noSearch: "Nothing is left to search. Write /search and a text.",
    searchWhat: "Write /search and what you look for.",
    notFound: "Nothing found.",
    notFoundYet: "Nothing found; /search more looks further back.",
    foundSome: "These are the newest found; /search more looks further back.",
    lockAlone: "Write /lock alone; the passphrase is asked for.",
    ownersOnly: "Only the room's owners may do that.",
    lockQuestion: "Passphrase for this room: ",
    passphraseRule: PASSPHRASE_RULE,
    slowOff: "Slow mode is off.",
    slowOn: (seconds: number) => `Slow mode: ${seconds} s.`,
    slowMost: (most: number) => `Write /slow with 0 to ${most} seconds, or /slow off.`,
    onItsWay: "Your last message is still on its way. Try again when it has arrived.",
    notSentYet: "It had not been sent yet, and will not be.",
    noSuchMessage: "There is no such message among the latest.",
    nowBanned: (nick: string) => `${nick} is banned.`,
    notBanned: (word: string) => `Nobody called ${word} is banned.`,
    nobodyBanned: "Nobody is banned.",
    bannedBy: ({ nick, uid, by, reason }: Doer & Whom & { uid: string; reason?: string }) =>
      `${nick} (${uid}), by ${by}${because(reason)}`,
    notKeptOut: (word: string) => `Nobody called ${word} was kept out for their network lately.`,
    severalKeptOut: (uids: readonly string[]) =>
      `Several were kept out under that name. Write /allow ${uids.join(" or ")}.`,
    keptOut: (nicks: string) => `Kept out for their network alone: ${nicks}. /allow lets one of them in.`,
  },

  /** For each slash command: what is written behind its name, and a sentence for `/help`. */
  commands: {
    help: { usage: "[command]", help: "Show what can be typed." },
    close: { usage: "", help: "Leave the room." },
    nick: { usage: "<new nickname>", help: "Change your nickname." },
    ignore: {
      usage: "[nick]",
      help: "Hide what somebody says from yourself, or show it again; alone: who is hidden.",
    },
    link: {
      usage: "[enter]",
      help: "Be the same person elsewhere: shows a secret code here, and /link enter takes it there.",
    },
    me: { usage: "<what you do>", help: "Say what you do: * ana waves" },
    msg: { usage: "<nick> <text>", help: "Say something to one person alone." },
    reply: {
      usage: "[nick] [^2] <text>",
      help: "Reply to the last message of somebody else, or of nick; ^2 is the last but one of anybody, or of nick.",
    },
    edit: {
      usage: "[^2] <new text>",
      help: "Write your last message anew; ^2 is your last but one.",
    },
    delete: {
      usage: "[nick] [^2]",
      help: "Delete your last message; ^2 is your last but one. With a nick (mod): theirs.",
    },
    names: { usage: "", help: "Show who is here." },
    topic: { usage: "[text]", help: "Show what the room is about, or set it (mod)." },
    history: { usage: "[how many]", help: "Show what was said before." },
    search: { usage: "<text, or more>", help: "Find messages; /search more goes further back." },
    kick: { usage: "<nick> [reason]", help: "Send somebody out of the room." },
    ban: {
      usage: "<nick> [reason]",
      help: "Send somebody out of the room for good, and keep new people of their network out for a day.",
    },
    bannet: {
      usage: "<nick> [reason]",
      help: "Ban somebody, and send out everybody of their network (a school, a household). Mods and owners stay.",
    },
    unban: { usage: "<nick>", help: "Let somebody in again; /bans lists who is kept out." },
    allow: {
      usage: "<nick>",
      help: "Let somebody in whom the ban of another one of their network keeps out; /bans lists them.",
    },
    bans: { usage: "", help: "Show who is banned, and whom that kept out for their network alone." },
    op: { usage: "<nick> [owner]", help: "Make somebody a mod, or an owner." },
    deop: { usage: "<nick>", help: "Make somebody a plain member again." },
    lock: { usage: "", help: "Let only those in who know a passphrase; it is asked for." },
    unlock: { usage: "", help: "Let everybody in again." },
    slow: { usage: "<seconds, or off>", help: "Have members wait between one message and the next." },
  },
};
