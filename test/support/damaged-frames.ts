import type { RoomEvent } from "../../src/protocol/event.ts";
import { messageOf, welcome } from "./room/scripted-room.ts";

// What a broken or hostile server may send: events of which one value, at any
// depth, is not what it should be, and frames that are none.

const BOB = { nick: "bob", uid: "bob---------" };
const BY = { by: "bob", byUid: "bob---------", at: 1_000 };

/** One event of each type, as it should be; `id` is where the log goes on. */
export function soundEvents(id: number): RoomEvent[] {
  const message = { ...messageOf(id), to: BOB, re: 1, me: true, bot: true, edited: true, deleted: false };
  const reactions = [{ emoji: "👍", count: 1, me: true, who: [BOB.uid] }];
  const edited = { type: "edited" as const, id, target: 1, text: "new", ...BY };
  const deleted = { type: "deleted" as const, id, target: 1, ...BY };
  const reacted = { type: "reacted" as const, id, target: 1, emoji: "👍", on: true, count: 1, ...BY };
  const events = [{ ...message, reactions }, edited, deleted, reacted];
  return [
    welcome({
      ...{ cursor: id, cursorAt: 1, token: "t".repeat(22), events, reset: true, topic: "news" },
      ...{ seen: 1, features: ["reactions", "seen", "away"] },
      members: [{ ...BOB, role: "member", away: "lunch", bot: true }],
    }),
    ...events,
    { type: "stored", cid: 1, id },
    { type: "error", code: "forbidden", message: "No.", detail: "no", of: "say", cid: 1, retryAfter: 1 },
    { type: "joined", ...BOB, role: "mod", bot: true, at: 1 },
    { type: "left", ...BOB, why: "lost", at: 1 },
    { type: "renamed", uid: BOB.uid, from: "bob", nick: "bobby", at: 1 },
    { type: "typing", ...BOB },
    { type: "seen", id: 1 },
    { type: "away", ...BOB, text: "lunch" },
    { type: "away", ...BOB, text: null },
    { type: "history", cid: 1, events, more: true, before: 1, after: 2 },
    { type: "found", cid: 1, events: [message], more: true, before: 1 },
    { type: "kicked", by: "bob", byUid: BOB.uid, reason: "spam" },
    { type: "unbanned", ...BOB, ...BY },
    { type: "allowed", ...BOB, ...BY },
    { type: "bans", cid: 1, list: [{ ...BOB, ...BY, reason: "spam" }], kept: [{ ...BOB, at: 1 }] },
    { type: "role", ...BOB, role: "owner", ...BY },
    { type: "topic", text: "news", ...BY },
    { type: "locked", locked: true, ...BY },
    { type: "slow", seconds: 10, ...BY },
  ];
}

const WRONG: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  -1e300,
  "",
  "constructor",
  "\u001b[2J\u202e\ud800",
  "x".repeat(20_000),
  [],
  {},
  [[[{}]]],
  { __proto__: null, type: "message" },
];

/** Sound events with one value replaced, or missing. */
export function damagedEvents(id: number): unknown[] {
  return soundEvents(id).flatMap((event) => [...variants(event)]);
}

/** All that a value may have become in a wrong hand: with one of its values replaced, or missing. */
export function* variants(value: unknown): Generator<unknown> {
  yield* WRONG;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "type" && "type" in value) yield { ...value, type: `${inner} of tomorrow` };
    const { [key]: _, ...without } = { ...value } as Record<string, unknown>;
    yield without;
    for (const wrong of variants(inner)) {
      yield Array.isArray(value) ? value.with(Number(key), wrong) : { ...value, [key]: wrong };
    }
  }
}

/** Frames that are no list of events, or too much of one. */
export const FOREIGN_FRAMES: readonly string[] = [
  "",
  "pong",
  "<html>",
  "null",
  "{}",
  "[",
  "[null,1,true,[],{},[[]]]",
  '{"type":"message"}',
  '[{"type":"__proto__"},{"type":"constructor"},{"type":null},{"type":{}}]',
  '[{"__proto__":{"type":"message"}}]',
  `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  `[{"type":"topic","text":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)},"by":"bob","byUid":"b","at":1}]`,
  `[${'{"type":"typing","nick":"bob","uid":"bob---------"},'.repeat(5_000)}1]`,
];
