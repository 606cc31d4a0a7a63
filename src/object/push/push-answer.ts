import type { PushOutcome } from "../../room/rules/push/push.ts";

/** What a push service's answer comes to (RFC 8030). `now` is in ms since 1970. */
export function outcomeOf(
  { status, headers }: Pick<Response, "status" | "headers">,
  now: number,
): PushOutcome {
  if (status >= 200 && status < 300) return { type: "sent" };
  if (status === 404 || status === 410) return { type: "gone" };
  if (status !== 429 && status < 500) return { type: "given_up" };
  return { type: "again", after: waitIn(headers.get("Retry-After"), now) };
}

/** The milliseconds that a `Retry-After` names, in seconds or as a date (RFC 9110, 10.2.3). */
function waitIn(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
