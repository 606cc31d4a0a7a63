import type { CommandOf } from "../../protocol/command.ts";
import type { Actor } from "../actor.ts";
import { keep } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import type { Room } from "../state/room.ts";
import { pushSoonTo } from "./push/push.ts";

/** Notes whether a client is being looked at: what it said last. Who looks away may have something to be told soon. */
export function visible(
  room: Room,
  { person, session, joined }: Actor,
  { on }: CommandOf<"visible">,
): Outcome {
  if (joined.visible?.on === on) return [];
  room.sessions.note(session, { visible: { on, at: room.clock.wall() } });
  return [keep(session), ...(on ? [] : pushSoonTo(room, person.uid))];
}
