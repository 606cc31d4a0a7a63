import * as v from "valibot";
import { count, listOf, moment, name, text } from "../../../src/protocol/untrusted.ts";
import type { Saved } from "../chat.ts";
import { OUTBOX_BOUND } from "./outbox.ts";

/** What a client goes on with after its end: what it has left unsent. Without the last event, for the screen is empty then. */
export type KeptOutbox = Omit<Saved, "after" | "afterAt">;

const optionalCount = v.exactOptional(count);

const draft = v.variant("type", [
  // Whatever else a message may have is kept as it is: the room looks at it.
  v.looseObject({
    type: v.literal("say"),
    text,
    to: v.exactOptional(name),
    re: optionalCount,
    me: v.exactOptional(v.boolean()),
  }),
  v.object({ type: v.literal("edit"), id: count, text }),
  v.object({ type: v.literal("delete"), id: count }),
  v.object({ type: v.literal("react"), id: count, emoji: name, on: v.boolean() }),
]);

const everyEntry = { key: count, draft, at: moment };

/** An entry of an outbox, as it comes back from where it was kept: any hand may have been at it. */
export const keptEntry = v.variant("state", [
  v.object({ ...everyEntry, state: v.literal("waiting") }),
  v.object({ ...everyEntry, state: v.literal("sent"), cid: count }),
  v.object({ ...everyEntry, state: v.literal("unsure") }),
]);

/** An outbox, likewise, and where its client stood. */
export const keptOutbox = v.object({
  epoch: optionalCount,
  heard: optionalCount,
  stored: optionalCount,
  outbox: v.exactOptional(listOf(keptEntry, OUTBOX_BOUND)),
});
