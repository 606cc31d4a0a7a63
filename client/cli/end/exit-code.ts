import { ERRORS, type ErrorCode } from "../../../src/protocol/error.ts";

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

/** What each of the protocol's refusals is to whoever sends something. `docs/command-line.md` has the same table. */
export const EXIT_OF: Readonly<Record<ErrorCode, ExitCode>> = {
  locked: EXIT.key,
  bad_key: EXIT.key,
  bad_room: EXIT.refused,
  bad_nick: EXIT.refused,
  nick_taken: EXIT.refused,
  banned: EXIT.refused,
  forbidden: EXIT.refused,
  room_full: EXIT.refused,
  no_pass: EXIT.refused,
  no_such_room: EXIT.refused,
  closed: EXIT.refused,
  bad_text: EXIT.unsent,
  too_long: EXIT.unsent,
  no_such_nick: EXIT.unsent,
  no_such_message: EXIT.unsent,
  no_such_file: EXIT.unsent,
  rate_limited: EXIT.unsent,
  over_budget: EXIT.unsent,
  full: EXIT.unsent,
  bad_frame: EXIT.failed,
  not_joined: EXIT.failed,
  already_joined: EXIT.failed,
  out_of_order: EXIT.failed,
  no_token: EXIT.failed,
  internal: EXIT.failed,
  bad_origin: EXIT.failed,
  not_found: EXIT.failed,
  method_not_allowed: EXIT.failed,
  unsupported_type: EXIT.failed,
  upgrade_required: EXIT.failed,
};

/** The code to end with at a refusal; `otherwise`, at one that is no code of this protocol. */
export function exitCodeOf(code: string | undefined, otherwise: ExitCode = EXIT.failed): ExitCode {
  return isErrorCode(code) ? EXIT_OF[code] : otherwise;
}

/** The same for whoever only comes in, or reads: nothing of theirs can be left unsent. */
export function exitCodeWithoutSending(code: string | undefined, otherwise?: ExitCode): ExitCode {
  const exitCode = exitCodeOf(code, otherwise);
  return exitCode === EXIT.unsent ? EXIT.failed : exitCode;
}

function isErrorCode(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(ERRORS, code);
}
