import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse, refuseUntil } from "../../protocol/error.ts";
import { hookNick } from "../../protocol/hook-name.ts";
import type { Receipt } from "../../protocol/http-answer.ts";
import { type Effect, everyone, tell } from "../effect.ts";
import type { Visitor } from "../rules/access.ts";
import { checkBudget, checkDay } from "../rules/budget.ts";
import { findHook, uidOf } from "../rules/hooks.ts";
import { checkNickname } from "../rules/nickname.ts";
import { call } from "../rules/push/call.ts";
import { wakeWhenOver } from "../rules/retain.ts";
import { useUp } from "../rules/sequence.ts";
import { record } from "../rules/speak.ts";
import type { Room } from "../state/room.ts";
import { viewMessage } from "../view.ts";
import { digestOf, findEarlier, isRepeat } from "./repeat.ts";

/** What another system has posted to a hook. */
export interface Delivery {
  /** The secret of the hook's address. */
  readonly id: string;
  /** What is to be said, and how its sender calls itself; without it, only whether there is such a hook is asked. */
  readonly said?: { readonly text: string; readonly nick?: string | undefined } | undefined;
  /** Idempotency key. */
  readonly key?: string | undefined;
}

/** A message that a hook brought, as its sender is told. */
export interface HookReceipt extends Receipt {
  readonly nick: string;
}

/** What comes of it: no receipt where nothing was to be said. */
interface Delivered {
  readonly receipt?: HookReceipt;
  readonly effects: readonly Effect[];
}

/**
 * Stores what a hook brings. Its address is the right to post, so neither the lock nor bans of
 * networks hold for it, nor slow mode, which is for people; a ban of its own `uid` does.
 */
export function deliver(
  room: Room,
  { address }: Pick<Visitor, "address">,
  { id, said, key }: Delivery,
): Delivered | Refusal {
  const hook = findHook(room, id);
  if (!hook) return refuse("not_found");
  if (!said) return { effects: [] };
  const uid = uidOf(room, hook.name);
  if (room.bans.get(uid)) return refuseAs("hook_banned");
  const now = room.clock.steady();
  const earlier = key === undefined ? undefined : findEarlier(room, uid, key);
  const wait = earlier ? room.flood.lookUp(address, now) : room.flood.hook(uid, now);
  if (wait > 0) return refuseUntil(wait);
  const { text } = said;
  if (earlier)
    return isRepeat(room, earlier, { text })
      ? { receipt: receiptFor(earlier), effects: [] }
      : refuseAs("key_reused");
  const over = checkDay(room, { uid, address }) ?? checkBudget(room, { uid, address });
  if (over) return over;
  const nick = nickOf(room, { uid, name: hook.name, nick: said.nick });
  const numbered = key === undefined ? {} : { client: key, cid: 1, digest: digestOf(room, text) };
  const message = record(room, { uid, nick, hook: hook.name, address, ...numbered }, { text });
  if (key !== undefined) useUp(room, { uid, client: key, cid: 1, id: message.id });
  return {
    receipt: receiptFor(message),
    effects: [tell(everyone, viewMessage(message, uid)), ...call(room), ...wakeWhenOver(room, message.at)],
  };
}

/**
 * The name that a message stands under: what the sender calls itself, or else the hook's; but never
 * one that is, or looks like, that of somebody who is here, or of the room itself.
 */
function nickOf(
  room: Room,
  {
    uid,
    name,
    nick = "",
  }: { readonly uid: string; readonly name: string; readonly nick?: string | undefined },
): string {
  const wanted = hookNick(nick);
  if (wanted !== undefined && !checkNickname(room, uid, wanted)) return wanted;
  // No nickname has a colon.
  return checkNickname(room, uid, name) ? `hook:${name}` : name;
}

function receiptFor({ id, at, nick }: HookReceipt): HookReceipt {
  return { id, at, nick };
}
