import type { CliCatalogue } from "../words/words.ts";

type Words = CliCatalogue["doctor"];

/** What one step has come to. */
export interface Finding {
  readonly step: keyof Words["steps"];
  readonly state: keyof Words["states"];
  /** What stands between, and what to do; or that nothing does. */
  readonly says: string;
  /** Whether a server has refused, which is no fault of the way. */
  readonly isRefused?: true;
}
