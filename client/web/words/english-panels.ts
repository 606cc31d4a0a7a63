import type { Role } from "../../../src/protocol/role.ts";
import { grouped } from "../../core/words/english.ts";
import { pluralOf } from "../../core/words/plural.ts";
import type { SentencePart } from "./english.ts";

// Apart from the rest, so that it is loaded with the panels.

const plural = pluralOf("en");

const makeRole: Readonly<Record<Role, string>> = {
  member: "Make member",
  mod: "Make mod",
  owner: "Make owner",
};

const sureRole = {
  member: <Node extends SentencePart>(node: Node) => ["Make ", node, " a member like others?"],
  mod: <Node extends SentencePart>(node: Node) => [
    "Make ",
    node,
    " a mod? A mod deletes what others say, and puts them out.",
  ],
  owner: <Node extends SentencePart>(node: Node) => [
    "Make ",
    node,
    " an owner? You can't take that back: an owner may do what you may.",
  ],
};

const DAYS: Readonly<Record<number, string>> = { 1: "1 day", 7: "7 days", 30: "30 days", 365: "a year" };

function bytesOf(bytes: number): string {
  return plural(bytes, { one: "1 byte", other: `${grouped(bytes)} bytes` });
}

/** Bytes as a person reads them, in steps of 1,024, as the terminal client has them. */
function sizeOf(bytes: number): string {
  if (bytes < 1_024) return bytesOf(bytes);
  const [amount, unit] = bytes < 1_023_488 ? [bytes / 1_024, "KB"] : [bytes / 1_048_576, "MB"];
  return `${grouped(amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount))} ${unit}`;
}

export const englishPanels = {
  titles: {
    ban: "Kick or ban",
    bans: "Who is banned",
    acts: "What was done to keep order",
    tidy: "Delete messages",
  },

  /** In a room where nothing has been said. */
  empty: "It is quiet here: say hello, or bring somebody.",

  /** What can be done with a message. */
  tools: {
    title: "This message",
    showAll: "Show all of it",
    reply: "Reply",
    copy: "Copy",
    copyLink: "Copy link",
    edit: "Edit",
    delete: "Delete",
    keep: "Keep",
    pick: "Delete several…",
    ban: "Kick or ban who wrote this…",
  },

  /** Many who came and went, in one line. */
  moves: {
    sum: ({ came, went }: { came: number; went: number }) =>
      went === 0
        ? `${came} people joined`
        : came === 0
          ? `${went} people left`
          : `${came} joined, ${went} left`,
    before: (count: number) => plural(count, { one: "1 before them", other: `${count} before them` }),
  },

  /** What was said while somebody was away. */
  missed: {
    since: ({ count, more, since }: { count: number; more: boolean; since: string }) =>
      more
        ? `More than ${count} new messages since ${since}`
        : plural(count, {
            one: `1 new message since ${since}`,
            other: `${count} new messages since ${since}`,
          }),
    toFirst: "Go to the first",
    forYou: (count: number) => `${count} for you`,
  },

  people: {
    you: "you",
    bring: "Bring somebody",
    groups: {
      owner: (count: number) => plural(count, { one: "Owner", other: `Owners, ${count}` }),
      mod: (count: number) => plural(count, { one: "Mod", other: `Mods, ${count}` }),
      member: (count: number) => `Members, ${count}`,
    },
    ignored: "ignored",
    makeRole,
    sureRole,
    more: (count: number) => `and ${count} more`,
    rename: "Change nickname…",
    newNickname: "Your new nickname",
    write: "Write privately",
    mention: "Mention",
    ignore: "Ignore",
    stopIgnoring: "Stop ignoring",
    tidy: "Delete messages…",
    kick: "Kick…",
    kickWhy: (nick: string) => `Kick ${nick}? A reason, if you like:`,
    ban: "Ban…",
  },

  reactions: {
    add: "React",
    choose: "React with",
    more: "Another emoji…",
    nothing: "There is no message of somebody else to react to.",
    list: "Reactions",
    you: "you",
    /** Who has reacted. `others`: so many more, whose names are not known here. */
    who: ({ names, others }: { names: readonly string[]; others: number }) => {
      if (names.length === 0) return plural(others, { one: "1 person", other: `${others} people` });
      const more = others > 0 ? [plural(others, { one: "1 other", other: `${others} others` })] : [];
      return new Intl.ListFormat("en-GB").format([...names, ...more]);
    },
  },

  /** What is offered while one writes. */
  completion: {
    title: "Suggestions",
    count: (count: number) => plural(count, { one: "1 suggestion", other: `${count} suggestions` }),
  },

  emoji: {
    open: "Emoji",
    title: "Choose an emoji",
    search: "Search emoji",
    found: (count: number) => plural(count, { one: "1 found", other: `${count} found` }),
    none: "No emoji is called so.",
    lately: "Lately used",
    parts: "Kinds of emoji",
    /** In the order of Unicode. */
    groups: [
      "Smileys and feelings",
      "People and bodies",
      "Animals and nature",
      "Food and drink",
      "Travel and places",
      "Activities",
      "Things",
      "Signs",
      "Flags",
    ],
    tone: "Skin tone",
    tones: ["None", "Light", "Medium-light", "Medium", "Medium-dark", "Dark"],
  },

  /** Pictures and other files. */
  files: {
    attach: "Attach files",
    takePhoto: "Take a picture",
    choose: "Choose files",
    dropAll: (room: string) => `Drop it here: it goes with your message to ${room}`,
    dropOne: (nick: string) => `Drop it here: it goes with your message to ${nick} alone`,
    dropNot: "Files can't be sent here",

    tray: "Files that go with your message",
    count: (count: number) => plural(count, { one: "1 file attached", other: `${count} files attached` }),
    preparing: "Getting it ready…",
    remove: (name: string) => `Remove ${name}`,
    original: (size: string) => `Send the original, ${size}: it may tell where and when it was taken`,
    describe: (count: number) =>
      plural(count, {
        one: "Say in your message what it shows, for those who can't see it.",
        other: "Say in your message what they show, for those who can't see them.",
      }),

    none: "This room takes no files.",
    notToEdit: "An edited message keeps its files, and takes no new ones. Leave the edit first.",
    tooMany: (most: number) => `A message has at most ${most} files. The others were left out.`,
    tooLarge: ({ name, size, most }: { name: string; size: string; most: string }) =>
      `${name} has ${size}. Here a file has at most ${most}.`,
    empty: (name: string) => `${name} is empty.`,
    folder: (name: string) => `${name} is a folder. Send its files, or pack it into one.`,
    unreadable: (name: string) => `${name} can't be read.`,
    tooManyWait: "Too many messages with files are waiting to be sent. Wait until some have gone.",
    lost: (name: string) =>
      `${name} is no longer kept in this browser. Discard this, and attach it once more.`,
    notTaken: "Something between you and the room does not take this file.",

    goingUp: "Sending files…",
    waits: "Waits for its turn.",
    offline: "Waits for the connection.",
    progress: "How much has been sent",
    cancel: "Cancel",
    noPlace: "Send or remove first what is attached below: there is no place for these files beside it.",

    size: sizeOf,
    bytes: bytesOf,
    pixels: ({ width, height }: { width: number; height: number }) => `${width} × ${height}`,
    show: (alt: string) => `Show ${alt}`,
    download: ({ name, size }: { name: string; size: string }) => `Download ${name}, ${size}`,
    gone: "no longer there",
    broken: "can't be loaded just now",
    again: "Try again",

    viewer: "Pictures",
    /** Of whom a picture is, and which of how many. */
    about: ({
      nick,
      when,
      size,
      at,
      of,
    }: {
      nick: string;
      when: string;
      size: string;
      at: number;
      of: number;
    }) => (of > 1 ? `${nick}, ${when}, ${size}, ${at} of ${of}` : `${nick}, ${when}, ${size}`),
    before: "The one before",
    next: "The next one",
    actual: "In its actual size",
    save: "Download",
  },

  away: {
    now: <Node extends SentencePart>(node: Node) => ["You are away: ", node],
    back: "I'm back",
    set: "Set yourself away…",
    change: "Change where you are…",
    where: "Where are you?",
  },

  search: {
    text: "Text",
    find: "Find",
    further: "Look further back",
    searching: "Searching…",
    found: (count: number) => `${count} found`,
    foundSoFar: ({ count, among }: { count: number; among: number }) =>
      count === 0
        ? `Nothing found among the newest ${among}. Look further back for more.`
        : `${count} found among the newest ${among}. Look further back for more.`,
  },

  /** How the page looks in this browser. */
  looks: {
    title: "How it looks in this browser",
    theme: "Colours",
    themes: { system: "As my system has them", light: "Light", dark: "Dark" },
    compact: "Compact: more in one sight",
    /** Whoever is lost in another language finds it by its second half. */
    language: "Language / Idioma",
    asBrowser: "As my browser has it",
  },

  /** What this browser tells while nobody looks. */
  telling: {
    title: "While you are away",
    tellMe: "Notify me in this browser",
    states: {
      install:
        "On an iPhone or iPad: first add papo to the Home Screen (Share, Add to Home Screen), then open it there.",
      missing: "This browser can't show notifications here.",
      denied:
        "Your browser forbids notifications here. To change that, allow them beside the address or in the browser's settings, and load the page again.",
      off: "What the people in your rooms write to you then comes up on this device, even when papo is closed. It comes by your browser's push service, encrypted for this browser alone. Your browser will ask you.",
      offHere:
        "What the people in your rooms write to you then comes up on this device, as long as papo is open. Your browser will ask you.",
      here: "As long as papo is open in this browser.",
      away: "Even when papo is closed, by your browser's push service, encrypted for this browser alone.",
    },
    hindrance: "This browser notifies you of nothing yet: choose that in Settings.",
    wants: (room: string) => `Tell me of ${room}`,
    choices: {
      all: "Everything",
      calls: "Calls only",
      nothing: "Nothing",
    },
    calls: "Your name calls you, and a reply or a private message to you.",
    mute: "Mute for an hour",
    unmute: "Unmute",
    quietHours: "Quiet hours, in all rooms: nothing rings",
    from: "From",
    to: "To",
    sound: "A soft sound, while papo is open",
  },

  rooms: {
    states: {
      idle: "",
      connecting: "connecting…",
      online: "",
      waiting: "offline",
      refused: "not let in yet",
    },
    banned: "you are banned",
    kicked: "you were kicked",
    closed: "closed",
    muted: "muted",
    draft: "with a draft",
    last: ({ nick, text }: { nick: string; text: string }) => `${nick}: ${text}`,
    /** How a place is called in a list that is read aloud. */
    label: ({
      name,
      unread,
      calls,
      more,
    }: {
      name: string;
      unread: number;
      calls: number;
      more: readonly string[];
    }) =>
      [
        name,
        ...(unread > 0 ? [`${unread} unread`] : []),
        ...(calls > 0 ? [plural(calls, { one: "1 mention", other: `${calls} mentions` })] : []),
        ...more.filter((each) => each !== ""),
      ].join(", "),
    talkIn: ({ nick, room }: { nick: string; room: string }) => `${nick} in ${room}`,
    privateTalk: (nick: string) => `private, ${nick}`,
    open: (unread: number) => (unread > 0 ? `Rooms, ${unread} unread elsewhere` : "Rooms"),
    fold: "Fold the list of rooms away",
    arrange: (room: string) => `Arrange ${room}`,
    up: "Move up",
    down: "Move down",
    leave: "Leave",
    none: "No rooms yet.",
    add: "Add a room…",
    placeLabel: "Name of a room, or a link",
    go: "Go there",
    elsewhere: "That is a link to another server.",
    switchLabel: "Go to a room or a person",
    switchHint: "Type a name",
    nothing: "Nothing is called so.",
    newRoom: (room: string) => `Go to the room ${room}`,
  },

  /** What is special about what is being written. */
  writing: {
    editing: "You are editing your message",
    leave: "Leave it as it was",
    privateTo: <Node extends SentencePart>(node: Node) => ["Private, to ", node, ". Nobody else sees it."],
    privateToAbsent: <Node extends SentencePart>(node: Node) => ["Private, to ", node, ", who is not here."],
    toEveryone: "Write to everyone again",
    replyTo: <Node extends SentencePart>(node: Node) => ["Reply to ", node],
    someMessage: "a message",
    noReply: "Don't reply",
  },

  ended: {
    left: (room: string) => `You have left ${room}`,
    replaced: "This room is open elsewhere",
    replacedWhy: "Another window took its place.",
    kicked: (room: string) => `You were kicked from ${room}`,
    banned: (room: string) => `You are banned from ${room}`,
    mayComeBack: (why: string) => `${why} Its moderators can let you in again.`,
    erased: (room: string) => `${room} was erased`,
    erasedWhy: "Who looks after this server has removed the room, with all that was said in it.",
    flooding: "That was too much at once",
    floodingWhy: "The room closed the connection.",
    other: "The connection was closed",
    moderator: "A moderator",
    doneBy: (by: string) => `${by} did that.`,
    doneFor: ({ by, reason }: { by: string; reason: string }) => `${by} did that: “${reason}”.`,
    useHere: "Use it here too",
    joinAgain: "Join again",
    otherRoom: "Choose another room",
  },

  /** Nobody is let in at all. */
  shut: {
    invitedOnly: "This place lets in who was invited",
    ask: "Ask somebody who is here for an invitation link. Open it, or paste it here.",
    damaged: "The invitation in that link is damaged, or cut off. Copy the whole link, or ask for a new one.",
    link: "Invitation link",
    noLink: "There is no whole invitation in that. Copy all of the link.",
    elsewhere: "That is an invitation to another server.",
    code: "Was that you, elsewhere? Code of /link",
    comeIn: "Come in",
    goTo: <Node extends SentencePart>(node: Node) => ["Go to ", node],
    noRoom: "There is no such room",
    noRoomWhy: "Nobody has made it yet, and you can't make rooms here.",
    closed: "This server is closed for now",
    closedWhy: "Who looks after it has closed it. Come back later.",
    kept: "What you have written is kept.",
    again: "Try again",
  },

  about: {
    yours: "You look after this room",
    setTopic: "Set the topic…",
    whatTopic: "What is this room about?",
    clearTopic: "Take the topic away",
    slow: "Slow mode…",
    howSlow: "Seconds between two messages of a member; 0 for none",
    order: "Order",
    tidy: "Delete messages…",
    bans: "Who is banned?",
    acts: "What was done to keep order?",
    lock: "Lock…",
    changeLock: "Change the passphrase…",
    unlock: "Unlock",
    otherDevice: "Be here from another device",
    copyCode: "Copy the code",
    codeHint: "There, choose “I'm already here as…” or type /link enter. Whoever has this code is you.",
    leave: "Leave the room",
  },

  invite: {
    open: "Whoever has this address can come in.",
    openLocked: "Whoever has this address and the room's passphrase can come in.",
    copyAddress: "Copy the address",
    showQr: "Show it as a QR code",
    qrOfAddress: "QR code of the room's address",
    ownersInvite: "People come in here with an invitation, and this room's owners can make one.",
    ownersHere: (nicks: readonly string[]) => `Here now: ${nicks.slice(0, 10).join(", ")}.`,
    noOwnerHere: "None of them is here just now.",
    invited: "People come in here with an invitation. Make a link, and give it to whom you want here.",
    invitedLocked:
      "People come in here with an invitation and the room's passphrase. Make a link, and give both to whom you want here.",
    byInvitation: "With an invitation…",
    whyInvite:
      "The door is open, so nobody needs one now. An invitation still lets people in when this server goes over to invitations.",
    goodFor: "Good for",
    days: (days: number) => DAYS[days] ?? `${days} days`,
    forOne: "For one person",
    forOneHint: "It is theirs who comes first with it. If you ban them, they stay out.",
    make: "Make the link",
    made: "Your invitation link",
    madeForOne: "Your invitation link, for one person",
    copyLink: "Copy the link",
    qrOfLink: "QR code of the invitation link",
    good: (until: string) => `Whoever has it can come in until ${until}.`,
    goodForOne: (until: string) => `Who comes first with it can come in until ${until}.`,
    another: "Make another one",
  },
  qr: { missing: "The QR code can't be loaded just now. The link is as good." },

  ban: {
    howLong: "For how long",
    spans: {
      kick: "A kick alone: they may come back",
      "1": "1 hour",
      "24": "1 day",
      "168": "1 week",
      "": "For good",
    },
    network: "Their network too: nobody new comes in from there",
    next: "Go on",
    back: "Back",
    sure: {
      kick: <Node extends SentencePart>(node: Node) => ["Kick ", node, "? They may come back at once."],
      "1": <Node extends SentencePart>(node: Node) => ["Ban ", node, " for 1 hour?"],
      "24": <Node extends SentencePart>(node: Node) => ["Ban ", node, " for 1 day?"],
      "168": <Node extends SentencePart>(node: Node) => ["Ban ", node, " for 1 week?"],
      "": <Node extends SentencePart>(node: Node) => ["Ban ", node, " for good?"],
    },
    allRead: <Node extends SentencePart>(node: Node) => ["Everybody reads why: “", node, "”."],
    networkToo: "Nobody new comes in from their network.",
    hideToo: "What they said in the last 24 hours is deleted.",
    doKick: (nick: string) => `Kick ${nick}`,
    why: "A reason, if you like",
    whyHint: "They can read it, and so can everybody here.",
    hide: "Delete what they said in the last 24 hours",
    do: (nick: string) => `Ban ${nick}`,
    worth:
      "A ban is worth more where people come by invitations for one person: coming back under another name takes another invitation.",
  },
  /** Several messages are deleted at once. */
  tidy: {
    whose: "Messages of",
    everybody: "Everybody",
    all: "Pick all",
    none: "Pick none",
    do: (count: number) =>
      count === 0
        ? "Delete what is picked"
        : plural(count, { one: "Delete 1 message", other: `Delete ${count} messages` }),
    sure: (count: number) =>
      plural(count, {
        one: "Delete this message for everybody? It can't be had back.",
        other: `Delete these ${count} messages for everybody? They can't be had back.`,
      }),
    back: "Back",
    done: (count: number) =>
      plural(count, { one: "1 message deleted.", other: `${count} messages deleted.` }),
    most: (count: number) => `That is as many as can be deleted at once: ${count}.`,
    nothing: "There is nothing to delete.",
  },
  bans: {
    nobody: "Nobody is banned.",
    until: (until: string) => `until ${until}`,
    forGood: "for good",
    by: ({ by, at }: { by: string; at: string }) => `by ${by}, ${at}`,
    letIn: "Let in",
    letInAgain: (nick: string) => `Let in ${nick}`,
    kept: "Kept out for their network alone",
    keptHint: "Who waits outside can go by any name: be sure who it is.",
  },
  acts: {
    none: "Nothing yet.",
    older: "Show older ones",
  },
};
