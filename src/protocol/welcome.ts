import * as v from "valibot";
import { durable } from "./durable.ts";
import { DEFAULT_PACE, LIMITS } from "./limits.ts";
import { ROLES } from "./role.ts";
import { count, listOf, mark, moment, name, text, within } from "./untrusted.ts";

/** People of a room that a client keeps. */
export const MOST_PEOPLE = 40_000;

/** Features of a room that a client looks at. */
const MOST_FEATURES = 100;

/** Who has a role that is new to this client may at least do what everybody may. */
export const role = v.fallback(v.picklist(ROLES), "member");

export const member = v.object({
  nick: name,
  uid: name,
  role,
  /** Where they are, while they are away. */
  away: v.exactOptional(v.fallback(text, "")),
  /** A program speaks for them, by its own word. */
  bot: mark,
});

/** Seconds of slow mode. */
export const seconds = within([0, LIMITS.slow], 0);

const [shortest, longest] = LIMITS.nick;

export const welcome = v.object({
  type: v.literal("welcome"),
  protocol: count,
  room: name,
  epoch: count,
  you: member,
  token: v.exactOptional(text),
  members: listOf(member, MOST_PEOPLE),
  topic: v.fallback(text, ""),
  locked: v.fallback(v.boolean(), false),
  slow: seconds,
  cursor: count,
  /** When the event `cursor` was stored: the two together name a point of history, as an id alone does not. */
  cursorAt: v.exactOptional(moment),
  sent: count,
  /** How far this person has read, over all their clients. */
  seen: v.fallback(count, 0),
  /** What the room can do. */
  features: v.fallback(listOf(name, MOST_FEATURES), []),
  events: listOf(durable, 20 * LIMITS.replay),
  gap: v.boolean(),
  /** What the client knew is of another history: the room was erased, or goes on from an older state. */
  reset: mark,
  limits: v.fallback(
    v.object({
      nick: v.tuple([within([1, 64], shortest), within([1, 64], longest)]),
      text: within([1, LIMITS.frame], LIMITS.text),
      frame: within([1_024, 1_048_576], LIMITS.frame),
      burst: within([1, 10_000], DEFAULT_PACE.burst),
      perSecond: within([0.1, 10_000], DEFAULT_PACE.perSecond),
      /** Bytes of a file; missing where the room takes none. */
      file: v.exactOptional(within([0, Number.MAX_SAFE_INTEGER], 0)),
    }),
    { nick: [shortest, longest], text: LIMITS.text, frame: LIMITS.frame, ...DEFAULT_PACE },
  ),
  at: v.fallback(moment, 0),
});
