import type { CommandInput } from "../../src/protocol/command.ts";
import type { Answer, Guest } from "./guest.ts";
import { nickOf } from "./names.ts";
import type { Pace } from "./pace.ts";

/** Milliseconds between two frames that cost no token, where nothing else is left to do. */
const TRIFLE = 100;

/** What a guest writes for as long as the server takes it: what costs the most rows comes first. */
type Act = "edit" | "say" | "delete" | "topic" | "nick";

/** Writes as much as the server takes, one thing after the other, and types where it takes nothing. */
export async function flood(guest: Guest, pace: Pace, isOwner: boolean): Promise<void> {
  const acts: Act[] = isOwner
    ? ["topic", "edit", "say", "delete", "nick"]
    : ["edit", "say", "delete", "nick"];
  const written: number[] = [];
  let cid = 1;
  const commandFor = (act: Act): CommandInput => {
    const [first = 0] = written;
    switch (act) {
      case "edit":
        return { type: "edit", cid, id: first, text: `again ${cid}` };
      case "delete":
        return { type: "delete", cid, id: first };
      case "say":
        return { type: "say", cid, text: `once more ${cid}` };
      case "topic":
        return { type: "topic", text: `topic ${performance.now()}` };
      case "nick":
        return { type: "nick", nick: nickOf() };
      default:
        return act satisfies never;
    }
  };
  while (pace.goesOn && guest.isOpen) {
    const [act] = acts;
    if (act === undefined) {
      guest.tell({ type: "typing" });
      await pace.rest(TRIFLE);
      continue;
    }
    // There must be something to edit or to delete.
    const command = commandFor(
      act !== "say" && act !== "topic" && act !== "nick" && written.length === 0 ? "say" : act,
    );
    const answer = await guest.ask(command);
    if (answer.ok && "cid" in command) cid++;
    if (answer.ok && command.type === "say") written.push(answer.id);
    if (answer.ok && command.type === "delete") written.shift();
    if (!answer.ok) await heed(answer, { acts, guest, pace });
  }
}

/** Waits for as long as it must, and gives up what is not to be had today. */
async function heed(
  { code, wait }: Extract<Answer, { ok: false }>,
  { acts, guest, pace }: { acts: Act[]; guest: Guest; pace: Pace },
): Promise<void> {
  if (code !== "rate_limited") {
    acts.shift();
    return;
  }
  for (let left = wait; left > 0 && pace.goesOn; left -= TRIFLE) {
    if (wait > 1_000) guest.tell({ type: "typing" });
    await pace.rest(Math.min(left, TRIFLE));
  }
}
