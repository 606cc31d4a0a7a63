import type { Clock } from "./clock.ts";
import type { RoomRecord } from "./room-record.ts";

/** Milliseconds from one time that the room is told to the next: one second, and more where many tell it. */
const REST = 1_000;
const REST_PER_MEMBER = 10;

/** How far this person has read, over all their clients. */
export interface Reading {
  /** They have read up to there. `told`: so the room says, which after a crash may know of less than before. */
  reach(id: number, told?: number): void;
  /** What the room does not know is told now, if it can be. */
  hurry(): void;
}

/** `say` tells the room how far this person has read; or not, if it can't be told now. */
export function readingOf(room: RoomRecord, clock: Clock, say: (id: number) => boolean): Reading {
  /** What the room knows. */
  let known = 0;
  let cancel: (() => void) | undefined;
  const tell = () => {
    if (cancel !== undefined || room.seen <= known || !say(room.seen)) return;
    known = room.seen;
    cancel = clock.setTimer(REST + REST_PER_MEMBER * room.members.length, hurry);
  };
  const hurry = () => {
    cancel?.();
    cancel = undefined;
    tell();
  };
  return {
    hurry,
    reach(id, told = known) {
      known = told;
      room.seen = Math.max(id, room.seen);
      tell();
    },
  };
}
