import { roomName } from "../../../src/protocol/room-name.ts";
import type { Place } from "../model/places.ts";
import { talkHere } from "../session/on-back.ts";

/** The place that the window's address names, and its place in the history. */
export function placeAtAddress(): Place {
  return { room: roomName(location.pathname.slice(1)) ?? "", uid: talkHere() };
}
