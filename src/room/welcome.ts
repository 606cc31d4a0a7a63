import type { Welcome } from "../protocol/event.ts";
import { featuresOf } from "../protocol/features.ts";
import { LIMITS } from "../protocol/limits.ts";
import type { Actor } from "./actor.ts";
import { slowOf } from "./rules/budget.ts";
import { largestFile } from "./rules/file-bounds.ts";
import { newestAfter, pageBefore } from "./rules/page.ts";
import type { Room } from "./state/room.ts";

/** What somebody who joins brings along. */
interface Luggage {
  readonly after?: number;
  readonly afterAt?: number;
  readonly epoch?: number;
  /** The token that the server made for them. */
  readonly token: string | undefined;
}

/** Tells somebody who has just joined all that they need to take part. */
export function welcome(room: Room, { person, joined }: Omit<Actor, "session">, luggage: Luggage): Welcome {
  const { uid, cid } = joined;
  const profile = room.made;
  const { nickMin, burst, perSecond, filesBytes } = room.settings;
  return {
    type: "welcome",
    protocol: 1,
    room: room.name,
    epoch: profile.epoch,
    you: room.describe(person),
    ...(luggage.token !== undefined && { token: luggage.token }),
    members: room.roster(),
    topic: profile.topic,
    locked: profile.lock !== undefined,
    slow: slowOf(room),
    cursor: room.store.log.cursor(),
    cursorAt: room.store.log.lastAt(),
    sent: cid,
    seen: room.people.seenOf(person),
    features: featuresOf(room.settings),
    ...replay(room, uid, luggage),
    limits: {
      nick: [nickMin, LIMITS.nick[1]],
      text: LIMITS.text,
      frame: LIMITS.frame,
      burst,
      perSecond,
      ...(filesBytes > 0 && { file: largestFile(room.settings) }),
    },
    at: room.now(),
  };
}

/** What they missed; or, where that can't be told, the last messages, with `gap` if they expected more. */
function replay(room: Room, uid: string, luggage: Luggage): Pick<Welcome, "events" | "gap" | "reset"> {
  const { log } = room.store;
  const { after } = luggage;
  const reset = isOfAnotherHistory(room, luggage);
  if (after === undefined || reset) {
    const { events } = pageBefore(log, log.cursor() + 1, { uid, limit: LIMITS.defaultPage });
    return { events, gap: reset, ...(reset && { reset }) };
  }
  const { events, complete } = newestAfter(log, after, { uid, limit: LIMITS.replay });
  return { events, gap: !complete };
}

/**
 * Whether what a client knows is not this room's past: the room was erased
 * meanwhile, or goes on from a backup. An id alone does not tell, for the room
 * may have grown past it since; its time does, wherever clocks go on.
 */
function isOfAnotherHistory({ profile, store: { log } }: Room, { after, afterAt, epoch }: Luggage): boolean {
  if (epoch !== undefined && epoch !== profile?.epoch) return true;
  if (after === undefined) return false;
  if (after > log.cursor()) return true;
  const at = afterAt === undefined ? undefined : log.timeOf(after);
  return at !== undefined && at !== afterAt;
}
