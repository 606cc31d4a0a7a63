const UTC = "00:00 UTC";

/** When a server's day ends, by both clocks where they differ: `00:00 UTC (21:00 here)`. `now` is in milliseconds since 1970. */
export function midnight(now = Date.now(), say = (here: string) => `${UTC} (${here} here)`): string {
  const end = new Date(new Date(now).setUTCHours(24, 0, 0, 0));
  const here = end.toLocaleTimeString("sv", { timeStyle: "short" });
  return here === "00:00" ? UTC : say(here);
}

/** A sentence of a server's, with the local time beside the end of its day. */
export function withMidnight(sentence: string): string {
  return sentence.replace(UTC, () => midnight());
}
