import { retryAfterOf } from "../../../src/protocol/http-answer.ts";
import type { Problem } from "../problem.ts";
import { readRefusal } from "./refusal.ts";

/** Milliseconds in which a server must say why. */
const ANSWER_WITHIN = 10_000;
/** What a server may answer to an upgrade as to any request. Who else may come in is between them and the room. */
const BEFORE_THE_ROOM: readonly string[] = ["no_pass", "no_such_room", "closed", "rate_limited", "internal"];

/** Asks for a room in plain HTTP, from a browser: why its server lets nobody in with these headers; undefined where it does, or nobody says. */
export async function askAtDoor(
  apiUrl: string,
  headers: Readonly<Record<string, string>>,
): Promise<Problem | undefined> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN);
    const response = await fetch(apiUrl, { headers, signal });
    const refusal = response.ok ? undefined : readRefusal(await response.text());
    if (!refusal || !BEFORE_THE_ROOM.includes(refusal.problem)) return undefined;
    const retryAfter = retryAfterOf(response.headers.get("Retry-After") ?? undefined);
    return { ...refusal, ...(retryAfter !== undefined && { retryAfter }) };
  } catch {
    return undefined;
  }
}
