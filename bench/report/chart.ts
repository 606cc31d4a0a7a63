import type { Observation } from "../load/plan.ts";
import type { Peer } from "../peers/peer.ts";
import type { ScenarioName } from "../scenarios.ts";
import { count, micros, milliseconds } from "./format.ts";
import { type Measurement, median } from "./measurement.ts";

interface Panel {
  title: string;
  scenario: ScenarioName;
  of: (observation: Observation) => number;
  show: (value: number) => string;
}

const panels: Panel[] = [
  {
    title: "flood (1,000 members, 3,000 messages/s): deliveries a second, more is better",
    scenario: "flood",
    of: (run) => run.deliveriesPerSecond,
    show: count,
  },
  {
    title: "crowd (1,000 members, 1,000 messages/s): server CPU per delivery, less is better",
    scenario: "crowd",
    of: (run) => run.cpuMicrosPerDelivery,
    show: micros,
  },
  {
    title: "lively (100 members, 100 messages/s): 99th percentile of latency, less is better",
    scenario: "lively",
    of: (run) => run.p99,
    show: milliseconds,
  },
];

// In px.
const WIDTH = 760;
const LABEL = 220;
const VALUE = 90;
const BAR = 18;
const ROW = 26;
const TITLE = 34;

/** Readable on light and dark paper alike. */
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600 }
  .label { text-anchor: end }
  rect { fill: #8c959f }
  .ours { fill: #1f6feb }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    rect { fill: #6e7681 }
    .ours { fill: #4493f8 }
  }
`;

/** Bars for the figures that matter most, as an SVG; panels without figures are left out. */
export function chart(measurements: Measurement[], peers: Peer[]): string {
  let y = 0;
  const parts: string[] = [];
  for (const panel of panels) {
    const bars = barsOf(panel, measurements, peers);
    if (bars.length === 0) continue;
    parts.push(draw(panel, bars, y));
    y += TITLE + bars.length * ROW;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 10}" role="img" aria-label="papo beside other servers">`,
    `<style>${STYLE}</style>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

interface Bar {
  peer: Peer;
  value: number;
}

function barsOf({ scenario, of }: Panel, measurements: Measurement[], peers: Peer[]): Bar[] {
  return peers.flatMap((peer) => {
    const runs = measurements.filter((one) => one.scenario === scenario && one.peer === peer.name);
    const values = runs.flatMap((one) => (one.observation ? [of(one.observation)] : []));
    return values.length > 0 ? [{ peer, value: median(values) }] : [];
  });
}

function draw(panel: Panel, bars: Bar[], top: number): string {
  const most = Math.max(...bars.map((bar) => bar.value).filter(Number.isFinite));
  const rows = bars.map(({ peer, value }, index) => {
    const y = top + TITLE + index * ROW;
    const width = Math.max(1, (Math.min(value, most) / most) * (WIDTH - LABEL - VALUE - 10));
    const base = y + BAR - 5;
    return [
      `<text class="label" x="${LABEL - 10}" y="${base}">${peer.summary}</text>`,
      `<rect${peer.name === "papo" ? ' class="ours"' : ""} x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2"/>`,
      `<text x="${(LABEL + width + 8).toFixed(1)}" y="${base}">${panel.show(value)}</text>`,
    ].join("\n");
  });
  return [`<text class="title" x="0" y="${top + 22}">${panel.title}</text>`, ...rows].join("\n");
}
