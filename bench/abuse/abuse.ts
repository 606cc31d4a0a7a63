import { setups } from "./deployments.ts";
import { type Measured, measure } from "./measure.ts";
import { abuseProgress, abuseTables } from "./table.ts";

/** Plays one laptop against each deployment, one after the other. Gives back the tables. */
export async function abuse(): Promise<string> {
  const all: Measured[] = [];
  for (const setup of setups) {
    process.stdout.write(`${setup.name}, ${setup.minutes} min … `);
    const measured = await measure(setup);
    all.push(measured);
    console.log(abuseProgress(measured));
  }
  return abuseTables(all);
}
