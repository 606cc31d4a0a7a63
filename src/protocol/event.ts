import * as v from "valibot";
import { ERROR_CODES } from "./error.ts";
import { ROLES } from "./role.ts";

// What the room tells its clients. The room builds these by type; clients
// check them with the schemas, for they trust no server.

const number = v.number();
const text = v.string();
const role = v.picklist(ROLES);
const yes = v.exactOptional(v.boolean());

const name = v.object({ nick: text, uid: text });
const member = v.object({ nick: text, uid: text, role });
const actor = { by: text, byUid: text };

export const message = v.object({
  type: v.literal("message"),
  id: number,
  at: number,
  nick: text,
  uid: text,
  /** Missing in a deleted message only. */
  text: v.exactOptional(text),
  to: v.exactOptional(name),
  re: v.exactOptional(number),
  me: yes,
  edited: yes,
  deleted: yes,
});
const edited = v.object({
  type: v.literal("edited"),
  id: number,
  target: number,
  text,
  ...actor,
  at: number,
});
const deleted = v.object({ type: v.literal("deleted"), id: number, target: number, ...actor, at: number });

/** Events that are stored, and replayed to whoever missed them. */
export const durable = v.variant("type", [message, edited, deleted]);

export const welcome = v.object({
  type: v.literal("welcome"),
  protocol: number,
  room: text,
  epoch: number,
  you: member,
  token: v.exactOptional(text),
  members: v.array(member),
  topic: text,
  locked: v.boolean(),
  slow: number,
  cursor: number,
  /** When the event `cursor` was stored: the two together name a point of history, as an id alone does not. */
  cursorAt: v.exactOptional(number),
  sent: number,
  events: v.array(durable),
  gap: v.boolean(),
  /** What the client knew is of another history: the room was erased, or goes on from an older state. */
  reset: yes,
  limits: v.object({
    nick: v.tuple([number, number]),
    text: number,
    frame: number,
    burst: number,
    perSecond: number,
  }),
  at: number,
});

const ban = v.object({
  nick: text,
  uid: text,
  by: text,
  byUid: text,
  at: number,
  reason: v.exactOptional(text),
});

const kept = v.object({ nick: text, uid: text, at: number });

/** Every event of the protocol. */
export const event = v.variant("type", [
  welcome,
  message,
  edited,
  deleted,
  v.object({ type: v.literal("stored"), cid: number, id: v.exactOptional(number) }),
  v.object({
    type: v.literal("error"),
    code: v.picklist(ERROR_CODES),
    message: text,
    /** A stable id of this very sentence. */
    detail: v.exactOptional(text),
    of: v.exactOptional(text),
    cid: v.exactOptional(number),
    retryAfter: v.exactOptional(number),
  }),
  v.object({ type: v.literal("joined"), nick: text, uid: text, role, at: number }),
  v.object({
    type: v.literal("left"),
    nick: text,
    uid: text,
    why: v.picklist(["left", "lost", "kicked", "banned"]),
    at: number,
  }),
  v.object({ type: v.literal("renamed"), uid: text, from: text, nick: text, at: number }),
  v.object({ type: v.literal("typing"), nick: text, uid: text }),
  v.object({
    type: v.literal("history"),
    cid: v.exactOptional(number),
    events: v.array(durable),
    more: v.boolean(),
    /** Where to go on, if there is more: the next page's `before` or `after`. */
    before: v.exactOptional(number),
    after: v.exactOptional(number),
  }),
  v.object({
    type: v.literal("found"),
    cid: v.exactOptional(number),
    events: v.array(message),
    more: v.boolean(),
    before: v.exactOptional(number),
  }),
  v.object({ type: v.literal("kicked"), ...actor, reason: v.exactOptional(text) }),
  v.object({ type: v.literal("unbanned"), nick: text, uid: text, ...actor, at: number }),
  v.object({ type: v.literal("allowed"), nick: text, uid: text, ...actor, at: number }),
  v.object({
    type: v.literal("bans"),
    cid: v.exactOptional(number),
    list: v.array(ban),
    /** Whom a ban of their network kept out lately. */
    kept: v.exactOptional(v.array(kept)),
  }),
  v.object({ type: v.literal("role"), nick: text, uid: text, role, ...actor, at: number }),
  v.object({ type: v.literal("topic"), text, ...actor, at: number }),
  v.object({ type: v.literal("locked"), locked: v.boolean(), ...actor, at: number }),
  v.object({ type: v.literal("slow"), seconds: number, ...actor, at: number }),
]);

export type RoomEvent = v.InferOutput<typeof event>;
export type EventOf<Type extends RoomEvent["type"]> = Extract<RoomEvent, { type: Type }>;
export type Message = v.InferOutput<typeof message>;
export type DurableEvent = v.InferOutput<typeof durable>;
export type Welcome = v.InferOutput<typeof welcome>;
export type Member = v.InferOutput<typeof member>;
export type Ban = v.InferOutput<typeof ban>;

/**
 * Reads one frame of the room: the events in it that this client knows, in
 * order. A frame that is no array is undefined; unknown events are dropped.
 */
export function parseEvents(frame: string): RoomEvent[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    return undefined;
  }
  if (!Array.isArray(json)) return undefined;
  return json.flatMap((item) => {
    const parsed = v.safeParse(event, item, { abortEarly: true });
    return parsed.success ? [parsed.output] : [];
  });
}
