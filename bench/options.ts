import { parseArgs } from "node:util";
import { type ScenarioName, scenarioNames } from "./scenarios.ts";

export const USAGE = `npm run bench -- [options]
  --quick              a first look in under two minutes: shorter, fewer scenarios, one run
  --scenario NAME      only this one (again for more): ${scenarioNames.join(", ")}
  --peer NAME          only this one (again for more); papo is "papo"
  --runs N             runs of each, the table shows medians (3)
  --docs               write the results to docs/performance.md and docs/performance.svg
  --abuse              instead: what one laptop can use up of a deployment, in seven minutes (--docs: to docs/operations.md)
`;

/** What `--quick` looks at. */
const QUICK: ScenarioName[] = ["quiet", "crowd", "storm"];
const MAX_RUNS = 20;

export interface Options {
  quick: boolean;
  scenarios: ScenarioName[];
  /** Empty: all. */
  peers: string[];
  runs: number;
  docs: boolean;
  abuse: boolean;
}

/** Reads the command line; throws with a sentence for a person. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      scenario: { type: "string", multiple: true },
      peer: { type: "string", multiple: true, default: [] },
      runs: { type: "string" },
      docs: { type: "boolean", default: false },
      abuse: { type: "boolean", default: false },
    },
  });
  const runs = Number(values.runs ?? (values.quick ? 1 : 3));
  if (!Number.isInteger(runs) || runs < 1 || runs > MAX_RUNS) throw new Error(`--runs: 1 to ${MAX_RUNS}`);
  return {
    quick: values.quick,
    scenarios: values.scenario?.map(scenarioName) ?? (values.quick ? QUICK : scenarioNames),
    peers: values.peer,
    runs,
    docs: values.docs,
    abuse: values.abuse,
  };
}

function scenarioName(text: string): ScenarioName {
  const name = scenarioNames.find((known) => known === text);
  if (!name) throw new Error(`--scenario: one of ${scenarioNames.join(", ")}`);
  return name;
}
