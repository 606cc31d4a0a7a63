import type { ErrorCode, Refusal } from "./error.ts";

/** What a sentence names, besides its own words. */
export type Params = Readonly<Record<string, string | number>>;

/** How long a nickname may be, and is: in characters, and in bytes. */
interface NickSize extends Params {
  readonly most: number;
  readonly bytes: number;
  readonly length: number;
  readonly size: number;
}

const sentence = (code: ErrorCode, text: string) => ({ code, say: () => text });

const about = <P extends Params>(code: ErrorCode, say: (params: P) => string) => ({ code, say });

/**
 * Every sentence of a refusal that is more exact than its code's own, by the
 * stable id under which clients may say it in words of their own.
 */
export const DETAILS = {
  // Frames and bodies
  no_json: sentence("bad_frame", "That frame is not JSON."),
  no_object: sentence("bad_frame", "A frame holds one JSON object."),
  no_text_frame: sentence("bad_frame", "Frames are text, not binary."),
  bad_field: about("bad_frame", ({ field }: { field: string }) => {
    return `The field "${field}" is not as it should be.`;
  }),
  before_and_after: sentence("bad_frame", 'Give "before" or "after", not both.'),
  body_too_large: about("too_long", ({ most }: { most: number }) => `A post has at most ${most} bytes.`),
  body_cut: sentence("bad_frame", "That body was cut off."),
  body_not_json_type: sentence("unsupported_type", "Send application/json."),
  body_no_json: sentence("bad_frame", "That body is not JSON."),
  body_encoded: sentence("unsupported_type", "Send the body as it is, without a Content-Encoding."),
  unknown_charset: sentence("unsupported_type", "That charset is not known here. Send UTF-8."),
  bad_encoding: sentence(
    "bad_text",
    "The body is not in the charset that its Content-Type names, or else in UTF-8.",
  ),
  bad_token: sentence("bad_frame", "That is no token."),
  bad_key_encoding: sentence("bad_frame", "Send the Papo-Key in UTF-8."),
  bad_idempotency_key: sentence("bad_frame", "An Idempotency-Key has 1 to 32 of A-Z, a-z, 0-9, _ and -."),
  key_reused: sentence(
    "bad_frame",
    "Another message was posted under this Idempotency-Key, so this one is not stored. Give each message a key of its own.",
  ),
  unknown_subprotocol: about("bad_frame", ({ wanted }: { wanted: string }) => {
    return `This server speaks the subprotocol ${wanted}.`;
  }),

  // Texts
  text_too_long: about("too_long", ({ most, length }: { most: number; length: number }) => {
    return `That text is too long: ${length} characters, and ${most} are the most here.`;
  }),
  text_shows_nothing: sentence("bad_text", "That text shows nothing."),
  text_has_controls: sentence("bad_text", "That text has control characters."),
  not_an_emoji: sentence("bad_text", "That is not one emoji."),

  // Files
  file_too_large: about("too_long", ({ most }: { most: number }) => {
    return `A file has at most ${most} bytes here.`;
  }),
  file_empty: sentence("bad_frame", "That file is empty."),
  file_unlike_length: sentence("bad_frame", "That file is shorter or longer than its Content-Length says."),
  bad_range: sentence("bad_frame", "There is nothing of that file in that range."),
  file_deleted: sentence("no_such_file", "That file was deleted."),
  file_not_yours: sentence(
    "no_such_file",
    "A message has files that its sender has uploaded to this room within the last hour, each once.",
  ),
  too_many_unclaimed: about("full", ({ most }: { most: number }) => {
    return `You have ${most} files here that no message has taken up. Say something with them first.`;
  }),
  network_unclaimed: about("full", ({ most }: { most: number }) => {
    return `More than ${most} bytes of your network's files are in no message yet. Wait a while.`;
  }),
  room_unclaimed: sentence("full", "Too many files of this room are in no message yet. Wait a while."),
  room_files_full: about("full", ({ most }: { most: number }) => {
    return `This room keeps ${most} bytes of files, and has them. Old ones go with their messages.`;
  }),
  no_files_here: sentence("not_found", "This server takes no files."),

  // Hooks
  bad_hook_name: sentence(
    "bad_frame",
    "A hook's name has 1 to 32 letters and digits, with spaces, dots, _ and - between them.",
  ),
  no_such_hook: sentence("no_such_nick", "This room has no hook of that name."),
  too_many_hooks: about("full", ({ most }: { most: number }) => {
    return `This room has ${most} hooks. End one first.`;
  }),
  hook_banned: sentence("banned", "This hook is banned from its room."),
  hook_says_nothing: sentence("bad_text", "There is no text in that, or none that shows anything."),

  // Pushes
  push_elsewhere: sentence("forbidden", "This server pushes to the services of the known browsers only."),
  too_many_subscriptions: about("full", ({ most }: { most: number }) => {
    return `This room pushes to ${most} devices, and takes no more.`;
  }),

  // The door
  banned_because: about("banned", ({ reason }: { reason: string }) => {
    return `You are banned from this room: “${reason}”.`;
  }),
  network_banned: about("banned", ({ who }: { who: "known" | "anonymous" }) => {
    const way =
      who === "known"
        ? "A moderator can let you in."
        : "Who joins or posts with a token can be let in by a moderator.";
    return `Somebody of your network was banned from this room, so newcomers of it are kept out for now. ${way}`;
  }),
  too_many_wrong_keys: sentence("rate_limited", "Too many wrong passphrases. Try again later."),
  wrong_admin_token: sentence("forbidden", "That is not this server's admin token."),
  too_many_wrong_admin_tokens: sentence("rate_limited", "Too many wrong admin tokens. Try again later."),
  too_many_clients: sentence("room_full", "You are here with ten clients already."),
  network_full: sentence("room_full", "Too many connections of this room come from your network."),

  pass_missing: sentence("no_pass", "This server lets in who was invited. Ask for an invitation link."),
  pass_forged: sentence("no_pass", "That invitation is damaged, or was not made by this server."),
  pass_expired: sentence("no_pass", "That invitation has run out. Ask for a new one."),
  pass_other_room: sentence("no_pass", "That invitation is for another room."),
  pass_taken: sentence("no_pass", "That invitation is for one person, and somebody else has taken it up."),
  not_the_admin: sentence("forbidden", "Only who has this server's admin token may do that."),
  no_pass_secret: sentence(
    "forbidden",
    "This server makes no invitations: its owner has set no PASS_SECRET.",
  ),
  door_needs_secret: sentence(
    "forbidden",
    "The door can't be for the invited alone: this server has no PASS_SECRET, so nobody could be invited.",
  ),
  rooms_made_in_haste: sentence("rate_limited", "Too many new rooms were made from your network."),

  // Nicknames
  nick_too_short: about("bad_nick", ({ least = 1 }: { least?: number }) => {
    // Without a number it is true in every room: where only the form is looked at, no room is known.
    return least === 1 ? "A nickname can't be empty." : `A nickname has at least ${least} characters.`;
  }),
  nick_too_long: about("bad_nick", ({ most, bytes, length, size }: NickSize) => {
    const limits = `A nickname has at most ${most} characters, and ${bytes} bytes in UTF-8`;
    return `${limits}; that one has ${length}, and ${size}.`;
  }),
  nick_first_character: sentence("bad_nick", "A nickname begins with a letter."),
  nick_bad_character: sentence("bad_nick", "A nickname has letters, digits, _ and -, and nothing else."),
  nick_too_many_marks: about("bad_nick", ({ most }: { most: number }) => {
    return `A nickname has at most ${most} marks on one letter.`;
  }),
  nick_invisible: sentence("bad_nick", "A nickname has no characters that can't be seen."),
  nick_mixed_scripts: sentence("bad_nick", "A nickname has letters and digits of one script."),
  nick_unused_script: sentence("bad_nick", "A nickname is written in a script that is in use today."),
  nick_reserved: sentence("nick_taken", "That nickname looks as if the room itself spoke."),
  nick_look_alike: about("nick_taken", ({ nick }: { nick: string }) => {
    return `That nickname looks like that of ${nick}, who is here.`;
  }),

  // Who may do what
  not_a_mod: sentence("forbidden", "Only the room's mods may do that."),
  not_an_owner: sentence("forbidden", "Only the room's owners may do that."),
  same_or_higher_role: sentence(
    "forbidden",
    "You can't do that to somebody of your own role or a higher one.",
  ),
  last_owner: sentence("forbidden", "You are the only owner. Make somebody else an owner first."),
  too_many_roles: about("forbidden", ({ most }: { most: number }) => {
    return `This room has ${most} owners and mods. Lower one first.`;
  }),
  not_your_edit: sentence("forbidden", "You can edit your own messages only."),
  not_your_deletion: sentence("forbidden", "You can delete your own messages only."),
  reply_elsewhere: sentence("forbidden", "A reply to a private message goes to its other party."),
  too_many_emojis: about("forbidden", ({ most }: { most: number }) => {
    return `That message has ${most} different emoji, and no more fit.`;
  }),
  too_many_reactions: about("forbidden", ({ most }: { most: number }) => {
    return `That message has ${most} reactions, and no more fit.`;
  }),
  not_banned: sentence("no_such_nick", "Nobody of that name is banned."),
  not_kept_out: sentence("no_such_nick", "Nobody of that name was kept out lately."),
  several_kept_out: sentence("forbidden", "Several were kept out under that name. Name the uid."),

  // Order and haste
  next_number: about("out_of_order", ({ next }: { next: number }) => `The next number is ${next}.`),
  slow_mode: sentence("rate_limited", "The room is in slow mode. Wait a moment."),
  network_hurries: sentence("rate_limited", "Too many requests come from your network."),

  // What a day allows
  room_budget: about("over_budget", ({ most }: { most: number }) => {
    return `This room takes ${most} messages a day, and has them. It goes on at 00:00 UTC.`;
  }),
  address_budget: about("over_budget", ({ most }: { most: number }) => {
    return `Your network may write ${most} messages a day here, and has. It goes on at 00:00 UTC.`;
  }),
  address_file_budget: about("over_budget", ({ most }: { most: number }) => {
    return `Your network may send ${most} bytes of files a day here, and has. It goes on at 00:00 UTC.`;
  }),
  deployment_budget: sentence(
    "over_budget",
    "This server has written all that a day allows, so only mods and owners can write now. It goes on at 00:00 UTC.",
  ),

  day_used_up: sentence(
    "over_budget",
    "This server has used up its day. It goes on at 00:00 UTC; until then, it is for its admin alone.",
  ),
  no_more_rooms: sentence(
    "over_budget",
    "This server has used up most of its day, so no more rooms are made. It goes on at 00:00 UTC.",
  ),

  // The server
  try_again: sentence("internal", "The room can't answer just now. Try again in a moment."),
  bad_settings: about("internal", ({ wrong }: { wrong: string }) => `Wrong settings: ${wrong}.`),
};

export type Detail = keyof typeof DETAILS;

/** What the sentence of a detail names: nothing, or these. */
export type ParamsOf<D extends Detail> = Parameters<(typeof DETAILS)[D]["say"]>;

const TABLE: {
  readonly [D in Detail]: { readonly code: ErrorCode; say(...params: ParamsOf<D>): string };
} = DETAILS;

/** Refuses with a sentence more exact than its code's. */
export function refuseAs<D extends Detail>(detail: D, ...params: ParamsOf<D>): Refusal {
  const { code, say } = TABLE[detail];
  const [named] = params;
  return { refused: code, message: say(...params), detail, ...(named !== undefined && { params: named }) };
}
