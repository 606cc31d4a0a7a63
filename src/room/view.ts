import type { DurableEvent, Message } from "../protocol/event.ts";
import type { LoggedChange, LoggedEvent, LoggedMessage } from "./state/store.ts";

/** A stored message as clients see it. */
export function viewMessage(row: LoggedMessage): Message {
  return {
    type: "message",
    id: row.id,
    at: row.at,
    nick: row.nick,
    uid: row.uid,
    ...(row.text !== undefined && { text: row.text }),
    ...(row.to && { to: { nick: row.to.nick, uid: row.to.uid } }),
    ...row.manner,
    ...(row.edited && row.text !== undefined && { edited: true }),
    ...(row.text === undefined && { deleted: true }),
  };
}

/** A stored change as clients see it. */
export function viewChange(row: LoggedChange): DurableEvent {
  const { id, target, at } = row;
  const actor = { by: row.nick, byUid: row.uid };
  switch (row.type) {
    case "edited":
      return { type: "edited", id, target, text: row.text ?? "", ...actor, at };
    case "deleted":
      return { type: "deleted", id, target, ...actor, at };
    default:
      return row.type satisfies never;
  }
}

export function viewEvent(row: LoggedEvent): DurableEvent {
  return row.type === "message" ? viewMessage(row) : viewChange(row);
}
