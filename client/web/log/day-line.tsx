import { dayName } from "../text/times.ts";

/** The day of what comes behind it. */
export function DayLine({ at }: { at: number }) {
  return (
    <div class="line">
      <time dateTime={new Date(at).toISOString()}>{dayName(at)}</time>
    </div>
  );
}
