import type { CloseCode } from "../protocol/close-code.ts";
import type { CommandOf } from "../protocol/command.ts";
import type { RoomEvent } from "../protocol/event.ts";
import type { SessionId } from "./state/session.ts";

/** Who gets an event. Only sessions that have joined do, but for `session`. */
export type Audience =
  | { readonly kind: "everyone" }
  | { readonly kind: "others"; readonly uid: string }
  | { readonly kind: "people"; readonly uids: readonly string[] }
  | { readonly kind: "session"; readonly session: SessionId };

/** What the rules want done, in order: plain data, so that whoever does it need not be where the room is. */
export type Effect =
  | { readonly type: "tell"; readonly to: Audience; readonly event: RoomEvent }
  /** From here on a session, of this person, hears what everyone hears; before, only what is told to it alone. */
  | { readonly type: "admit"; readonly session: SessionId; readonly uid: string }
  /** The session hears what was told before this, and then its socket is closed. */
  | { readonly type: "close"; readonly session: SessionId; readonly code: CloseCode; readonly reason: string }
  /** The session's state has changed, though not through a frame of its own. */
  | { readonly type: "keep"; readonly session: SessionId }
  /** In so many ms somebody's other clients are to be told how far that person has read by then: see {@link passOn}. */
  | { readonly type: "pass_on"; readonly uid: string; readonly in: number }
  /** Somebody may be called by what is told with this: that is looked into once it has left. See {@link callUp}. */
  | { readonly type: "call" }
  /** In so many ms there is something to be pushed: see {@link takeDue}. */
  | { readonly type: "push"; readonly in: number }
  /** In so many ms the disk is to know what still waits to be pushed: see {@link keepWaiting}. */
  | { readonly type: "keep_waiting"; readonly in: number }
  /** The room wants a tick at this time, in ms since 1970, or earlier. */
  | { readonly type: "wake"; readonly at: number }
  /**
   * Somebody is about to make this room. It is to be asked whether their network may make one more, and then
   * {@link joinCounted} goes on; whatever else comes from the session waits meanwhile.
   */
  | { readonly type: "count"; readonly session: SessionId; readonly command: CommandOf<"join"> }
  /** The registry is to be told how the room stands. */
  | { readonly type: "report" }
  /** Nothing of this room is left: its storage can go. */
  | { readonly type: "erase" };

export type EffectOf<Type extends Effect["type"]> = Extract<Effect, { type: Type }>;

export const everyone: Audience = { kind: "everyone" };

export function tell(to: Audience, event: RoomEvent): Effect {
  return { type: "tell", to, event };
}

export function answer(session: SessionId, event: RoomEvent): Effect {
  return { type: "tell", to: { kind: "session", session }, event };
}

export function close(session: SessionId, code: CloseCode, reason: string): Effect {
  return { type: "close", session, code, reason };
}

export function keep(session: SessionId): Effect {
  return { type: "keep", session };
}

export function wake(at: number): Effect {
  return { type: "wake", at };
}
