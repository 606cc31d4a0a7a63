import { FREE } from "../../deploy/cost.ts";
import { WATCHED_ROWS } from "./deployments.ts";
import type { Measured, Minute } from "./measure.ts";

const HOURS = 24;
const MINUTES = 60;
/** GB of an object that is awake. */
const MEMORY = 0.128;
/** `DAY_ROWS` as it suits the free plan. */
const SUITABLE = 90_000;

/** What of a deployment is used in one day, for which the last of its minutes went on. */
export interface Day {
  readonly rows: number;
  readonly objects: number;
  readonly duration: number;
}

/** A minute as it would be for an hour. */
export function hourly(minute: Minute): Minute {
  return {
    rooms: minute.rooms * MINUTES,
    events: minute.events * MINUTES,
    rows: minute.rows * MINUTES,
    objects: minute.objects * MINUTES,
    registry: minute.registry * MINUTES,
    worker: minute.worker * MINUTES,
    awake: minute.awake * MINUTES,
  };
}

/**
 * A day of abuse: the minutes that were measured, and the last of them for the rest. Where a tenth of `DAY_ROWS` was
 * watched, the other nine are added to the rows, and it takes ten times as much until they are used up.
 */
export function dayOf({ setup, minutes }: Measured): Day {
  const last = minutes.at(-1);
  const isWatched = setup.vars.DAY_ROWS !== undefined;
  const factor = isWatched ? SUITABLE / WATCHED_ROWS : 1;
  const first = (of: (minute: Minute) => number) =>
    minutes.slice(0, -1).reduce((sum, minute) => sum + of(minute), 0);
  const rest = (of: (minute: Minute) => number) =>
    last ? of(last) * (HOURS * MINUTES - minutes.length + 1) : 0;
  const objects = (minute: Minute) => minute.objects + minute.registry;
  const awake = (minute: Minute) => minute.awake;
  const rows = (minute: Minute) => minute.rows;
  return {
    rows: first(rows) + rest(rows) + (isWatched ? SUITABLE - WATCHED_ROWS : 0),
    objects: first(objects) * factor + rest(objects),
    duration: (first(awake) * factor + rest(awake)) * MEMORY,
  };
}

/** How much of the free plan's day that is. */
export function sharesOf({ rows, objects, duration }: Day) {
  return {
    rows: rows / FREE.rowsWritten,
    objects: objects / FREE.objectRequests,
    duration: duration / FREE.duration,
  };
}
