import type { ChatEvent } from "../../core/chat-event.ts";

const WENT = {
  left: "left",
  lost: "lost the connection",
  kicked: "was kicked",
  banned: "was banned",
} as const;

const BROKEN = {
  retention: "What was said before this point is gone: the room keeps no more.",
  erased: "The room begins anew: it was erased, or restored from a backup.",
} as const;

/** What the log says of a change in the room, if it says anything. */
export function sentenceOf(event: ChatEvent): string | undefined {
  switch (event.type) {
    case "joined":
      return `${event.nick} joined`;
    case "left":
      return `${event.nick} ${WENT[event.why]}`;
    case "renamed":
      return `${event.from} is now ${event.nick}`;
    case "topic":
      return `${event.by} set the topic: ${event.text}`;
    case "locked":
      return `${event.by} ${event.locked ? "locked" : "unlocked"} the room`;
    case "slow":
      return `${event.by} ${event.seconds ? `asks for ${event.seconds} s between messages` : "ended slow mode"}`;
    case "role":
      return `${event.by} made ${event.nick} ${event.role}`;
    case "unbanned":
      return `${event.by} lifted the ban of ${event.nick}`;
    case "allowed":
      return `${event.by} let ${event.nick} in, whatever their network`;
    case "break":
      return BROKEN[event.why];
    default:
      return undefined;
  }
}
