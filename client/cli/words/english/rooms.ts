import { moment } from "../../../core/words/moment.ts";
import { either, plural, timeLeft } from "./units.ts";

interface RoomTold {
  readonly room: string;
  /** As it is counted by /rooms, and by Alt and a digit. */
  readonly number: number;
}

/** Several rooms in one terminal. */
export const rooms = {
  /** For each command: what is written behind its name, and a sentence for `/help`. */
  commands: {
    join: { usage: "<room, or address>", help: "Go to one more room: of this server by its name alone." },
    part: { usage: "[room]", help: "Leave this room, or another one; /close leaves all." },
    go: {
      usage: "[room, or number]",
      help: "Talk to another one of your rooms (Alt-1 to 9, Alt-Left, Alt-Right); alone: to where most is unread (Alt-A).",
    },
    rooms: { usage: "", help: "Show which rooms you are in." },
    quiet: {
      usage: "[room]",
      help: "Only count what is said in a room, without a bell or a notification; again: end that.",
    },
  },

  asks: ({ room, number }: RoomTold) =>
    number > 9
      ? `${room} waits for an answer of yours: /go ${room} goes there.`
      : `${room} waits for an answer of yours: Alt-${number} or /go ${room} goes there.`,
  leavesAll: (count: number) =>
    count === 2
      ? "Press Ctrl-C again to leave both rooms."
      : `Press Ctrl-C again to leave all ${count} rooms.`,
  left: (room: string) => `You have left ${room}.`,
  draftLost: (draft: string) => `What you had typed was not sent: ${draft}`,
  most: (most: number) => `You are in ${most} rooms, which is the most there can be. /part leaves one.`,
  whichRoom: "Which room? Write /join and its name, or its address.",
  noRoom: ({ written, meant }: { written: string; meant: string | undefined }) =>
    meant === undefined
      ? `You are in no room ${written}. /rooms shows yours, and /join goes to others.`
      : `You are in no room ${written}. Did you mean ${meant}? /rooms shows yours, and /join goes to others.`,
  several: ({ written, names }: { written: string; names: readonly string[] }) =>
    `${written} may be ${either(names)}.`,
  nothingUnread: "Nothing is unread in another room.",
  quiet: (room: string) =>
    `${room} is quiet now: what is said there is only counted, and nothing rings. /quiet ${room} ends that.`,
  quietNoMore: (room: string) => `${room} is no longer quiet.`,
  leftOut: (count: number) =>
    plural(count, {
      one: "— 1 line is left out here; /unread shows it —",
      other: `— ${count} lines are left out here; /unread shows them —`,
    }),

  /** How one stands with a room, in the list of them. */
  online: (people: number) => `${people} here`,
  notYet: "not there yet",
  offline: (ms: number) => `tries again in ${timeLeft(ms)}`,
  waitsForYou: "waits for an answer of yours",
  unread: ({ count, calls }: { count: number; calls: number }) =>
    calls === 0 ? `${count} new` : `${count} new, ${calls} to you`,
  isQuiet: "quiet",
  /** As `/notify` has it. */
  wants: (wants: "all" | "calls" | "nothing") => `tells ${wants}`,
  mutedUntil: (at: number) => `muted until ${moment(at)}`,
  notes: (notes: readonly string[]) => notes.join(", "),
};
