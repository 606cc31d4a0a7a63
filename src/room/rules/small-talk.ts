import type { CommandOf } from "../../protocol/command.ts";
import { TYPING_INTERVAL } from "../../protocol/limits.ts";
import type { Actor } from "../actor.ts";
import { everyone, keep, tell } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import type { Room } from "../state/room.ts";
import { checkNickLength, checkNickname } from "./nickname.ts";
import { checkPace } from "./slow-down.ts";

/** Tells the others that somebody is typing, now and then. */
export function typing(room: Room, { person }: Actor): Outcome {
  const now = room.clock.steady();
  if (now - person.typedAt < TYPING_INTERVAL) return [];
  person.typedAt = now;
  const { nick, uid } = person;
  return [tell({ kind: "others", uid }, { type: "typing", nick, uid })];
}

/** Tells everybody where somebody is while they are away, or that they are back. The disk learns of it once they are held. */
export function away(room: Room, { person }: Actor, { text }: CommandOf<"away">): Outcome {
  const { nick, uid } = person;
  room.people.goAway(person, text ?? undefined);
  const sessions = [...person.sessions.keys()];
  for (const session of sessions) room.sessions.note(session, { away: person.away });
  return [...sessions.map(keep), tell(everyone, { type: "away", nick, uid, text })];
}

/** Gives somebody another nickname, if it is free. */
export function rename(room: Room, { person, session }: Actor, { nick }: CommandOf<"nick">): Outcome {
  const { uid, nick: from } = person;
  const refusal = checkNickLength(room, nick) ?? checkNickname(room, uid, nick);
  if (refusal) return refusal;
  if (from === nick) return [];
  const tooSoon = checkPace(room, uid);
  if (tooSoon) return tooSoon;
  room.speech.note(uid, room.clock.steady());
  room.sessions.note(session, { renamed: room.clock.wall() });
  room.people.rename(person, nick);
  return [tell(everyone, { type: "renamed", uid, from, nick, at: room.now() })];
}
