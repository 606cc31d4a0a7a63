import * as v from "valibot";

/** Names one socket to rules and executor, for as long as the instance lives. */
export type SessionId = number;

/** What is known of a socket's peer from the moment it connects. */
const connected = {
  /** Salted hash of its network address. */
  address: v.string(),
  /** A hash of its network that all rooms share; missing where no network is known. */
  network: v.exactOptional(v.string()),
  /** Scheme and host by which it came. */
  origin: v.exactOptional(v.string()),
  /** When it connected, in ms since 1970. */
  since: v.number(),
};

const waiting = v.object({
  state: v.literal("waiting"),
  ...connected,
  failures: v.number(),
  admin: v.exactOptional(v.boolean()),
  used: v.exactOptional(v.object({ share: v.picklist([0, 80, 100, 110]), day: v.number() })),
  pass: v.exactOptional(
    v.object({
      id: v.string(),
      exp: v.number(),
      make: v.exactOptional(v.boolean()),
      one: v.exactOptional(v.boolean()),
    }),
  ),
});

const joined = v.object({
  state: v.literal("joined"),
  ...connected,
  uid: v.string(),
  client: v.string(),
  /** The highest `cid` stored for this client. */
  cid: v.number(),
  /** Whether it showed the deployment's admin token. */
  admin: v.boolean(),
  /** When it last gave its person another nickname, in ms since 1970: the log doesn't tell, and slow mode counts it. */
  renamed: v.exactOptional(v.number()),
  /** How far its person has read, where that is not on the disk yet. */
  seen: v.exactOptional(v.number()),
  /** Where its person is, while away. */
  away: v.optional(v.string()),
  /** Whether a program speaks here. */
  bot: v.exactOptional(v.boolean()),
  /** Whether it is being looked at, as it last said itself, and when that was, in ms since 1970. */
  visible: v.exactOptional(v.object({ on: v.boolean(), at: v.number() })),
  /** When a person's fingers last gave a command, in ms since 1970. */
  touched: v.exactOptional(v.number()),
});

const session = v.variant("state", [waiting, joined]);

/** Connected, and not yet joined. */
export type Waiting = Readonly<v.InferOutput<typeof waiting>>;

/** Somebody's open connection. */
export type Joined = Readonly<v.InferOutput<typeof joined>>;

/** One socket that still counts, as the rules see it. */
export type Session = Waiting | Joined;

/** Replaced, expelled or left: whatever still comes from it counts for nothing. */
export interface Gone {
  readonly state: "gone";
}

export const GONE: Gone = { state: "gone" };

/** A session as its socket keeps it, past the instance: plain data. */
export type SessionState = Session | Gone;

/** Reads what a socket has kept; undefined where there is nothing to go on with. */
export function readSession(kept: unknown): Session | undefined {
  const parsed = v.safeParse(session, kept);
  return parsed.success ? parsed.output : undefined;
}

/** Refused attempts to join after which a socket is closed. */
export const MAX_FAILED_JOINS = 10;

/**
 * Milliseconds that a socket may stay without joining. The runtime may take some
 * 30 s more until the connection of a peer that never spoke is really gone.
 */
export const JOIN_DEADLINE = 75_000;
