import { authorOf } from "../../../src/protocol/change.ts";
import type { DurableEvent, Member } from "../../../src/protocol/event.ts";

export function isByAgent(event: DurableEvent, you: Member | undefined): boolean {
  return authorOf(event) === you?.uid;
}

/** An event as an agent reads it: as the protocol has it, with a time that can be read. */
export function toldToAgent(event: DurableEvent, you: Member | undefined): object {
  return { ...event, at: new Date(event.at).toISOString(), ...(isByAgent(event, you) && { own: true }) };
}
