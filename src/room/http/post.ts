import { refuseAs } from "../../protocol/detail.ts";
import { isRefusal, type Refusal, refuseUntil } from "../../protocol/error.ts";
import type { Letter } from "../../protocol/http.ts";
import type { Receipt } from "../../protocol/http-answer.ts";
import { nickKey } from "../../protocol/text/nick.ts";
import { type Effect, keep, tell } from "../effect.ts";
import { checkAccess, takeUp, type Visitor } from "../rules/access.ts";
import { checkBudget, checkDay } from "../rules/budget.ts";
import { checkMaking, isCounted, make } from "../rules/make.ts";
import { checkNickLength, checkNickname } from "../rules/nickname.ts";
import { call } from "../rules/push/call.ts";
import { wakeWhenOver } from "../rules/retain.ts";
import { useUp } from "../rules/sequence.ts";
import { audienceOf, checkSpeech, speak } from "../rules/speak.ts";
import type { Room } from "../state/room.ts";
import { viewMessage } from "../view.ts";
import { digestOf, findEarlier, isRepeat } from "./repeat.ts";

/** A message sent by plain HTTP. */
export interface KeyedLetter extends Letter {
  /** Idempotency key: names a client whose only message this is. */
  readonly key?: string | undefined;
}

/** What comes of a post that is stored. */
interface Posted {
  readonly receipt: Receipt;
  readonly effects: readonly Effect[];
}

/**
 * Stores what somebody says without joining. A repeat under the same key gives
 * the first answer again, even to who has been banned or locked out since: it
 * asks what became of a message, and that is stored. "count": it makes the
 * room, and is to be counted before: see {@link isCounted}.
 */
export function post(
  room: Room,
  visitor: Visitor,
  { key, nick, bot = false, ...saying }: KeyedLetter,
): Posted | "count" | Refusal {
  const { uid } = visitor;
  const client = clientOf(visitor, { key, nick });
  const earlier = client === undefined ? undefined : findEarlier(room, uid, client);
  // A repeat pays as a look-up does: what its person writes meanwhile must not keep it waiting for ever.
  const delay = earlier ? room.flood.lookUp(visitor.address, room.clock.steady()) : 0;
  if (delay > 0) return refuseUntil(delay);
  if (earlier && isRepeat(room, earlier, saying)) return { receipt: receiptFor(earlier), effects: [] };

  const known = { ...visitor, nick: visitor.anonymous ? undefined : nick };
  const refusal =
    checkMaking(room, visitor) ??
    checkNickLength(room, nick) ??
    checkAccess(room, known) ??
    (earlier && KEY_REUSED);
  if (refusal) return refusal;
  // Who was counted has paid before.
  const wait = visitor.counted ? 0 : room.pay("token", visitor);
  if (wait > 0) return refuseUntil(wait);
  const present = room.people.get(uid);
  const taken = present ? undefined : checkNickname(room, uid, nick);
  if (taken) return taken;
  const over = checkDay(room, visitor) ?? checkBudget(room, visitor);
  if (over) return over;
  // Last of all: what is refused makes no room, and counts for none.
  if (!visitor.counted && isCounted(room, visitor)) return checkSpeech(room, uid, saying) ?? "count";
  const isBot = bot || present?.isBot === true;
  const sender = { uid, nick: present?.nick ?? nick, isBot, address: visitor.address };
  const numbered = client === undefined ? {} : { client, cid: 1, digest: digestOf(room, saying.text) };
  const message = speak(room, { ...sender, ...numbered }, saying);
  if (isRefusal(message)) return message;
  const making = make(room, visitor);
  takeUp(room, visitor);
  // An open socket of that client keeps its number, too.
  const counted = client === undefined ? [] : useUp(room, { uid, client, cid: 1, id: message.id });
  const effects = [
    ...counted.map(keep),
    tell(audienceOf(message), viewMessage(message, uid)),
    ...call(room),
    ...wakeWhenOver(room, message.at),
    ...making,
  ];
  return { receipt: receiptFor(message), effects };
}

const KEY_REUSED = refuseAs("key_reused");

/**
 * The client that a key names. A network is no person: without a token, the
 * nickname tells apart who else is behind the same address. No client is called so.
 */
function clientOf(
  { anonymous }: Visitor,
  { key, nick }: Pick<KeyedLetter, "key" | "nick">,
): string | undefined {
  return key !== undefined && anonymous ? `${key} ${nickKey(nick)}` : key;
}

function receiptFor({ id, at }: Receipt): Receipt {
  return { id, at };
}
