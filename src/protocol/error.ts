/** Every way in which the room may refuse something, with the sentence that a person reads. */
export const ERRORS = {
  bad_frame: "That is not a command of this protocol.",
  bad_room: "A room's name has 1 to 32 of a-z, 0-9 and inner hyphens.",
  bad_nick: "A nickname has up to 10 letters of one script, digits, _ or -, and begins with a letter.",
  nick_taken: "Somebody else has that nickname.",
  bad_text: "That text shows nothing, or has control characters.",
  too_long: "That text is too long.",
  not_joined: "Join the room first.",
  already_joined: "You are in the room already.",
  locked: "This room is locked. Its passphrase is needed.",
  bad_key: "That is not this room's passphrase.",
  banned: "You are banned from this room.",
  forbidden: "You may not do that here.",
  no_such_nick: "Nobody here has that nickname.",
  no_such_message: "There is no such message.",
  out_of_order: "That command skips a number.",
  rate_limited: "Slow down a little.",
  room_full: "This room is full.",
  no_pass: "This server lets in who was invited. Ask for an invitation.",
  no_such_room: "There is no such room, and you can't make one here.",
  no_token: "Send a token, as Authorization: Bearer …: a file is somebody's own.",
  no_such_file: "There is no such file.",
  closed: "This server is closed for now.",
  full: "There is no room for more of that here.",
  over_budget: "No more can be written here today.",
  internal: "Something went wrong on our side.",
  bad_origin: "This site may not use this server.",
  not_found: "There is nothing here.",
  method_not_allowed: "That method is not allowed here.",
  unsupported_type: "Send application/json or text/plain.",
  upgrade_required: "This address wants a WebSocket.",
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** A code as clients take it: a newer server may have some that this list lacks. */
export type AnyErrorCode = ErrorCode | (string & Record<never, never>);

export const ERROR_CODES: readonly string[] = Object.keys(ERRORS);

/** An expected failure, as a value. */
export interface Refusal {
  readonly refused: ErrorCode;
  /** A sentence for a person. */
  readonly message: string;
  /** A stable id of that very sentence, for clients that say it in words of their own, and what it names. */
  readonly detail?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Milliseconds after which it may work. */
  readonly retryAfter?: number;
}

/** Refuses with the code's own sentence; `refuseAs` has more exact ones. */
export function refuse(code: ErrorCode): Refusal {
  return { refused: code, message: ERRORS[code] };
}

/** Refuses for now. `retryAfter` is in milliseconds. */
export function refuseUntil(retryAfter: number): Refusal {
  return waiting(retryAfter, refuse("rate_limited"));
}

/** A refusal that tells when to come again, in milliseconds. */
export function waiting(retryAfter: number, refusal: Refusal): Refusal {
  return { ...refusal, retryAfter: Math.ceil(retryAfter) };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value;
}
