import { isRefusal, type Refusal, refuse, refuseUntil } from "../protocol/error.ts";
import { isReserved } from "../protocol/nick.ts";
import { checkAccess, type Visitor } from "./access.ts";
import { type Effect, tell, wake } from "./effect.ts";
import type { Room } from "./room.ts";
import { audienceOf, speak } from "./speak.ts";
import { clientKey } from "./store.ts";
import { viewMessage } from "./view.ts";

/** A message sent by plain HTTP. */
export interface Letter {
  readonly nick: string;
  readonly text: string;
  readonly to?: string | undefined;
  readonly re?: number | undefined;
  readonly me?: boolean | undefined;
  /** Idempotency key: names a client whose only message this is. */
  readonly key?: string | undefined;
}

export interface Posted {
  readonly id: number;
  readonly at: number;
}

/** Stores what somebody says without joining. A repeat under the same key gives the first answer again. */
export function post(
  room: Room,
  visitor: Visitor,
  letter: Letter,
): { posted: Posted; effects: readonly Effect[] } | Refusal {
  const refusal = checkAccess(room, { ...visitor, nick: visitor.anonymous ? undefined : letter.nick });
  if (refusal) return refusal;
  const { uid } = visitor;
  const wait = room.takeToken(visitor);
  if (wait > 0) return refuseUntil(wait);
  const earlier = letter.key === undefined ? undefined : findEarlier(room, uid, letter.key);
  if (earlier) return { posted: earlier, effects: [] };

  const present = room.people.get(uid);
  if (!present && (room.people.named(letter.nick) || isReserved(letter.nick))) return refuse("nick_taken");
  const sender = { uid, nick: present?.nick ?? letter.nick };
  const numbered = letter.key === undefined ? {} : { client: letter.key, cid: 1 };
  const message = speak(room, { ...letter, ...sender, ...numbered });
  if (isRefusal(message)) return message;
  const kept = letter.key === undefined ? [] : count(room, uid, letter.key);
  const { id, at } = message;
  const effects = [...kept, tell(audienceOf(message), viewMessage(message)), ...remember(room, at)];
  return { posted: { id, at }, effects };
}

/** Uses up the client's number 1, for an open socket of that client too. */
function count(room: Room, uid: string, client: string): Effect[] {
  room.count(uid, client, 1);
  const sessions = [...(room.people.get(uid)?.sessions ?? [])].filter(({ state }) => state.client === client);
  return sessions.map((session) => {
    session.state = { ...session.state, cid: Math.max(1, session.state.cid) };
    return { type: "keep", session };
  });
}

/** The message stored under a key, if there is one. Only a repeat reads the log for it. */
function findEarlier(room: Room, uid: string, key: string): Posted | undefined {
  if (!room.numbers().cids.has(clientKey(uid, key))) return undefined;
  const earlier = room.store.log.findByCid(uid, key, 1);
  return earlier && { id: earlier.id, at: earlier.at };
}

/** An empty room needs somebody to wake it when its time has come. */
function remember(room: Room, at: number): Effect[] {
  return room.people.size === 0 ? [wake(at + room.settings.historyAge)] : [];
}
