import * as v from "valibot";
import { CLIENT, TOKEN } from "../../src/protocol/identity.ts";
import { count, moment } from "../../src/protocol/untrusted.ts";
import { keptOutbox } from "../core/sending/kept-outbox.ts";

/** What an earlier run has kept, as it comes back from where it was: any hand may have been at it. */
const keptRun = v.object({
  ...keptOutbox.entries,
  token: v.pipe(v.string(), v.regex(TOKEN)),
  client: v.pipe(v.string(), v.regex(CLIENT)),
  after: v.exactOptional(count),
  afterAt: v.exactOptional(moment),
});

export type KeptRun = v.InferOutput<typeof keptRun>;

/** Undefined for what is none. */
export function readKeptRun(saved: unknown): KeptRun | undefined {
  const parsed = v.safeParse(keptRun, saved);
  return parsed.success ? parsed.output : undefined;
}
