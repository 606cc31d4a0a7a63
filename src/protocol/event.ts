import * as v from "valibot";
import { actor, deleted, durable, edited, message, reacted, type sharedFile } from "./durable.ts";
import type { AnyErrorCode } from "./error.ts";
import { invitationFields } from "./invitation.ts";
import { LIMITS } from "./limits.ts";
import { pushed } from "./push.ts";
import {
  count,
  listOf,
  mark,
  moment,
  name,
  PAGE,
  params,
  readPage,
  type Skipped,
  sentenceOr,
  skippedEvent,
  text,
  wait,
} from "./untrusted.ts";
import { role, seconds, welcome } from "./welcome.ts";

// What the room tells its clients. The room builds these by type; clients
// check them with the schemas, for they trust no server.

/** Entries of a list that a moderator asks for. */
const MOST_BANS = 5_000;
/** UTF-16 units of a frame; more is no room's. A welcome to 5,000 people with its replay is below 2 Mi. */
const LONGEST_FRAME = 16 * 1024 * 1024;

/** Ties an answer to its question: a client only looks whether it has asked under it. */
const tag = v.exactOptional(v.fallback(v.number(), 0));
const code = v.custom<AnyErrorCode>((value) => v.is(name, value));

const ban = v.object({
  nick: name,
  uid: name,
  by: name,
  byUid: name,
  at: moment,
  reason: v.exactOptional(text),
  /** Until when it holds; without, for good. */
  until: v.exactOptional(moment),
});

/** An act of order: who did what, to whom or to which message. */
const act = v.object({
  id: count,
  at: moment,
  act: name,
  by: name,
  byUid: name,
  nick: v.exactOptional(name),
  uid: v.exactOptional(name),
  target: v.exactOptional(count),
  reason: v.exactOptional(text),
});

const hook = v.object({ name, by: name, byUid: name, at: moment });

const kept = v.object({ nick: name, uid: name, at: moment });

/** Every event of the protocol. */
export const event = v.variant("type", [
  welcome,
  message,
  edited,
  deleted,
  reacted,
  v.object({ type: v.literal("stored"), cid: count, id: v.exactOptional(count) }),
  v.object({
    type: v.literal("error"),
    code,
    message: sentenceOr("The room refused that."),
    /** A stable id of this very sentence. */
    detail: v.exactOptional(v.fallback(name, "")),
    /** What that sentence names. */
    params: v.exactOptional(v.fallback(params, {})),
    of: v.exactOptional(v.fallback(name, "")),
    cid: tag,
    retryAfter: v.exactOptional(wait),
  }),
  v.object({ type: v.literal("joined"), nick: name, uid: name, role, bot: mark, at: moment }),
  v.object({
    type: v.literal("left"),
    nick: name,
    uid: name,
    why: v.fallback(v.picklist(["left", "lost", "kicked", "banned"]), "left"),
    /** Who put them out. */
    by: v.exactOptional(v.fallback(name, "")),
    byUid: v.exactOptional(v.fallback(name, "")),
    reason: v.exactOptional(v.fallback(text, "")),
    at: moment,
  }),
  v.object({ type: v.literal("renamed"), uid: name, from: name, nick: name, at: moment }),
  v.object({ type: v.literal("typing"), nick: name, uid: name }),
  v.object({ type: v.literal("seen"), id: count }),
  v.object({ type: v.literal("away"), nick: name, uid: name, text: v.nullable(text) }),
  v.pipe(
    v.object({ type: v.literal("history"), cid: tag, ...PAGE }),
    v.transform((page) => ({ ...page, ...readPage(durable, page) })),
  ),
  v.pipe(
    v.object({ type: v.literal("found"), cid: tag, ...PAGE }),
    v.transform((page) => ({ ...page, ...readPage(message, page) })),
  ),
  v.object({ type: v.literal("kicked"), ...actor, reason: v.exactOptional(text) }),
  v.object({ type: v.literal("unbanned"), nick: name, uid: name, ...actor, at: moment }),
  v.object({ type: v.literal("allowed"), nick: name, uid: name, ...actor, at: moment }),
  v.object({
    type: v.literal("bans"),
    cid: tag,
    list: listOf(ban, MOST_BANS),
    /** Whom a ban of their network kept out lately. */
    kept: v.exactOptional(listOf(kept, MOST_BANS)),
  }),
  v.object({
    type: v.literal("acts"),
    cid: tag,
    list: listOf(act, LIMITS.page),
    more: v.fallback(v.boolean(), false),
  }),
  v.object({ type: v.literal("invite"), cid: tag, ...invitationFields }),
  /** `url`: whoever has it may post. */
  v.object({ type: v.literal("hook"), cid: tag, name, url: text }),
  v.object({ type: v.literal("hooks"), cid: tag, list: listOf(hook, LIMITS.page) }),
  v.object({ type: v.literal("unhook"), cid: tag, name }),
  /** What the device is pushed from now on. */
  v.object({ type: v.literal("push"), cid: tag, for: v.nullable(v.fallback(pushed, "calls")) }),
  v.object({ type: v.literal("role"), nick: name, uid: name, role, ...actor, at: moment }),
  v.object({ type: v.literal("topic"), text, ...actor, at: moment }),
  v.object({ type: v.literal("locked"), locked: v.boolean(), ...actor, at: moment }),
  v.object({ type: v.literal("slow"), seconds, ...actor, at: moment }),
]);

export type RoomEvent = v.InferOutput<typeof event>;
export type EventOf<Type extends RoomEvent["type"]> = Extract<RoomEvent, { type: Type }>;
/** A file that came with a message. */
export type SharedFile = Readonly<v.InferOutput<typeof sharedFile>>;
export type Message = v.InferOutput<typeof message>;
/** What has been reacted to a message with one emoji. */
export type Reaction = NonNullable<Message["reactions"]>[number];
export type DurableEvent = v.InferOutput<typeof durable>;
export type Welcome = v.InferOutput<typeof welcome>;
export type Member = Welcome["you"];
export type Ban = v.InferOutput<typeof ban>;
export type Act = v.InferOutput<typeof act>;
export type Hook = v.InferOutput<typeof hook>;
export type Kept = v.InferOutput<typeof kept>;

/** What a client makes of something that it can't read, where it must know of it. */
export type Unread = Skipped | { type: "unreadable_welcome" };

/**
 * Reads one frame of the room: the events in it that this client knows, in
 * order. A frame that is no array is undefined. Unknown events are dropped, but
 * for the place that a durable one has in the log.
 */
export function parseEvents(frame: string): (RoomEvent | Unread)[] | undefined {
  if (frame.length > LONGEST_FRAME) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    return undefined;
  }
  return Array.isArray(json) ? json.flatMap(readEvent) : undefined;
}

function readEvent(json: unknown): RoomEvent | Unread | [] {
  const parsed = v.safeParse(event, json, { abortEarly: true });
  if (parsed.success) return parsed.output;
  return isWelcome(json) ? { type: "unreadable_welcome" } : (skippedEvent(json) ?? []);
}

function isWelcome(json: unknown): boolean {
  return typeof json === "object" && json !== null && "type" in json && json.type === "welcome";
}
