import { fold } from "../../../protocol/text/fold.ts";
import type { Effect } from "../../effect.ts";
import type { Room } from "../../state/room.ts";
import type { LoggedMessage } from "../../state/store.ts";
import { calledAs, concerns } from "./concern.ts";
import { pushSoon } from "./push.ts";

/** A message is stored, and may call somebody who is not looking: that is looked into once it is told. */
export function call(room: Room): Effect[] {
  return room.subscriptions.hasHeard ? [{ type: "call" }] : [];
}

/** Notes whose devices are to be told of what was said. */
export function callUp(room: Room): Effect[] {
  const { subscriptions } = room;
  const heard = subscriptions.takeHeard().map((message) => ({ message, author: authorOf(room, message) }));
  const folded = new Map(heard.map(({ message }) => [message, fold(message.text ?? "")]));
  const since = room.clock.wall();
  let isNew = false;
  for (const [uid, own] of heard.length === 0 ? [] : subscriptions.people()) {
    const idle = own.filter(({ id }) => subscriptions.waitingFor(id) === undefined);
    if (idle.length === 0) continue;
    const nick = calledAs(room, uid, idle);
    const key = nick && fold(nick);
    for (const subscription of idle) {
      const first = heard.find(({ message, author }) => {
        // Most texts name nobody: that is found out once for all.
        const mayName = key !== undefined && folded.get(message)?.includes(key);
        const callee = { uid, nick: mayName ? nick : undefined, wrote: () => author === uid };
        return concerns(message, callee, subscription.wants);
      });
      if (!first) continue;
      subscriptions.wait({ id: subscription.id, from: first.message.id, since, notBefore: 0, tries: 0 });
      isNew = true;
    }
  }
  return isNew ? pushSoon(room) : [];
}

/** Who wrote what a message replies to. */
function authorOf({ store: { log } }: Room, { uid, manner: { re } }: LoggedMessage): string | undefined {
  return re === undefined ? undefined : log.find(re, uid)?.uid;
}
