import type { ChatState } from "../../core/chat-event.ts";
import { pluralOf } from "../../core/words/plural.ts";

// Whole sentences, by where they stand. What stands in one has a name, so that
// another language can put it elsewhere; a node is a name or a part with a look
// of its own.

/** A part of a sentence with a look of its own. */
export interface SentencePart {
  props: unknown;
}

const plural = pluralOf("en");

/** What is read aloud when the connection changes. */
const connection: Readonly<Record<ChatState["state"], string>> = {
  idle: "",
  connecting: "",
  online: "Connected.",
  waiting: "Offline.",
  refused: "",
  stopped: "",
};

export const englishPage = {
  close: "Close",
  cancel: "Cancel",
  yourNickname: "Your nickname",
  join: "Join",
  private: "private",
  rooms: "Rooms",
  deleted: "Deleted",

  /** What is loaded once somebody is in a room. */
  late: {
    coming: "Loading…",
    missing: "This part of the page can't be loaded. Load the page anew: what you have written stays.",
    reload: "Load the page anew",
  },

  invitation: {
    terminal: "From a terminal, with nothing installed",
    copyCommand: "Copy the command",
  },

  connection,
  banner: {
    connecting: "Connecting…",
    offline: "Offline. What you write is kept, and sent later.",
    triesAgain: (seconds: number) => `Tries again in ${seconds} s.`,
    tryNow: <Node extends SentencePart>(node: Node) => ["Try now ", node],
    seconds: (seconds: number) => `(${seconds} s)`,
  },

  log: {
    label: (room: string) => `Messages in ${room}`,
    privateLabel: (nick: string) => `Private messages with ${nick}`,
    older: "Show older messages",
    newest: "To the newest",
    unread: "New",
    newMessages: (count: number) => plural(count, { one: "1 new message", other: `${count} new messages` }),
    gone: "That message is no longer there.",
  },

  message: {
    label: ({ nick, time }: { nick: string; time: string }) => `${nick}, ${time}`,
    privateLabel: ({ nick, time }: { nick: string; time: string }) => `${nick}, ${time}, private`,
    onlyYouAnd: <Node extends SentencePart>(node: Node) => ["Only you and ", node, " see this"],
    edited: "(edited)",
    earlier: "an earlier message",
    copied: "Copied",
    notCopied: "Selected: copy it from there",
  },

  outgoing: {
    unsure: "Nobody knows whether this has arrived.",
    sending: "Sending…",
    waiting: "Waits for the connection.",
    edit: "To edit a message",
    delete: "To delete a message",
    react: "To react to a message",
    retry: "Retry",
    discard: "Discard",
    revise: "Edit",
  },

  composer: {
    toAll: (room: string) => `Message everyone in ${room}`,
    toOne: (nick: string) => `Only ${nick} will see this`,
    toEdit: "Edit your message",
    sendToAll: "Send to everyone",
    sendToOne: (nick: string) => `Send to ${nick} alone`,
    save: "Save",
    patience: (seconds: number) => `The room asks for patience: ${seconds} s`,
    slow: (seconds: number) => `Slow mode: one message every ${seconds} s`,
    typing: (nicks: readonly string[]) =>
      nicks.length > 2 ? `${nicks.length} people typing…` : `${nicks.join(" and ")} typing…`,
    absent: (nick: string) => `${nick} is not here, so nobody would receive this.`,
    toAllOnly: (word: string) => `${word} speaks to everyone. Press × first, or write without it.`,
    ok: "OK",
  },

  panels: {
    people: "People",
    search: "Search",
    invite: "Invite",
    about: "Settings",
    peopleHere: (count: number) => `People, ${count} here`,
    locked: "locked",
  },
};
