import { CLOSE } from "../../../src/protocol/close-code.ts";
import { type KeptRoom, type KeptRooms, RoomsFile, type WhoseRooms } from "../person/kept-rooms.ts";
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
  readonly #file: RoomsFile;
  readonly #stage: Pick<Stage, "seats" | "front" | "isLeaving">;
  /** Where they have been in this run, and not left for good. */
  readonly #known = new Set<Seat>();
  /** The addresses of all of them, also of those that were left for good. */
  readonly #own = new Set<string>();
  #kept: KeptRooms | undefined;
  #written: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(profile: WhoseRooms, stage: Pick<Stage, "seats" | "front" | "isLeaving">) {
    this.#file = new RoomsFile(profile);
    this.#stage = stage;
  }

  follow(): void {
    const { seats, front, isLeaving } = this.#stage;
    // Who leaves all of them wants to come back to all.
    if (isLeaving) return;
    for (const seat of seats) {
      if (!isSeatToKeep(seat)) continue;
      this.#known.add(seat);
      this.#own.add(urlOf(seat));
    }
    if (this.#known.size === 0) return;
    const gone = [...this.#known].filter((seat) => !seats.includes(seat));
    for (const seat of gone) {
      const isBack = seats.some(({ address }) => address.apiUrl === seat.address.apiUrl);
      if (isBack || isClosedTo(seat)) this.#known.delete(seat);
    }
    const there = [...seats, ...gone].filter((seat) => this.#known.has(seat) && !seat.isParted);
    const isThere = front !== undefined && there.includes(front);
    this.#kept = { rooms: there.map(kept), ...(isThere && { front: urlOf(front) }) };
    this.#timer ??= setTimeout(() => {
      if (JSON.stringify(this.#kept) !== this.#written) this.close();
      this.#timer = undefined;
    }, SOON).unref();
  }

  /** Keeps it now. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // Nothing may be new here, and something in the file: another terminal that began later has written what it knew.
    if (this.#kept !== undefined) this.#file.write(this.#kept, (url) => this.#own.has(url));
    this.#written = JSON.stringify(this.#kept);
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
