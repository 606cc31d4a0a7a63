import type { DurableEvent, Message } from "../protocol/event.ts";
import { Reactions } from "./state/reactions.ts";
import type { LoggedChange, LoggedEvent, LoggedMessage } from "./state/store.ts";

/** A stored message as somebody sees it. An empty `reader` is a stranger. */
export function viewMessage(row: LoggedMessage, reader: string): Message {
  const reactions = row.reactions === undefined ? [] : new Reactions(row.reactions).shownTo(reader);
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
    ...(reactions.length > 0 && { reactions }),
    ...(row.text !== undefined && row.files && { files: row.files.map((file) => ({ ...file })) }),
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
    case "reacted": {
      const { emoji, on, count } = row;
      return { type: "reacted", id, target, emoji, on, count, ...actor, at };
    }
    default:
      return row satisfies never;
  }
}

export function viewEvent(row: LoggedEvent, reader: string): DurableEvent {
  return row.type === "message" ? viewMessage(row, reader) : viewChange(row);
}
