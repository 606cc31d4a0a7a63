import { scenarios } from "../scenarios.ts";
import { count, kibibytes, micros, milliseconds, percent } from "./format.ts";
import type { Measurement } from "./measurement.ts";

/** One line about a run that has just ended. */
export function progress({ scenario, observation, error }: Measurement): string {
  if (!observation) return `failed: ${error}`;
  const wrong = observation.violations > 0 ? [`WRONG: ${observation.reports.join("; ")}`] : [];
  return [...wrong, ...figures[scenarios[scenario].kind](observation)].join(", ");
}

type Figures = (observation: NonNullable<Measurement["observation"]>) => string[];

const figures: Record<"talk" | "storm" | "idle", Figures> = {
  talk: (run) => [
    run.complete ? "all delivered" : `${percent(run.delivered / run.expected)} delivered`,
    `${count(run.deliveriesPerSecond)}/s`,
    `p50 ${milliseconds(run.p50)}`,
    `p99 ${milliseconds(run.p99)}`,
    `${micros(run.cpuMicrosPerDelivery)} CPU per delivery`,
    `generator ${percent(run.generator.cpuShare)}`,
  ],
  storm: (run) => [
    `all in after ${milliseconds(run.joinMs)}`,
    ...(run.rostersComplete === false ? ["NOT everybody told of everybody"] : []),
  ],
  idle: (run) => [`${kibibytes(run.bytesPerMember)} each`],
};
