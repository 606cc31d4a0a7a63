import type { Plan } from "./load/plan.ts";

type Load = Omit<Plan, "dialect" | "port" | "pids" | "joiningAtOnce">;

/** "talk" is about messages, "storm" about joining, "idle" about memory. */
export interface Scenario extends Load {
  kind: "talk" | "storm" | "idle";
  summary: string;
  /** Who takes part; everybody where it is missing. */
  peers?: readonly string[];
}

const TALK = { kind: "talk", rooms: 1, warmUp: 3, seconds: 10, drain: 10, settle: 1 } as const;
const SILENCE = { rate: 0, warmUp: 0, seconds: 0, drain: 0 } as const;
/** A Durable Object hibernates after 10 s without work. */
const HIBERNATION = 12;

export const scenarios = {
  quiet: { ...TALK, seconds: 20, members: 20, rate: 5, summary: "20 members, 5 messages/s" },
  lively: { ...TALK, members: 100, rate: 100, summary: "100 members, 100 messages/s" },
  busy: { ...TALK, members: 500, rate: 400, summary: "500 members, 400 messages/s" },
  crowd: { ...TALK, members: 1000, rate: 1000, summary: "1,000 members, 1,000 messages/s" },
  flood: { ...TALK, members: 1000, rate: 3000, summary: "1,000 members, 3,000 messages/s" },
  storm: {
    kind: "storm",
    ...SILENCE,
    members: 1000,
    rooms: 1,
    settle: 1,
    summary: "1,000 join, 500 at a time (ngIRCd: 8, for its backlog is 10)",
  },
  fill: {
    kind: "storm",
    ...SILENCE,
    members: 10_000,
    rooms: 10,
    settle: 1,
    summary: "10,000 fill ten rooms, 500 at a time",
    peers: ["papo", "plain-do", "inspircd"],
  },
  idle: {
    kind: "idle",
    ...SILENCE,
    members: 10_000,
    rooms: 10,
    settle: HIBERNATION,
    summary: "10,000 idle members in 10 rooms, one run",
  },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

/** The same load for a shorter time, for a first look. */
export function shortened(scenario: Scenario): Scenario {
  if (scenario.members === 10_000) return { ...scenario, members: scenario.members / 10 };
  return {
    ...scenario,
    warmUp: Math.min(scenario.warmUp, 1),
    seconds: Math.min(scenario.seconds, 3),
    drain: 3,
    settle: 0.5,
  };
}
