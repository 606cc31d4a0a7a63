import { CLOSE } from "../../../src/protocol/close-code.ts";
import { type KeptRoom, type KeptRooms, type WhoseRooms, writeRooms } from "../person/kept-rooms.ts";
import type { Seat } from "./seat.ts";
import type { Stage } from "./stage.ts";

/** Milliseconds after which a change is kept. */
const SOON = 1_000;

/**
 * Keeps where somebody is, so that `papo` alone comes back there. A room that
 * nobody has reached is no seat to come back to, unless it was one before, or
 * something waits to be sent there; one that ends for a time (its server is
 * gone) stays.
 */
export class Remembered {
  readonly #profile: WhoseRooms;
  readonly #stage: Pick<Stage, "seats" | "front" | "isLeaving">;
  /** Where they have been in this run, and not left for good. */
  readonly #known = new Set<Seat>();
  #kept: KeptRooms | undefined;
  #written: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(profile: WhoseRooms, stage: Pick<Stage, "seats" | "front" | "isLeaving">) {
    this.#profile = profile;
    this.#stage = stage;
  }

  follow(): void {
    const { seats, front, isLeaving } = this.#stage;
    // Who leaves all of them wants to come back to all.
    if (isLeaving) return;
    for (const seat of seats) if (isSeatToKeep(seat)) this.#known.add(seat);
    if (this.#known.size === 0) return;
    const gone = [...this.#known].filter((seat) => !seats.includes(seat));
    for (const seat of gone) {
      const isBack = seats.some(({ address }) => address.apiUrl === seat.address.apiUrl);
      if (isBack || isClosedTo(seat)) this.#known.delete(seat);
    }
    const there = [...seats, ...gone].filter((seat) => this.#known.has(seat) && !seat.isParted);
    const isThere = front !== undefined && there.includes(front);
    this.#kept = { rooms: there.map(kept), ...(isThere && { front: urlOf(front) }) };
    this.#timer ??= setTimeout(() => this.close(), SOON).unref();
  }

  /** Keeps it now. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const json = JSON.stringify(this.#kept);
    if (this.#kept !== undefined && json !== this.#written) writeRooms(this.#profile, this.#kept);
    this.#written = json;
  }
}

function isSeatToKeep({ hasArrived, wasKnown, conversation }: Seat): boolean {
  return hasArrived || wasKnown || (conversation?.chat.outbox.length ?? 0) > 0;
}

function urlOf({ address: { origin, room } }: Seat): string {
  return `${origin}/${room}`;
}

function kept(seat: Seat): KeptRoom {
  const { nick } = seat.conversation ?? {};
  const { quiet } = seat;
  return { url: urlOf(seat), ...(nick !== undefined && { nick }), ...(quiet !== undefined && { quiet }) };
}

/** Whether a room is closed to somebody for good, so that they need not come back to it. */
function isClosedTo({ conversation }: Seat): boolean {
  const state = conversation?.chat.state;
  return state?.state === "stopped" && (state.code === CLOSE.banned || state.code === CLOSE.erased);
}
