import * as v from "valibot";
import { roomName } from "../../../src/protocol/room-name.ts";
import type { Place } from "../model/places.ts";

const talkState = v.object({ with: v.string() });

/** The place that the window's address names, and the state of its history. */
export function placeAtAddress(): Place {
  const room = roomName(location.pathname.slice(1)) ?? "";
  const { state } = history;
  return v.is(talkState, state) ? { room, uid: state.with } : { room };
}
