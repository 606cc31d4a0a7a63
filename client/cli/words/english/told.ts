/** What is told to somebody who looks elsewhere, and how that fails. */
export const told = {
  /** Who says something, and where: what a notification is headed with. */
  saysIn: ({ nick, room }: { nick: string; room: string }) => `${nick} in ${room}`,
  saysPrivately: ({ nick, room }: { nick: string; room: string }) => `${nick} in ${room}, to you alone`,
  /** What stands in the window's title; `count`: messages to the reader at which nobody has looked. */
  title: ({ room, count }: { room: string; count: number }) =>
    count === 0 ? `${room} — papo` : `(${count}) ${room} — papo`,

  /** Of `/notify`; `why` a file cannot be read or written, as a sentence. */
  wishesUnknown: (why: string) => `What you wanted to be told of a room is not known. ${why}`,
  wishesNotKept: (why: string) => `That holds until you leave, for it cannot be kept. ${why}`,
  isQuiet: (room: string) => `${room} is quiet, so you are told nothing of it: /quiet ${room} ends that.`,

  /** `notify` of the config file. */
  cannotRun: ({ command, code }: { command: string; code: string | undefined }) =>
    code === "ENOENT"
      ? `There is no program ${command}, which "notify" of the config file names.`
      : `${command}, which "notify" of the config file names, can't be run${code === undefined ? "" : ` (${code})`}.`,
  hasFailed: ({ command, status }: { command: string; status: number }) =>
    `${command}, which "notify" of the config file names, has ended with ${status}.`,
  tooLong: (command: string) =>
    `${command}, which "notify" of the config file names, did not end in time, and was stopped.`,
};
