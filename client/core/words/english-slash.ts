import type { Role } from "../../../src/protocol/role.ts";
import { type Doer, grouped, type Whom, withReason } from "./english.ts";
import { moment } from "./moment.ts";

/** `meant`: the command that it may have been to be. */
interface Misspelt {
  word: string;
  meant: string | undefined;
}

interface Acted extends Doer, Whom {
  act: string;
  reason: string;
}

interface WhoisTold extends Whom {
  uid: string;
  isHere: boolean;
  role: Role | undefined;
  isBot: boolean;
  since: number | undefined;
  saidAt: number | undefined;
  away: string | undefined;
}

const ROLE: Readonly<Record<Role, string>> = { member: "a member", mod: "a mod", owner: "an owner" };

// Apart from the rest, so that the page can load it later.

export const slashEnglish = {
  /** What slash commands answer. */
  slash: {
    writeAs: ({ name, usage }: { name: string; usage: string }) => `Write it as: /${name} ${usage}`.trimEnd(),
    unknown: ({ word, meant }: Misspelt) =>
      meant === undefined
        ? `There is no /${word}. /help shows all there is; //${word} says /${word}.`
        : `There is no /${word}. Did you mean /${meant}? /help shows all there is; //${word} says /${word}.`,
    noHelp: ({ word, meant }: Misspelt) =>
      meant === undefined
        ? `There is no /${word}. /help shows all there is.`
        : `There is no /${word}. Did you mean /${meant}? /help shows all there is.`,
    noteMost: ({ most, length }: { most: number; length: number }) =>
      `That is too long: ${grouped(length)} characters, and ${grouped(most)} are the most here.`,
    aliases: (names: readonly string[]) => `(${names.map((name) => `/${name}`).join(", ")})`,
    nobodyCalled: (word: string) => `Nobody here is called ${word}.`,
    /** Of a command that a server of another version does not know. */
    notHere: "This server does not know that.",
    nowAway: "You are away now, for all to see. /away alone ends it.",
    notAway: "You are not away. Write /away and where you are.",
    backAgain: "You are back.",
    isAway: ({ nick, text }: Whom & { text: string }) => `${nick} is away: ${text}`,
    ignoreNobody: "You ignore nobody in this room.",
    ignoreList: (nicks: readonly string[]) => `You ignore: ${nicks.join(", ")}`,
    ignoreSelf: "You can't ignore yourself.",
    ignoreEnds: (nick: string) => `You hear ${nick} again.`,
    ignoreBegins: (nick: string) => `You ignore ${nick} now, in this room. /ignore ${nick} ends it.`,
    linkMustWait: "Something still waits to be sent as who you are now. Try again then.",
    linkQuestion: "Code that /link shows elsewhere: ",
    here: (nicks: readonly string[]) => `${nicks.length} here: ${nicks.join(", ")}`,
    topic: (text: string) => `Topic: ${text}`,
    noTopic: "This room has no topic.",
    historyMost: (most: number) =>
      `Write /history with 1 to ${most} messages, or since when: 14:30, yesterday, yesterday 14:30, 2h, 3d, 2026-11-20.`,
    /** What somebody may write for a day, in lower case. */
    days: { today: "today", yesterday: "yesterday" },
    moreHistory: "/history more shows what comes behind.",
    noMoreHistory: "Nothing is left to show. Write /history and since when, such as /history yesterday.",
    nothingSince: "Nothing was said since then.",
    noEmoji: (word: string) => `${word} is not one emoji, nor the name of one, such as :+1:.`,
    noReaction: "There is no such reaction of yours among the latest messages.",
    /** Sentences about somebody; `saidAt`: when they said something last, as far as is known. */
    whois: ({ nick, uid, isHere, role = "member", isBot, since, saidAt, away }: WhoisTold): string[] => [
      isHere ? `${nick} (${uid}) is here, as ${ROLE[role]}.` : `${nick} (${uid}) is not here.`,
      ...(isBot ? ["A program speaks there."] : []),
      ...(!isHere
        ? []
        : since === undefined
          ? ["Here since before you came."]
          : [`Here since ${moment(since)}.`]),
      saidAt === undefined ? "Has said nothing lately." : `Said something last at ${moment(saidAt)}.`,
      ...(away === undefined ? [] : [`Away: ${away}`]),
    ],
    nothingOlder: "There is nothing older.",
    nothingUnread: "Nothing that you have missed is left to show.",
    noSearch: "Nothing is left to search. Write /search and a text.",
    searchWhat: "Write /search and what you look for.",
    notFound: "Nothing found.",
    notFoundYet: "Nothing found; /search alone looks further back.",
    foundSome: "These are the newest found; /search alone looks further back.",
    lockAlone: "Write /lock alone; the passphrase is asked for.",
    ownersOnly: "Only the room's owners may do that.",
    lockQuestion: "Passphrase for this room: ",
    passphraseRule: "A passphrase is one line of 4 to 64 characters, with no space before or behind it.",
    slowOff: "Slow mode is off.",
    slowOn: (seconds: number) => `Slow mode: ${seconds} s.`,
    slowMost: (most: number) => `Write /slow with 0 to ${most} seconds, or /slow off.`,
    onItsWay: "Your last message is still on its way. Try again when it has arrived.",
    notSentYet: "It had not been sent yet, and will not be.",
    noSuchMessage: "There is no such message among the latest.",
    nowBanned: (nick: string) => `${nick} is banned.`,
    notBanned: (word: string) => `Nobody called ${word} is banned.`,
    nobodyBanned: "Nobody is banned.",
    bannedBy: ({
      nick,
      uid,
      by,
      until,
      reason,
    }: Doer & Whom & { uid: string; until?: number; reason?: string }) =>
      withReason(
        until === undefined
          ? `${nick} (${uid}), by ${by}`
          : `${nick} (${uid}), by ${by}, until ${moment(until)}`,
        reason,
      ),
    banHow:
      "Before the reason may stand --for with a time (2h, 3d, 1w; 365d at most) and --hide. A reason that looks so stands behind --.",
    worthOfBans:
      "Whoever is banned may come back as somebody new. Where people come by invitations for one person (/invite one), a ban holds.",
    inviteDays: (most: number) => `An invitation is good for 1 to ${most} days.`,
    invited: ({ until, one }: { until: number; one: boolean }) =>
      one
        ? `This link lets one person in, the first who has it, until ${moment(until)}. A ban keeps them out.`
        : `This link lets everybody in who has it, until ${moment(until)}.`,
    actsMost: (most: number) => `Write /acts with 1 to ${most}, or /acts more.`,
    noActs: "No act of order is known.",
    noMoreActs: "There is nothing older.",
    moreActs: "/acts more shows older ones.",
    actAt: ({ at, what }: { at: number; what: string }) => `${moment(at)}  ${what}`,
    otherAct: ({ act, by, nick, reason }: Acted) =>
      withReason(nick === "" ? `${by}: ${act}` : `${by}: ${act} ${nick}`, reason),
    actDelete: ({ by, nick }: Acted) => `${by} deleted a message of ${nick}`,
    actInvite: (by: string) => `${by} made an invitation`,
    actHook: ({ by, nick }: Doer & Whom) => `${by} made the hook ${nick}`,
    actUnhook: ({ by, nick }: Doer & Whom) => `${by} ended the hook ${nick}`,
    /** Below its address. */
    hooked: (name: string) =>
      `Whoever has this address can post here as ${name}, and it is shown this once. Slack's form goes to it with /slack behind, Discord's with /discord, GitHub's with /github. /hook ${name} makes another in its place, /unhook ${name} ends it.`,
    hookBy: ({ name, by, at }: Doer & { name: string; at: number }) => `${name}, by ${by}, ${moment(at)}`,
    noHooks: "This room has no hooks. /hook and a name makes one.",
    unhooked: (name: string) => `${name} has ended: its address is good for nothing now.`,
    notKeptOut: (word: string) => `Nobody called ${word} was kept out for their network lately.`,
    severalKeptOut: (uids: readonly string[]) =>
      `Several were kept out under that name. Write /allow ${uids.join(" or ")}.`,
    keptOut(people: readonly (Whom & { uid: string })[]): string {
      const nicks = people.map(({ nick, uid }) => `${nick} (${uid})`).join(", ");
      return `Kept out for their network alone: ${nicks}. /allow lets one of them in.`;
    },
  },

  /** For each slash command: what is written behind its name, and a sentence for `/help`. */
  commands: {
    help: { usage: "[command]", help: "Show what can be typed." },
    close: { usage: "[reason]", help: "Leave the room; the others read the reason." },
    nick: { usage: "<new nickname>", help: "Change your nickname." },
    away: { usage: "[where you are]", help: "Tell everybody that you are away; alone: that you are back." },
    ignore: {
      usage: "[nick]",
      help: "Hide what somebody says in this room from yourself, or show it again; alone: who is hidden.",
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
    react: {
      usage: "[nick] [^2] <emoji>",
      help: "React to the last message of somebody else, or of nick; ^2 is the last but one of anybody, or of nick.",
    },
    unreact: {
      usage: "[nick] [^2] [emoji]",
      help: "Take back what you reacted, by default to the last message that you reacted to.",
    },
    names: { usage: "", help: "Show who is here." },
    topic: { usage: "[text]", help: "Show what the room is about, or set it (mod)." },
    untopic: { usage: "", help: "Take the topic away." },
    whois: {
      usage: "<nick>",
      help: "Show what is known of somebody: role, since when they are here, when they said something last.",
    },
    history: {
      usage: "[how many, or since when]",
      help: "Show what was said before; or from a time on: 14:30, yesterday, 2h, 2026-11-20; /history more goes on from there.",
    },
    unread: { usage: "", help: "Show what you have missed, from the first on; again: what comes behind it." },
    search: { usage: "[text]", help: "Find messages; alone: go further back." },
    kick: { usage: "<nick> [reason]", help: "Send somebody out of the room." },
    ban: {
      usage: "<nick> [--for 2h|3d|1w] [--hide] [reason]",
      help: "Send somebody out, for good or for a time, and keep new people of their network out for a day. --hide deletes what they said in the last 24 hours.",
    },
    bannet: {
      usage: "<nick> [--for 2h|3d|1w] [--hide] [reason]",
      help: "Ban somebody, and send out everybody of their network (a school, a household). Mods and owners stay.",
    },
    unban: { usage: "<nick>", help: "Let somebody in again; /bans lists who is kept out." },
    allow: {
      usage: "<nick>",
      help: "Let somebody in whom the ban of another one of their network keeps out; /bans lists them.",
    },
    bans: { usage: "", help: "Show who is banned, and whom that kept out for their network alone." },
    acts: { usage: "[how many, or more]", help: "Show the newest acts of order: who did what, to whom." },
    invite: {
      usage: "[days] [one]",
      help: "Make an invitation to this room, for 7 days; with one, for one person.",
    },
    hook: { usage: "<name>", help: "Make an address to which another system can post, such as a CI." },
    hooks: { usage: "", help: "Show the room's hooks." },
    unhook: { usage: "<name>", help: "End a hook." },
    op: { usage: "<nick> [owner]", help: "Make somebody a mod, or an owner." },
    deop: { usage: "<nick>", help: "Make somebody a plain member again." },
    lock: { usage: "", help: "Let only those in who know a passphrase; it is asked for." },
    unlock: { usage: "", help: "Let everybody in again." },
    slow: { usage: "<seconds, or off>", help: "Have members wait between one message and the next." },
  },
};
