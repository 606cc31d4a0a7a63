/** When a server's day ends: `00:00 UTC (21:00 here)`. `now` is in milliseconds since 1970. */
export function midnight(now: number = Date.now()): string {
  const here = new Date(new Date(now).setUTCHours(24, 0, 0, 0)).toLocaleTimeString("sv", {
    timeStyle: "short",
  });
  return here === "00:00" ? UTC : `${UTC} (${here} here)`;
}

const UTC = "00:00 UTC";

/** A sentence of a server's, with the local time beside the end of its day. */
export function withMidnight(sentence: string): string {
  return sentence.replace(UTC, () => midnight());
}
