import * as v from "valibot";
import { count, mark, moment, name, text } from "./untrusted.ts";

const person = v.object({ nick: name, uid: name });

/** Who did what an event tells. */
export const actor = { by: name, byUid: name };

export const message = v.object({
  type: v.literal("message"),
  id: count,
  at: moment,
  nick: name,
  uid: name,
  /** Missing in a deleted message only. */
  text: v.exactOptional(text),
  to: v.exactOptional(person),
  /** What can't be read is a reply to nothing that one has; it is to hide no message. */
  re: v.exactOptional(v.fallback(count, 0)),
  me: mark,
  edited: mark,
  deleted: mark,
});
export const edited = v.object({
  type: v.literal("edited"),
  id: count,
  target: count,
  text,
  ...actor,
  at: moment,
});
export const deleted = v.object({
  type: v.literal("deleted"),
  id: count,
  target: count,
  ...actor,
  at: moment,
});

/** Events that are stored, and replayed to whoever missed them. */
export const durable = v.variant("type", [message, edited, deleted]);
