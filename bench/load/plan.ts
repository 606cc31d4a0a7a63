import type { DialectName } from "./dialects/index.ts";

/** What the load generator is told. Durations in seconds, rates in messages a second over all members. */
export interface Plan {
  dialect: DialectName;
  port: number;
  /** Processes whose CPU time and memory count as the server's. */
  pids: number[];
  members: number;
  /** Connections under way at a time; more than the server's listen backlog would be lost and retried. */
  joiningAtOnce: number;
  rooms: number;
  /** 0: nobody talks, joining is all. */
  rate: number;
  /** Talked before measuring begins. */
  warmUp: number;
  /** Measured. */
  seconds: number;
  /** Given to the server to deliver what is still under way. */
  drain: number;
  /** Waited after joining, before memory is read or anybody talks. */
  settle: number;
}

/** What the generator saw. Times in ms unless named otherwise. */
export interface Observation {
  members: number;
  /** From the first connect to the last welcome. */
  joinMs: number;
  /** Resident bytes of the server that each member added by being there. */
  bytesPerMember: number;
  /** Resident bytes of the server after the talking. */
  memoryBytes: number;
  sent: number;
  delivered: number;
  expected: number;
  /** Every member heard every message, once and in order. */
  complete: boolean;
  violations: number;
  reports: string[];
  /** Whether all were told of all the others; undefined where the server tells nobody. */
  rostersComplete?: boolean;
  /** Over the measured seconds. */
  deliveriesPerSecond: number;
  cpuMicrosPerDelivery: number;
  serverCpuShare: number;
  p50: number;
  p99: number;
  generator: GeneratorLoad;
}

/** How busy the generator itself was over the measured seconds. */
export interface GeneratorLoad {
  /** CPU time by wall time. */
  cpuShare: number;
  /** Share of the time in which its event loop had something to do. */
  busyShare: number;
  /** How late messages were sent: 99th percentile. */
  lagP99: number;
}
