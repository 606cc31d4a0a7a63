interface KeptMessage {
  readonly nick: string;
  readonly text: string;
  readonly isAction: boolean;
  /** To whom alone. */
  readonly to: string | undefined;
  /** The number of what it replies to. */
  readonly re: number | undefined;
}

interface KeptChange {
  readonly by: string;
  /** The number of the message. */
  readonly id: number;
}

/** What stands in a kept log, behind the moment and the number. */
export const log = {
  deleted: "(deleted)",
  said({ nick, text, isAction, to, re }: KeptMessage): string {
    const parties = to === undefined ? nick : `[private] ${nick} → ${to}`;
    const quote = re === undefined ? "" : ` (re #${re})`;
    if (!isAction) return `${parties}${quote}: ${text}`;
    return to === undefined ? `* ${parties}${quote} ${text}` : `${parties}${quote}: * ${text}`;
  },
  edited: ({ by, id, text }: KeptChange & { text: string }) => `✎ ${by} changed #${id} to: ${text}`,
  deletes: ({ by, id }: KeptChange) => `✎ ${by} deleted #${id}`,
  reacted: ({ by, id, emoji, on }: KeptChange & { emoji: string; on: boolean }) =>
    on ? `${emoji} ${by} reacted to #${id}` : `✎ ${by} took back the reaction ${emoji} to #${id}`,
  notKept: (why: string) => `The log of this room is not kept. ${why}`,
  elsewhere: (path: string) =>
    `${path} is a link, or in the way: papo keeps a log in files and folders of its own alone.`,
  cannotWrite: (code: string | undefined) =>
    code === undefined ? "Its file can't be written." : `Its file can't be written (${code}).`,
};
