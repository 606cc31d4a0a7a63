import { setTimeout as sleep } from "node:timers/promises";
import { Histogram } from "./histogram.ts";

/** Calls `say` `rate` times a second for `seconds`, by the clock and not by the answers. Returns how late it was. */
export async function talk(
  { rate, seconds }: { rate: number; seconds: number },
  say: () => void,
): Promise<Histogram> {
  const lag = new Histogram();
  const total = Math.round(rate * seconds);
  const start = performance.now();
  for (let said = 0; said < total; ) {
    const due = Math.min(total, 1 + Math.floor(((performance.now() - start) / 1000) * rate));
    for (; said < due; said++) {
      say();
      lag.record(performance.now() - start - (said / rate) * 1000);
    }
    const next = start + (said / rate) * 1000;
    await sleep(Math.max(1, Math.floor(next - performance.now())));
  }
  return lag;
}
