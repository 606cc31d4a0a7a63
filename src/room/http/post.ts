import { refuseAs } from "../../protocol/detail.ts";
import { isRefusal, type Refusal, refuse, refuseUntil } from "../../protocol/error.ts";
import { isReserved, nickKey } from "../../protocol/nick.ts";
import { type Effect, tell, wake } from "../effect.ts";
import { checkAccess, type Visitor } from "../rules/access.ts";
import { useUp } from "../rules/sequence.ts";
import { audienceOf, speak } from "../rules/speak.ts";
import type { Room } from "../state/room.ts";
import { viewMessage } from "../view.ts";
import { digestOf, findEarlier, isRepeat } from "./repeat.ts";

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

/**
 * Stores what somebody says without joining. A repeat under the same key gives
 * the first answer again, even to who has been banned or locked out since: it
 * asks what became of a message, and that is stored.
 */
export function post(
  room: Room,
  visitor: Visitor,
  letter: Letter,
): { posted: Posted; effects: readonly Effect[] } | Refusal {
  const { uid } = visitor;
  const client = clientOf(visitor, letter);
  const earlier = client === undefined ? undefined : findEarlier(room, uid, client);
  // A repeat pays as a look-up does: what its person writes meanwhile must not keep it waiting for ever.
  const delay = earlier ? room.flood.lookUp(visitor.address, room.clock.steady()) : 0;
  if (delay > 0) return refuseUntil(delay);
  if (earlier && isRepeat(room, earlier, letter)) return { posted: postedOf(earlier), effects: [] };

  const known = { ...visitor, nick: visitor.anonymous ? undefined : letter.nick };
  const refusal = checkAccess(room, known) ?? (earlier && KEY_REUSED);
  if (refusal) return refusal;
  const wait = room.pay("token", visitor);
  if (wait > 0) return refuseUntil(wait);
  const present = room.people.get(uid);
  if (!present && (room.people.named(letter.nick) || isReserved(letter.nick))) return refuse("nick_taken");
  const sender = { uid, nick: present?.nick ?? letter.nick };
  const numbered = client === undefined ? {} : { client, cid: 1, digest: digestOf(room, letter.text) };
  const message = speak(room, { ...letter, ...sender, ...numbered });
  if (isRefusal(message)) return message;
  // An open socket of that client keeps its number, too.
  const counted = client === undefined ? [] : useUp(room, { uid, client, cid: 1, id: message.id });
  const kept = counted.map((session): Effect => ({ type: "keep", session }));
  const effects = [...kept, tell(audienceOf(message), viewMessage(message)), ...remember(room, message.at)];
  return { posted: postedOf(message), effects };
}

const KEY_REUSED = refuseAs("key_reused");

/**
 * The client that a key names. A network is no person: without a token, the
 * nickname tells apart who else is behind the same address. No client is called so.
 */
function clientOf({ anonymous }: Visitor, { key, nick }: Letter): string | undefined {
  return key !== undefined && anonymous ? `${key} ${nickKey(nick)}` : key;
}

function postedOf({ id, at }: Posted): Posted {
  return { id, at };
}

/** An empty room needs somebody to wake it when its time has come. */
function remember(room: Room, at: number): Effect[] {
  return room.people.size === 0 ? [wake(at + room.settings.historyAge)] : [];
}
