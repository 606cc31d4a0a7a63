import type { Chat } from "../../core/chat.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import type { Problem } from "../../core/problem.ts";

/** What a bot is told of an event, as a plain object; undefined for what only a person at a screen needs. */
export function botEvent(event: ChatEvent, { room }: Pick<Chat, "room">): object | undefined {
  switch (event.type) {
    case "welcomed": {
      const { name, you, members, topic, locked, slow, seen, features } = room;
      const { resumed } = event;
      return { type: "welcome", room: name, you, members, topic, locked, slow, seen, features, resumed };
    }
    case "message":
    case "edited":
    case "deleted":
    case "reacted": {
      const { entry: _, ...seen } = event;
      return seen;
    }
    case "stored":
      return { type: "stored", ...(event.id !== undefined && { id: event.id }) };
    case "failed":
      return { ...botError(event.entry.draft.type, event.problem), draft: event.entry.draft };
    case "error":
      return botError(event.of, event.problem);
    case "unsure":
      return { type: "unsure", drafts: event.entries.map(({ draft }) => draft) };
    case "state":
    case "pending":
    case "paused":
      return undefined;
    case "caught_up":
    case "break":
    case "joined":
    case "left":
    case "renamed":
    case "typing":
    case "seen":
    case "topic":
    case "locked":
    case "slow":
    case "role":
    case "kicked":
    case "unbanned":
    case "allowed":
    case "away":
      return event;
    default:
      return event satisfies never;
  }
}

/** Why something was not done, in the form of the protocol. */
export function botError(of: string | undefined, { problem, message, isOurs: _, ...told }: Problem): object {
  return { type: "error", code: problem, message, ...(of !== undefined && { of }), ...told };
}
