import { observe } from "./observe.ts";
import type { Plan } from "./plan.ts";

/** The load generator's process: one plan comes in, one observation goes out. */
process.once("message", async (plan: Plan) => {
  const answer = await observe(plan).then(
    (observation) => ({ observation }),
    (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.(answer, () => process.exit());
});
