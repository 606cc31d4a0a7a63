import { grouped } from "../../../core/words/english.ts";
import { plural } from "./units.ts";

interface Sized {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
}

interface TransferTold {
  readonly name: string;
  readonly percent: number;
}

/** Files that are sent, shown and saved. */
export const files = {
  /** For each command: what is written behind its name, and a sentence for `/help`. */
  commands: {
    send: {
      usage: "<path> [text]",
      help: "Send a file, with a text if you like. Tab completes the path; quotes keep blanks in it.",
    },
    cancel: { usage: "", help: "Stop sending and saving files (Ctrl-C does, too)." },
    open: {
      usage: "[^2]",
      help: "Open the files of the last message that has some (^2: the one before) as this machine opens links.",
    },
    save: {
      usage: "[^2] [path]",
      help: "Save the files of the last message that has some: here, in a folder, or under a name; over no other file.",
    },
  },

  /** `120 KB` */
  size: sizeOf,
  /** A file as a line of the log; `address` is "" where the line leads there by itself. */
  line: ({ name, size, address }: { name: string; size: number; address: string }) =>
    address === "" ? `↳ ${name} (${sizeOf(size)})` : `↳ ${name} (${sizeOf(size)}) ${address}`,
  /** A message without a text, by its files, where a line is all there is. */
  named: (names: readonly string[]) => `[${names.join(", ")}]`,
  ofWhom: ({ name, nick }: { name: string; nick: string }) => `— ${name}, from ${nick} —`,

  isFolder: (file: string) => `${file} is a folder. Make one file of it, with zip or tar, and send that.`,
  isNoFile: (file: string) =>
    `${file} is a pipe, a device or a socket. papo send --file - sends what comes out of a pipe.`,
  isEmpty: (file: string) => `${file} is empty.`,
  tooLarge: ({ file, size, most }: Sized & { most: number }) =>
    `${file} is too large: it has ${sizeOf(size)} (${grouped(size)} bytes), and at most ${sizeOf(most)} can be sent here.`,
  inputTooLarge: (most: number) => `Standard input is too large: at most ${sizeOf(most)} can be sent.`,
  hasChanged: (file: string) => `${file} has changed while it was sent.`,
  noFilesHere: "This server takes no files.",
  noRoomYet: "Nobody has made this room yet. Say something in it first.",
  mostFiles: (most: number) => `A message has at most ${most} files.`,
  whichName: "--name is for a single file.",
  twoInputs: "Standard input can be sent once: as one --file -, and not with --whole.",
  nameless: "--name names what comes with --file.",

  sending: ({ name, percent }: TransferTold) => `sending ${name} ${percent} %`,
  saving: ({ name, percent }: TransferTold) => `saving ${name} ${percent} %`,
  waiting: (count: number) => plural(count, { one: "1 file waiting", other: `${count} files waiting` }),
  waits: ({ file, size }: Sized) => `… ${file} (${sizeOf(size)}) goes once you are connected.`,
  mostWaiting: (most: number) => `${most} files wait to be sent already.`,
  notSent: ({ file, why }: { file: string; why: string }) => `Not sent: ${file} — ${why}`,
  notSaved: ({ file, why }: { file: string; why: string }) => `Not saved: ${file} — ${why}`,
  saved: ({ file, size }: Sized) => `Saved: ${file} (${sizeOf(size)})`,
  stopped: (names: readonly string[]) => `Stopped, and not sent: ${listed(names)}`,
  stoppedSaving: "Stopped, and not saved.",
  nothingUnderWay: "No file is being sent or saved.",
  left: (names: readonly string[]) =>
    plural(names.length, { one: `${names[0]} was not sent.`, other: `${listed(names)} were not sent.` }),

  noneThere: "No message here has a file.",
  severalFiles: (count: number) => `That message has ${count} files: name a folder.`,
  isThere: (file: string) => `${file} is there already, and stays as it is.`,
  gone: "It is no longer there: its message was deleted, or is too old.",
  tooShort: "It has ended before all of it was there.",
  tooLong: "More has come than its message tells.",
  tooSlow: "It comes too slowly.",
  noSuchFolder: (folder: string) => `There is no folder ${folder}.`,
  cannotOpen: ({ program, address }: { program: string; address: string }) =>
    `${program} does not open it on this machine. Its address: ${address}`,
};

function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(names);
}

/** Bytes as a person reads them. */
function sizeOf(bytes: number): string {
  if (bytes < 1_024) return plural(bytes, { one: `${bytes} byte`, other: `${grouped(bytes)} bytes` });
  const [amount, unit] = bytes < 1_023_488 ? [bytes / 1_024, "KB"] : [bytes / 1_048_576, "MB"];
  return `${grouped(Math.round(amount < 10 ? amount * 10 : amount) / (amount < 10 ? 10 : 1))} ${unit}`;
}
