import { retryAfterOf } from "../../../src/protocol/http-answer.ts";
import { readRefusal } from "../../core/http/refusal.ts";
import type { Problem } from "../../core/problem.ts";
import { passes } from "./passes.ts";
import { tokenOf } from "./remembered.ts";

/** Milliseconds in which a server must say why. */
const ANSWER_WITHIN = 10_000;
/** What a server may answer to an upgrade as to any request. Who else may come in is between them and the room. */
const BEFORE_THE_ROOM: readonly string[] = ["no_pass", "no_such_room", "closed", "rate_limited", "internal"];

/** Why the server does not let this page in, whichever invitation it shows; undefined where it does, or nobody says. */
export async function askDoor(room: string): Promise<Problem | undefined> {
  for (;;) {
    const token = tokenOf(room);
    // An invitation for one is theirs whose it is: they have to say who they are.
    const person = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const refusal = await ask(room, { ...passes.headers(room), ...person });
    if (refusal?.problem !== "no_pass" || !passes.refused(room)) return refusal;
  }
}

/** Whether the room's address is enough to come in. */
export async function isDoorOpen(room: string): Promise<boolean> {
  return (await ask(room, {}))?.problem !== "no_pass";
}

async function ask(room: string, headers: Record<string, string>): Promise<Problem | undefined> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN);
    const response = await fetch(`/api/rooms/${room}`, { headers, signal });
    const refusal = response.ok ? undefined : readRefusal(await response.text());
    if (!refusal || !BEFORE_THE_ROOM.includes(refusal.problem)) return undefined;
    const retryAfter = retryAfterOf(response.headers.get("Retry-After") ?? undefined);
    return { ...refusal, ...(retryAfter !== undefined && { retryAfter }) };
  } catch {
    return undefined;
  }
}
