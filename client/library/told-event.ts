import type { ChatEvent } from "../core/chat-event.ts";
import { toldProblem } from "./told-problem.ts";
import type { RoomEvent } from "./types/event.ts";

/** What a program is told of an event of a chat; undefined for what its promises and properties tell. */
export function toldEvent(event: ChatEvent): RoomEvent | undefined {
  switch (event.type) {
    case "message":
    case "edited":
    case "deleted":
    case "reacted": {
      const { entry: _, ...seen } = event;
      return seen;
    }
    case "state": {
      const { state } = event;
      if (state.state !== "waiting") return undefined;
      const { until, problem } = state;
      return { type: "offline", until, ...(problem && { problem: toldProblem(problem) }) };
    }
    case "welcomed":
      return { type: "online" };
    case "pending":
    case "stored":
    case "failed":
    case "unsure":
    case "error":
    case "kicked":
      return undefined;
    case "caught_up":
    case "break":
    case "paused":
    case "joined":
    case "left":
    case "renamed":
    case "typing":
    case "seen":
    case "topic":
    case "locked":
    case "slow":
    case "role":
    case "unbanned":
    case "allowed":
    case "away":
      return event;
    default:
      return event satisfies never;
  }
}
