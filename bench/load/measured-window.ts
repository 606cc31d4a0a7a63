import { performance } from "node:perf_hooks";
import { type ServerUsage, serverUsage } from "../measure/server-usage.ts";

/** What came to pass between a beginning and now. */
export interface Passed {
  seconds: number;
  deliveries: number;
  server: ServerUsage;
  generatorCpuMicros: number;
  busyShare: number;
}

/** Begins measuring; the function returned tells what has passed since. */
export function beginMeasuring(pids: number[], delivered: () => number): () => Passed {
  const start = performance.now();
  const before = { delivered: delivered(), server: serverUsage(pids), own: process.cpuUsage() };
  const loop = performance.eventLoopUtilization();
  return () => {
    const server = serverUsage(pids);
    const own = process.cpuUsage(before.own);
    return {
      seconds: (performance.now() - start) / 1000,
      deliveries: delivered() - before.delivered,
      server: { ...server, cpuMicros: server.cpuMicros - before.server.cpuMicros },
      generatorCpuMicros: own.user + own.system,
      busyShare: performance.eventLoopUtilization(loop).utilization,
    };
  };
}
