/**
 * Prints what a room costs on Cloudflare, as docs/operations.md shows it: `npm run --silent cost`, or
 * `npm run --silent cost -- MEMBERS MESSAGES_A_DAY` for a room of your own.
 */

/** What one room sees in a day. */
export interface Traffic {
  readonly members: number;
  readonly messages: number;
  /** Hours a day for which a member is connected. */
  readonly hours: number;
  /** How often a day a member connects. */
  readonly connections: number;
}

/** What Cloudflare counts, for one day or one month. */
export interface Usage {
  readonly workerRequests: number;
  readonly objectRequests: number;
  /** GB-s: 0.128 for each second in which the object is awake. */
  readonly duration: number;
  readonly rowsWritten: number;
  readonly rowsRead: number;
}

const KEYS = ["workerRequests", "objectRequests", "duration", "rowsWritten", "rowsRead"] as const;

/** Of the free plan, a day. */
export const FREE: Usage = {
  workerRequests: 100_000,
  objectRequests: 100_000,
  duration: 13_000,
  rowsWritten: 100_000,
  rowsRead: 5_000_000,
};

/** Of the paid plan, a month. */
const INCLUDED: Usage = {
  workerRequests: 10_000_000,
  objectRequests: 1_000_000,
  duration: 400_000,
  rowsWritten: 50_000_000,
  rowsRead: 25_000_000_000,
};

/** Dollars for a million of each beyond that. */
const PRICE: Usage = {
  workerRequests: 0.3,
  objectRequests: 0.15,
  duration: 12.5,
  rowsWritten: 1,
  rowsRead: 0.001,
};

/** Dollars a month for the paid plan itself. */
const SUBSCRIPTION = 5;

const DAYS = 30;
/** Incoming frames that count as one request. */
const FRAMES = 20;
/** Seconds between two pings of a client. */
const PING = 25;
/** Seconds between two looks at who is still there. */
const CHECK = 210;
/** Seconds for which something that happens keeps the object awake: 10 ms of work, and the beat where 1,000 listen. */
const AWAKE = 0.09;
/** Seconds of quiet after which an object hibernates, so that what comes next finds a new instance. */
const QUIET = 10;
/** Durable events that a room keeps. */
const KEPT = 10_000;

/** A day of one room, on the high side: see docs/operations.md. */
export function usageOf({ members, messages, hours, connections }: Traffic): Usage {
  const visits = members * connections;
  const alarms = 86_400 / CHECK;
  const pings = (members * hours * 3_600) / PING;
  const happenings = messages + visits * 2 + alarms;
  const mostInstances = 86_400 / QUIET;
  return {
    // Its connection, and the room's page before it.
    workerRequests: 2 * visits,
    objectRequests: visits + alarms + (messages + pings) / FRAMES,
    duration: Math.min(86_400, happenings * AWAKE) * 0.128,
    // A message is stored, and in the end removed; a visit is a join, a hold, the hold's end and its alarm.
    rowsWritten: messages * 2 + visits * 5 + alarms,
    // A new instance reads the roster, and the log when somebody joins; a visit reads what it is shown.
    rowsRead:
      Math.min(happenings, mostInstances) * (members + 10) +
      Math.min(visits, mostInstances) * Math.min(messages * DAYS, KEPT) +
      (visits * 50 + messages),
  };
}

/** Dollars a month on the paid plan, for a day like this every day. */
export function dollarsOf(day: Usage): number {
  const beyond = KEYS.map((key) => Math.max(0, day[key] * DAYS - INCLUDED[key]) * (PRICE[key] / 1_000_000));
  return SUBSCRIPTION + beyond.reduce((sum, dollars) => sum + dollars, 0);
}

/** Whether such days fit into the free plan. */
export function isFree(day: Usage): boolean {
  return KEYS.every((key) => day[key] <= FREE[key]);
}

const WORKDAY = { hours: 8, connections: 3 };

export const EXAMPLES: readonly Traffic[] = [
  { members: 5, messages: 200, ...WORKDAY },
  { members: 20, messages: 2_000, ...WORKDAY },
  { members: 50, messages: 5_000, ...WORKDAY },
  { members: 100, messages: 20_000, ...WORKDAY },
  { members: 1_000, messages: 100_000, ...WORKDAY },
  { members: 1_000, messages: 1_000_000, ...WORKDAY },
];

/** The table of docs/operations.md. */
export function table(examples: readonly Traffic[] = EXAMPLES): string {
  const number = (value: number) => Math.round(value).toLocaleString("en");
  const head = [
    "| members | messages | Worker requests | object requests | GB-s | rows written | rows read | free plan | paid plan |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |",
  ];
  const rows = examples.map((traffic) => {
    const day = usageOf(traffic);
    const amounts = [traffic.members, traffic.messages, ...KEYS.map((key) => day[key])].map(number);
    return `| ${[...amounts, isFree(day) ? "fits" : "no", `$${dollarsOf(day).toFixed(2)}`].join(" | ")} |`;
  });
  return [...head, ...rows].join("\n");
}

if (import.meta.main) {
  const [members, messages] = process.argv.slice(2).map(Number);
  const examples = members && messages ? [{ members, messages, ...WORKDAY }] : EXAMPLES;
  process.stdout.write(`${table(examples)}\n`);
}
