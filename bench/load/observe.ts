import { setTimeout as sleep } from "node:timers/promises";
import { serverUsage } from "../measure/server-usage.ts";
import { Crowd } from "./crowd.ts";
import { dialects } from "./dialects/index.ts";
import { Latency } from "./latency.ts";
import { Ledger } from "./ledger.ts";
import { beginMeasuring, type Passed } from "./measured-window.ts";
import type { Observation, Plan } from "./plan.ts";
import { talk } from "./talk.ts";

/** How often it is looked whether everything has arrived. */
const DRAIN_POLL_MS = 50;

/** Carries out a plan against a running server. */
export async function observe(plan: Plan): Promise<Observation> {
  const dialect = dialects[plan.dialect];
  const ledger = new Ledger(Math.ceil(plan.rate * (plan.warmUp + plan.seconds)) + 1);
  const latency = new Latency({ ledger, members: plan.members, rate: plan.rate });
  const crowd = new Crowd({ plan, dialect, ledger });
  const empty = serverUsage(plan.pids).residentBytes;

  const joinMs = await crowd.join((member, number) => latency.delivered(member, number));
  await crowd.settle(plan.settle);
  const full = serverUsage(plan.pids).residentBytes;

  let said = 0;
  const say = () => crowd.say(said++);
  await talk({ rate: plan.rate, seconds: plan.warmUp }, say);
  latency.startFrom(said);
  const measuredFrom = said;
  const passed = beginMeasuring(plan.pids, () => crowd.delivered);
  const lag = await talk({ rate: plan.rate, seconds: plan.seconds }, say);
  const measured = passed();
  await drain(crowd, plan.drain);

  const hearers = dialect.echoes ? plan.members : plan.members - 1;
  const measuredDeliveries = (said - measuredFrom) * latency.sampled(hearers);
  const complete = crowd.isComplete();
  const rostersComplete = crowd.rostersComplete();
  const observation: Observation = {
    members: plan.members,
    joinMs,
    bytesPerMember: (full - empty) / plan.members,
    memoryBytes: measured.server.residentBytes,
    sent: said,
    delivered: crowd.delivered,
    expected: said * hearers,
    complete,
    violations: ledger.violations + crowd.failures.length,
    reports: [...ledger.reports, ...crowd.failures.slice(0, 5)],
    ...(rostersComplete === undefined ? {} : { rostersComplete }),
    ...rates(measured),
    p50: latency.percentile(0.5, measuredDeliveries),
    p99: latency.percentile(0.99, measuredDeliveries),
    generator: {
      cpuShare: measured.generatorCpuMicros / 1e6 / measured.seconds,
      busyShare: measured.busyShare,
      lagP99: lag.percentile(0.99),
    },
  };
  crowd.leave();
  return observation;
}

async function drain(crowd: Crowd, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!crowd.isComplete() && performance.now() < end) await sleep(DRAIN_POLL_MS);
}

function rates({ seconds, deliveries, server }: Passed) {
  return {
    deliveriesPerSecond: deliveries / seconds,
    cpuMicrosPerDelivery: deliveries > 0 ? server.cpuMicros / deliveries : 0,
    serverCpuShare: server.cpuMicros / 1e6 / seconds,
  };
}
