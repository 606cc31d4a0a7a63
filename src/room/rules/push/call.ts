import type { Effect } from "../../effect.ts";
import type { Room } from "../../state/room.ts";
import { calledAs } from "./called-as.ts";
import { Heard } from "./heard.ts";
import { pushSoon } from "./push.ts";

/** A message is stored, and may call somebody who is not looking: that is looked into once it is told. */
export function call(room: Room): Effect[] {
  return room.subscriptions.hasHeard ? [{ type: "call" }] : [];
}

/** Notes whose devices are to be told of what was said. */
export function callUp(room: Room): Effect[] {
  const { subscriptions } = room;
  const heard = subscriptions.takeHeard().map((message) => new Heard(room, message));
  const since = room.clock.wall();
  let isNew = false;
  for (const [uid, own] of heard.length === 0 ? [] : subscriptions.people()) {
    const idle = own.filter(({ id }) => subscriptions.waitingFor(id) === undefined);
    if (idle.length === 0) continue;
    const callee = { uid, nick: calledAs(room, uid, idle) };
    for (const { id, wants } of idle) {
      const first = heard.find((each) => each.concerns(callee, wants));
      if (!first) continue;
      subscriptions.wait({ id, from: first.message.id, since, notBefore: 0, tries: 0 });
      isNew = true;
    }
  }
  return isNew ? pushSoon(room) : [];
}
