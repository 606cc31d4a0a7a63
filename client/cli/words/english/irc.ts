import { plural } from "./units.ts";

interface Users {
  readonly length: number;
  /** At one time. */
  readonly most: number;
}

/** A message that something happens to. */
interface MessageMeant {
  /** Undefined for one's own. */
  readonly whose: string | undefined;
  /** How it begins; "" where it is no more. */
  readonly quote: string;
}

interface ReactionMeant {
  readonly of: MessageMeant | undefined;
  readonly emoji: string;
}

function meant(of: MessageMeant | undefined): string {
  if (of === undefined) return "an older message";
  const whose = of.whose === undefined ? "a" : `${of.whose}'s`;
  return of.quote === "" ? `${whose} message` : `${whose} message “${of.quote}”`;
}

/** Characters of a nickname, least and most. */
type NickLimits = readonly [least: number, most: number];

const nickRule = ([least, most]: NickLimits) =>
  `a nickname has ${least} to ${most} letters of one script, digits, _ and -, and begins with a letter`;

/** `papo irc`: to clients of IRC. */
export const irc = {
  welcome: ({ nick, host }: { nick: string; host: string }) => `Welcome to the rooms of ${host}, ${nick}.`,
  yourHost: (version: string) => `This is papo ${version}, on this machine.`,
  created: (time: string) => `It has run since ${time}.`,
  users: (length: number) => `There are ${length} users and 0 invisible on 1 servers`,
  clients: (length: number) => `I have ${length} clients and 0 servers`,
  localUsers: ({ length, most }: Users) => `Current local users ${length}, max ${most}`,
  globalUsers: ({ length, most }: Users) => `Current global users ${length}, max ${most}`,
  about: "papo: group chat in rooms",
  bye: "Goodbye.",
  lost: "connection lost",
  edited: ({ of, text }: { of: MessageMeant | undefined; text: string }) => `edited ${meant(of)}: ${text}`,
  deleted: (of: MessageMeant | undefined) => `deleted ${meant(of)}`,
  reacted: ({ of, emoji }: ReactionMeant) => `reacted with ${emoji} to ${meant(of)}`,
  unreacted: ({ of, emoji }: ReactionMeant) => `took back the reaction ${emoji} to ${meant(of)}`,
  nowCalled: (nick: string) => `called ${nick} here now`,
  badNick: (limits: NickLimits) => `That is no nickname here: ${nickRule(limits)}.`,
  calledInstead: ({ nick, limits }: { nick: string; limits: NickLimits }) =>
    `You are called ${nick}: ${nickRule(limits)}. /nick changes it.`,
  otherNick: ({ name, nick, why }: { name: string; nick: string; why: string }) =>
    `You are not in ${name} as ${nick}. ${why} /nick and another nickname, and you go in.`,
  calledHere: (nick: string) => `You are called ${nick} in this room.`,
  earlier: ({ count, since }: { count: number; since: string }) =>
    `— ${plural(count, { one: "1 earlier message", other: `${count} earlier messages` })}, since ${since} UTC —`,
  untilHere: "— until here —",
  slow: (seconds: number) =>
    seconds === 0 ? "Slow mode is off." : `Slow mode: one message in ${seconds} seconds.`,
  takenIn: (room: string) => `Nickname is already in use in ${room}`,
  unsure: "Nobody knows whether something that you said was stored. Look before you say it again.",
  broken: "Something is missing here: the room keeps no more of that time.",
  outOfReach: "The room can't be reached right now. What you write waits, and is said once it can.",
  inReach: "The room can be reached again.",
  closing: "This gateway ends.",
  over: "The room has ended this.",
  invitation: (link: string) => `An invitation for seven days: ${link}`,
  banWho: "papo bans people, not masks: give a nickname.",
  noBatch: "There is no such batch.",
  batchMixed: "Its lines are not all for the same, or not all of one kind.",
  batchTooLong: "That is too long for one message.",
  noSuchMessage: "There is no such message here.",
  badKey: "A key has 4 to 64 characters, and no blanks or commas.",
  badLimit: "The limit is no number of messages.",
  badCriterion: "That is no msgid and no time.",
  notNow: "The room can't be asked right now.",
  invalidUtf8: "That is not UTF-8.",
  isBot: "is a program",
  /** As the specification of IRC has them, where it does: https://modern.ircdocs.horse/#numerics. */
  numerics: {
    alreadyRegistered: "You may not reregister",
    alreadyThere: "is already on channel",
    areSupported: "are supported by this server",
    channelsFormed: "channels formed",
    endOfBans: "End of channel ban list",
    endOfInfo: "End of INFO list",
    endOfNames: "End of /NAMES list",
    endOfWho: "End of WHO list",
    endOfWhois: "End of /WHOIS list",
    endOfWhowas: "End of WHOWAS",
    inputTooLong: "Input line was too long",
    invalidCap: "Invalid CAP command",
    listEnd: "End of /LIST",
    listStart: "Users  Name",
    needChanop: "You're not a channel operator",
    needMoreParams: "Not enough parameters",
    nicknameInUse: "Nickname is already in use",
    noAdmin: "No administrative info available",
    noMotd: "MOTD File is missing",
    noNickname: "No nickname given",
    noOperators: "No O-lines for your host",
    noRecipient: "No recipient given",
    noSuchChannel: "No such channel",
    noSuchNick: "No such nick",
    noText: "No text to send",
    noTopic: "No topic is set",
    notOnChannel: "They aren't on that channel",
    notOnThatChannel: "You're not on that channel",
    notRegistered: "You have not registered",
    nowAway: "You have been marked as being away",
    operators: "operator(s) online",
    saslFailed: "SASL authentication failed",
    tooManyChannels: "You have joined too many channels",
    tooManyTargets: "Too many targets",
    unaway: "You are no longer marked as being away",
    unknownCommand: "Unknown command",
    unknownConnections: "unknown connection(s)",
    unknownUserMode: "Unknown MODE flag",
    unknownMode: "is unknown mode char to me",
    usersDontMatch: "Can't change mode for other users",
    wasNoSuchNick: "There was no such nickname",
  },
};
