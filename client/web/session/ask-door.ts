import { askAtDoor } from "../../core/http/ask-at-door.ts";
import type { Problem } from "../../core/problem.ts";
import { passes } from "./passes.ts";
import { tokenOf } from "./remembered.ts";

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

function ask(room: string, headers: Record<string, string>): Promise<Problem | undefined> {
  return askAtDoor(`/api/rooms/${room}`, headers);
}
