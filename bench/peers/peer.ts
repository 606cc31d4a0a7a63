import type { DialectName } from "../load/dialects/index.ts";
import type { ScenarioName } from "../scenarios.ts";

/** A server to be measured. */
export interface Peer {
  name: string;
  /** For tables: what it is, in a few words. */
  summary: string;
  dialect: DialectName;
  /** Scenarios it takes part in; all when missing. */
  scenarios?: ScenarioName[];
  /** Connections that may be under way at a time; 500 when missing. */
  joiningAtOnce?: number;
  /** Why it can't run here; undefined when it can. */
  absence?(): string | undefined;
  start(): Promise<RunningServer>;
}

export interface RunningServer {
  port: number;
  /** Processes that count as the server's. */
  pids: number[];
  stop(): Promise<void>;
}
