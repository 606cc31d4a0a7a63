import type { DurableEvent, EventOf } from "../../src/protocol/event.ts";
import type { Problem } from "./problem.ts";
import type { Entry } from "./sending/entry.ts";

/** How the chat stands with its room. */
export type ChatState =
  /** Not started yet. */
  | { state: "idle" }
  /** A socket is being opened, or the room's welcome is awaited. */
  | { state: "connecting"; attempt: number }
  /** In the room. */
  | { state: "online" }
  /** Offline until the next attempt at `until` (milliseconds since 1970). `problem`: why, where the room said so (`room_full`). */
  | { state: "waiting"; until: number; attempt: number; problem?: Problem }
  /** The room wants another nickname or a key: ask the person, then `rejoin`. */
  | { state: "refused"; problem: Problem }
  /** Closed for good, with the close code; `rejoin` tries again where the person wants it. `problem`: a refusal that came before the close (`banned`). */
  | { state: "stopped"; code: number; reason: string; problem?: Problem };

/** What this client knows of a durable event besides what the room told. */
interface Sighting {
  /** Written by this person, maybe in another client of theirs. */
  own: boolean;
  /** Missed or old, and told afterwards: no bell, no notification. */
  replayed: boolean;
  /** The key of the outbox entry that it came from, where this client sent it and knows. */
  entry?: number;
}

/** A message, edit, deletion or reaction. Each comes once, in the order of `id`. */
export type SeenEvent = DurableEvent & Sighting;

/** Somebody has changed who is here, or how the room is arranged. */
export type RoomChange = EventOf<
  | "joined"
  | "left"
  | "renamed"
  | "topic"
  | "locked"
  | "slow"
  | "role"
  | "kicked"
  | "unbanned"
  | "allowed"
  | "away"
>;

/** Everything that a chat tells its user. */
export type ChatEvent =
  | { type: "state"; state: ChatState }
  /** In the room: `chat.room` is filled. `resumed`: what follows goes on from what was seen before. */
  | { type: "welcomed"; resumed: boolean }
  | SeenEvent
  /** Between what came before and what comes next, something is missing for good. */
  | { type: "break"; why: "retention" | "erased" }
  /** Everything missed has been told; what follows is live. */
  | { type: "caught_up" }
  /** Taken into the outbox. */
  | { type: "pending"; entry: Entry }
  /** Stored: it has left the outbox. Its own event follows. `id` is missing where it was stored unheard, before a reconnect. */
  | { type: "stored"; entry: Entry; id?: number }
  /** Refused: it has left the outbox; `entry.draft` may be edited and said again. */
  | { type: "failed"; entry: Entry; problem: Problem }
  /** Nobody knows whether these were stored: ask the person, then `resend` or `drop` each. */
  | { type: "unsure"; entries: readonly Entry[] }
  /** The room asks for patience (flood control, slow mode); the outbox goes on by itself at `until`. */
  | { type: "paused"; until: number }
  /** Another command was refused by the room; `of` is its type. */
  | { type: "error"; of?: string; problem: Problem }
  /** `seen`: in another client of theirs, this person has read up to there. */
  | EventOf<"typing" | "seen">
  | RoomChange;

export type ChatEventOf<Type extends ChatEvent["type"]> = Extract<ChatEvent, { type: Type }>;
