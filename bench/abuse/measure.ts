import { setTimeout as sleep } from "node:timers/promises";
import { type Counts, type Deployment, deploy } from "./deployment.ts";
import { ADMIN_TOKEN, type Setup } from "./deployments.ts";
import { Laptop } from "./laptop.ts";
import { Pace } from "./pace.ts";

export const MINUTE = 60_000;

/** What one minute of abuse did. */
export interface Minute {
  readonly rooms: number;
  /** Messages, edits and deletions stored. */
  readonly events: number;
  readonly rows: number;
  /** Requests to rooms' objects as they are billed: a twentieth for a frame, one for an alarm. */
  readonly objects: number;
  readonly registry: number;
  readonly worker: number;
  /** Seconds for which objects were awake, all together. */
  readonly awake: number;
}

export interface Measured {
  readonly setup: Setup;
  readonly minutes: readonly Minute[];
  /** What the registry took for the day's rows, and what they truly were. */
  readonly knownRows: number;
  readonly rows: number;
}

const FRAMES = 20;

/** Abuses a deployment for so many minutes, and counts what each did. */
export async function measure(setup: Setup): Promise<Measured> {
  const deployment = await deploy({ ADMIN_TOKEN, ...setup.vars });
  try {
    const pace = new Pace(AbortSignal.timeout(setup.minutes * MINUTE));
    const playing = new Laptop(deployment.url, pace).play();
    const counts = [await deployment.counts()];
    for (let minute = 0; minute < setup.minutes; minute++) {
      await sleep(MINUTE);
      counts.push(await deployment.counts());
    }
    await playing;
    const minutes = counts.slice(1).map((after, index) => difference(counts[index] ?? after, after));
    return { setup, minutes, knownRows: await knownRows(deployment), rows: (await deployment.counts()).rows };
  } finally {
    await deployment.stop();
  }
}

function difference(before: Counts, after: Counts): Minute {
  const gained = (of: (counts: Counts) => number) => of(after) - of(before);
  return {
    rooms: gained(({ rooms }) => rooms),
    events: gained(({ events }) => events),
    rows: gained(({ rows }) => rows),
    objects: gained(({ room, frames, alarms }) => room + frames / FRAMES + alarms),
    registry: gained(({ registry }) => registry),
    worker: gained(({ worker }) => worker),
    awake: gained(({ awake }) => awake) / 1_000,
  };
}

/** The day's rows as the admin is told. */
async function knownRows({ url }: Deployment): Promise<number> {
  // From a network of its own: what the laptop asks for counts against the laptop's.
  const headers = { "Papo-Admin": ADMIN_TOKEN, "CF-Connecting-IP": "10.0.0.1" };
  const response = await fetch(new URL("/api/rooms?limit=1", url), { headers });
  const { day } = JSON.parse(await response.text());
  return Number(day.rows);
}
