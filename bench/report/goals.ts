import type { Observation } from "../load/plan.ts";
import { type ScenarioName, scenarios } from "../scenarios.ts";
import { type Measurement, median } from "./measurement.ts";

/** A figure of one peer in one run; NaN where that peer did not run. */
type Figure = (peer: string, of: (observation: Observation) => number) => number;

interface Goal {
  scenario: ScenarioName;
  text: string;
  /** Taken within one run, so that a slow minute of the machine touches both sides. */
  figure: (figure: Figure) => number;
  least?: number;
  most?: number;
  /** Every run has to reach it, and one that failed did not; of other goals the median of the runs that ended counts. */
  always?: true;
}

const cpu = (run: Observation) => run.cpuMicrosPerDelivery;
const rate = (run: Observation) => run.deliveriesPerSecond;
/** 1: everything was heard once and in order. */
const correct = (run: Observation) => (run.complete && run.violations === 0 ? 1 : 0);

const goals: Goal[] = [
  {
    scenario: "crowd",
    text: "everything delivered, once and in order",
    figure: (of) => of("papo", correct),
    least: 1,
    always: true,
  },
  { scenario: "crowd", text: "p99 at most 250 ms", figure: (of) => of("papo", (run) => run.p99), most: 250 },
  {
    scenario: "crowd",
    text: "CPU per delivery: plain Durable Object by papo at least 8",
    figure: (of) => of("plain-do", cpu) / of("papo", cpu),
    least: 8,
  },
  {
    scenario: "crowd",
    text: "CPU per delivery: Socket.IO by papo at least 4",
    figure: (of) => of("socket.io", cpu) / of("papo", cpu),
    least: 4,
  },
  {
    scenario: "crowd",
    text: "CPU per delivery: papo by ngIRCd at most 1.3",
    figure: (of) => of("papo", cpu) / of("ngircd", cpu),
    most: 1.3,
  },
  {
    scenario: "crowd",
    text: "CPU per delivery: papo by InspIRCd at most 0.9",
    figure: (of) => of("papo", cpu) / of("inspircd", cpu),
    most: 0.9,
  },
  {
    scenario: "crowd",
    text: "p50: papo by InspIRCd at most 2",
    figure: (of) => of("papo", (run) => run.p50) / of("inspircd", (run) => run.p50),
    most: 2,
  },
  {
    scenario: "busy",
    text: "CPU per delivery: papo by InspIRCd at most 0.9",
    figure: (of) => of("papo", cpu) / of("inspircd", cpu),
    most: 0.9,
  },
  {
    scenario: "busy",
    text: "p50: papo by InspIRCd at most 2",
    figure: (of) => of("papo", (run) => run.p50) / of("inspircd", (run) => run.p50),
    most: 2,
  },
  {
    scenario: "flood",
    text: "everything delivered, once and in order",
    figure: (of) => of("papo", correct),
    least: 1,
    always: true,
  },
  {
    scenario: "flood",
    text: "2.5 M deliveries/s, or 8 times the best of ws, Socket.IO and plain Durable Object (reached: 1)",
    figure: (of) =>
      of("papo", rate) /
      Math.min(2.5e6, 8 * Math.max(of("ws", rate), of("socket.io", rate), of("plain-do", rate))),
    least: 1,
  },
  {
    scenario: "flood",
    text: "CPU per delivery: papo by ngIRCd at most 1",
    figure: (of) => of("papo", cpu) / of("ngircd", cpu),
    most: 1,
  },
  {
    scenario: "quiet",
    text: "p50: papo by plain Durable Object that stores at most 1.1",
    figure: (of) => of("papo", (run) => run.p50) / of("plain-do-storing", (run) => run.p50),
    most: 1.1,
  },
  {
    scenario: "lively",
    text: "p99: papo by plain Durable Object that stores at most 1.1",
    figure: (of) => of("papo", (run) => run.p99) / of("plain-do-storing", (run) => run.p99),
    most: 1.1,
  },
  {
    scenario: "storm",
    text: "1,000 welcomed: papo by plain Durable Object at most 1.3",
    figure: (of) => of("papo", (run) => run.joinMs) / of("plain-do", (run) => run.joinMs),
    most: 1.3,
  },
  {
    scenario: "fill",
    text: "all welcomed: papo by plain Durable Object at most 2",
    figure: (of) => of("papo", (run) => run.joinMs) / of("plain-do", (run) => run.joinMs),
    most: 2,
  },
  {
    scenario: "fill",
    text: "everybody told of everybody in their room",
    figure: (of) => of("papo", (run) => (run.rostersComplete ? 1 : 0)),
    least: 1,
    always: true,
  },
  {
    scenario: "storm",
    text: "everybody told of everybody",
    figure: (of) => of("papo", (run) => (run.rostersComplete ? 1 : 0)),
    least: 1,
    always: true,
  },
];

/** A Markdown table of what was to be reached; goals whose peers did not run, or not with all members, are left out. */
export function goalTable(measurements: Measurement[]): string {
  const rows = goals.flatMap((goal) => {
    const runs = runsOf(goal.scenario, measurements).map(goal.figure);
    const figures = runs.filter((figure) => !Number.isNaN(figure));
    if ((goal.always ? runs : figures).length === 0) return [];
    const figure = goal.always ? Math.min(...runs.map((each) => each || 0)) : median(figures);
    const met = figure >= (goal.least ?? figure) && figure <= (goal.most ?? figure);
    return [
      `| ${goal.scenario} | ${goal.text} | ${figure.toPrecision(3)} | ${met ? "met" : "**not met**"} |`,
    ];
  });
  return ["| scenario | goal | figure | |", "| --- | --- | ---: | --- |", ...rows].join("\n");
}

function runsOf(scenario: ScenarioName, measurements: Measurement[]): Figure[] {
  const { members } = scenarios[scenario];
  const ours = measurements.filter(
    (one) => one.scenario === scenario && (one.observation?.members ?? members) === members,
  );
  const runs = [...Map.groupBy(ours, (one) => one.run).values()];
  const withPapo = runs.filter((run) => run.some((one) => one.peer === "papo"));
  return withPapo.map((run) => (peer, of) => {
    const observation = run.find((one) => one.peer === peer)?.observation;
    return observation ? of(observation) : Number.NaN;
  });
}
