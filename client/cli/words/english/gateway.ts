import { because } from "./system.ts";
import { plural } from "./units.ts";

interface GuestIn {
  readonly client: string;
  readonly nick: string;
  readonly room: string;
}

interface GuestGone {
  readonly client: string;
  readonly nick?: string;
  readonly lost?: number;
}

function notStored(count: number): string {
  const messages = plural(count, { one: "1 message of yours was", other: `${count} messages of yours were` });
  return `${messages} not stored.`;
}

/** What those say that let programs in which know nothing of papo: to who runs them. `client`: an address and a port. */
export const gateway = {
  badListen: (written: string) =>
    `"${written}" is no place to listen: give a port, or an IP address and a port, as in 127.0.0.1:6667.`,
  cannotListen: ({ at, code }: { at: string; code: string | undefined }) =>
    `Cannot listen at ${at}: ${because(code)}.`,
  /** On standard error, too. */
  open: (at: string) =>
    `${at} is open to more than this machine: whoever reaches it talks through you, unencrypted, and all of them count as one network address, yours.`,

  listening: (at: string) => `listening at ${at}`,
  came: (client: string) => `${client} has come`,
  joined: ({ client, nick, room }: GuestIn) => `${client} is ${nick} in ${room}`,
  gone: ({ client, nick, lost = 0 }: GuestGone) => {
    const who = nick === undefined ? client : `${client} (${nick})`;
    return lost === 0
      ? `${who} has gone`
      : `${who} has gone, with ${plural(lost, { one: "1 message", other: `${lost} messages` })} not sent`;
  },
  cut: {
    too_many: (client: string) => `${client} was turned away: there are too many`,
    reads_nothing: (client: string) => `${client} was cut off: it does not read what it is told`,
    http: (client: string) => `${client} was cut off: it talks HTTP, as a web page would`,
    nameless: (client: string) => `${client} was cut off: it has not said who it is`,
  },
  // To the program itself.
  tooMany: "There are too many here already. Try again later.",
  notStored,
  endsUnstored: ({ why, count }: { why: string; count: number }) => `${why} ${notStored(count)}`,
  trouble: ({ client, says }: { client: string; says: string }) => `${client}: ${says}`,
};
