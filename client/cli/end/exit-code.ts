/** What the client tells the shell when it ends. `papo --help` lists them. */
export const EXIT = {
  fine: 0,
  /** The network failed, or something on this machine. */
  failed: 1,
  /** Not called as it must be. */
  usage: 2,
  /** The nickname, or the person, is not let in. */
  refused: 3,
  /** The room's passphrase is missing or wrong. */
  key: 4,
  /** Something was not sent. */
  unsent: 5,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Whether a code says that a signal has ended the program. */
export function isSignal(code: ExitCode): boolean {
  return code > 128;
}
