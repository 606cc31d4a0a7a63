import * as v from "valibot";
import { count, listOf, mark, moment, name, text } from "./untrusted.ts";

const person = v.object({ nick: name, uid: name });

/** Who did what an event tells. */
export const actor = { by: name, byUid: name };

/** Emoji that a client shows at a message, and people that it names at one. A server tells 20, and 10. */
export const MOST_REACTIONS = 100;

/** What has been reacted to a message with one emoji. */
const reaction = v.object({
  emoji: name,
  count,
  /** Whether the reader did. */
  me: mark,
  /** Who did last, by `uid`, the newest at the end. */
  who: listOf(name, MOST_REACTIONS),
});

/** Files of a message that a client shows. A server tells 4. */
const MOST_FILES = 20;

/** A file as a message tells it: `type` is what its bytes say, and a picture's size is in pixels. */
export const sharedFile = v.object({
  id: name,
  name: text,
  type: name,
  size: count,
  width: v.exactOptional(count),
  height: v.exactOptional(count),
});

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
  /** A program said it, by its own word. */
  bot: mark,
  /** A hook of this name brought it: `nick` is how its sender calls itself, and nobody here. */
  hook: v.exactOptional(v.fallback(name, "")),
  edited: mark,
  deleted: mark,
  /** In the order in which each emoji was first used. What can't be read hides no message. */
  reactions: v.exactOptional(v.fallback(listOf(reaction, MOST_REACTIONS), [])),
  /** What can't be read of them hides no message. */
  files: v.exactOptional(v.fallback(listOf(sharedFile, MOST_FILES), [])),
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

export const reacted = v.object({
  type: v.literal("reacted"),
  id: count,
  target: count,
  emoji: name,
  /** False: taken back. */
  on: v.boolean(),
  /** How many have reacted with that emoji now. */
  count,
  ...actor,
  at: moment,
});

/** Events that are stored, and replayed to whoever missed them. */
export const durable = v.variant("type", [message, edited, deleted, reacted]);
