import { roomOfPath } from "../../../src/protocol/room-name.ts";
import { messageOfFragment, type Place } from "../model/places.ts";
import { talkHere } from "../session/on-back.ts";

/** The place that the window's address names, and its place in the history. */
export function placeAtAddress(): Place {
  const room = roomOfPath(location.pathname) ?? "";
  return { room, uid: talkHere(), message: messageOfFragment(location.hash) };
}
