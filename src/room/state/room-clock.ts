/**
 * A room's two clocks. The wall clock tells the time of day, and may be set at
 * any moment, forwards or back. The steady one measures spans and only goes
 * forward. How long a step of the wall clock took nobody can tell: in either
 * direction it counts as time gone by, so that what waits for its end gets
 * there rather than never. Both in milliseconds; they read the same until the
 * first step back.
 */
export class RoomClock {
  readonly #read: () => number;
  #wall: number;
  #steady: number;
  #latest: number;

  /** `read` is the wall clock, in ms since 1970. */
  constructor(read: () => number) {
    this.#read = read;
    this.#wall = read();
    this.#steady = this.#wall;
    this.#latest = this.#wall;
  }

  /** The time of day, in ms since 1970. */
  wall(): number {
    this.#look();
    return this.#wall;
  }

  /** For spans: never goes back. */
  steady(): number {
    this.#look();
    return this.#steady;
  }

  /** Whether the time of day is behind where it was. The platform's timers ring by it: until it has caught up, none does. */
  get isBehind(): boolean {
    this.#look();
    return this.#wall < this.#latest;
  }

  /** A time of day on the steady clock. One that is yet to come was told by a clock that was ahead: it counts as now. */
  since(time: number): number {
    this.#look();
    return this.#steady - Math.max(0, this.#wall - time);
  }

  /** A time of day until which something lasts, on the steady clock: from now on for `longest` milliseconds at most. */
  until(time: number, longest: number): number {
    this.#look();
    return this.#steady + Math.min(longest, time - this.#wall);
  }

  /** The time of day at which the steady clock will stand at `steady`. */
  wallAt(steady: number): number {
    this.#look();
    return this.#wall + steady - this.#steady;
  }

  #look(): void {
    const wall = this.#read();
    this.#steady += Math.abs(wall - this.#wall);
    this.#wall = wall;
    this.#latest = Math.max(this.#latest, wall);
  }
}
