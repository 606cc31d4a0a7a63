// Apart from the rest, so that it is loaded with the panels.

/** A part of a sentence with a look of its own. */
interface SentencePart {
  props: unknown;
}

export const englishPanels = {
  ended: {
    left: (room: string) => `You have left ${room}`,
    replaced: "This room is open elsewhere",
    replacedWhy: "Another window took its place.",
    kicked: (room: string) => `You were kicked from ${room}`,
    banned: (room: string) => `You are banned from ${room}`,
    mayComeBack: (why: string) => `${why} Its moderators can let you in again.`,
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
    bans: "Who is banned?",
    lock: "Lock…",
    changeLock: "Change the passphrase…",
    unlock: "Unlock",
    otherDevice: "Be here from another device",
    copyCode: "Copy the code",
    codeHint: "There, choose “I'm already here as…” or type /link enter. Whoever has this code is you.",
    leave: "Leave the room",
  },
};
