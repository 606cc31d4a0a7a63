import { MOST_REACTIONS } from "./durable.ts";
import type { DurableEvent, EventOf, Message, Reaction } from "./event.ts";
import { LIMITS } from "./limits.ts";

/** What becomes of a message: a durable event that has no place of its own in the log that people see. */
export type Change = Exclude<DurableEvent, Message>;

const DURABLE: Readonly<Record<DurableEvent["type"], true>> = {
  message: true,
  edited: true,
  deleted: true,
  reacted: true,
};

/** Whether an event is stored, and replayed to whoever missed it. */
export function isDurable<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { type: DurableEvent["type"] }> {
  return Object.hasOwn(DURABLE, event.type);
}

/** Who wrote a message, or changed one: their `uid`. */
export function authorOf(event: DurableEvent): string {
  return event.type === "message" ? event.uid : event.byUid;
}

/** Whether an event counts as something that its author said, in slow mode and where a room looks for an owner. */
export function isSpeech(type: DurableEvent["type"]): boolean {
  switch (type) {
    case "message":
    case "edited":
      return true;
    case "deleted":
    case "reacted":
      return false;
    default:
      return type satisfies never;
  }
}

/** Whether an event is one of those of which a day takes so many. */
export function isBudgeted(type: DurableEvent["type"]): boolean {
  switch (type) {
    case "message":
    case "edited":
    case "reacted":
      return true;
    case "deleted":
      return false;
    default:
      return type satisfies never;
  }
}

/** A message as it is after a change of it, for a reader. */
export function changed(message: Message, change: Change, reader?: string): Message {
  const { text: _, reactions = [], ...rest } = message;
  switch (change.type) {
    case "edited":
      return { ...message, text: change.text, edited: true };
    case "deleted":
      return { ...rest, deleted: true };
    case "reacted":
      return { ...message, reactions: reacted(reactions, change, reader) };
    default:
      return change satisfies never;
  }
}

function reacted(
  reactions: readonly Reaction[],
  { emoji, on, count, byUid }: EventOf<"reacted">,
  reader: string | undefined,
): Reaction[] {
  const at = reactions.findIndex((each) => each.emoji === emoji);
  const { who = [], me } = reactions[at] ?? {};
  const others = who.filter((uid) => uid !== byUid);
  const reaction = {
    ...{ emoji, count },
    ...((byUid === reader ? on : me) && { me: true }),
    // Who does so again stays where they were.
    who: !on ? others : who.length > others.length ? who : [...others, byUid].slice(-LIMITS.reactors),
  };
  const all =
    at >= 0
      ? reactions.with(at, reaction)
      : on
        ? [...reactions, reaction].slice(0, MOST_REACTIONS)
        : reactions;
  return all.filter((each) => each.count > 0);
}
