import * as v from "valibot";
import { durable } from "./durable.ts";
import { count, listOf, moment, name, PAGE, params, readPage, text, wait } from "./untrusted.ts";
import { MOST_PEOPLE, member } from "./welcome.ts";

// What plain HTTP answers (§9). The server builds these by type; clients check
// them with the schemas, for they trust no server.

/** What is told of a room; of a locked one only that it is, to who has no passphrase. */
export const summary = v.union([
  v.object({ room: name, topic: text, locked: v.boolean(), members: count, cursor: count }),
  v.object({ room: name, locked: v.literal(true) }),
]);

/** Who is here. */
export const roster = v.object({ members: v.pipe(v.array(member), v.maxLength(MOST_PEOPLE)) });

/** Some of what was said. If there is `more`, the next page goes on before or after that id. */
export const messagePage = v.pipe(
  v.object(PAGE),
  v.transform((page) => ({ more: page.more, ...readPage(durable, page) })),
);

/** A post is stored. */
export const receipt = v.object({ id: v.pipe(count, v.minValue(1)), at: moment });

/** A file is stored, until a message takes it up. */
export const uploaded = v.object({
  /** Its id. */
  file: name,
  name: text,
  type: name,
  size: count,
  width: v.exactOptional(count),
  height: v.exactOptional(count),
});

export const health = v.object({ ok: v.literal(true), version: name });

/** A room as the deployment's registry knows it, from the room's last report. */
export const roomEntry = v.object({
  room: name,
  /** People who are here or held. */
  members: count,
  /** Messages written today (UTC), and rows of the database. */
  messages: count,
  rows: count,
  /** When it was made, and last reported. */
  created: moment,
  active: moment,
});

/** Some of a deployment's rooms, by name; and what the whole deployment has written today. */
export const roomList = v.object({
  rooms: listOf(roomEntry, 1_000),
  /** `limit`: rows that a day allows, 0 where nobody watches. */
  day: v.object({ rows: count, limit: count }),
  more: v.boolean(),
  /** Where to go on, if there is more: the next page's `after`. */
  after: v.exactOptional(name),
});

/** How the door stands. */
export const doorState = v.object({ door: name });

/** The deployment's key, for a browser that subscribes to pushes: `applicationServerKey`. */
export const pushKey = v.object({ key: text });

/** A code of the protocol's, or of a later one's. */
const code = v.pipe(v.string(), v.regex(/^[a-z_]{1,64}$/));

/** The body of whatever is refused. Its status says the same for who looks no further; `Retry-After`, when to come again. */
export const refusalBody = v.object({
  error: v.object({
    code,
    message: v.string(),
    /** A stable id of this very sentence; one that can't be read is none. */
    detail: v.exactOptional(v.fallback(v.optional(code), undefined)),
    /** What that sentence names. */
    params: v.exactOptional(v.fallback(params, {})),
  }),
});

export type Summary = v.InferOutput<typeof summary>;
export type Roster = v.InferOutput<typeof roster>;
export type MessagePage = v.InferOutput<typeof messagePage>;
export type Receipt = v.InferOutput<typeof receipt>;
export type Uploaded = v.InferOutput<typeof uploaded>;
export type RoomEntry = v.InferOutput<typeof roomEntry>;
export type RoomList = v.InferOutput<typeof roomList>;
export type PushKey = v.InferOutput<typeof pushKey>;
export type Health = v.InferOutput<typeof health>;
export type RefusalBody = v.InferOutput<typeof refusalBody>;

/** Milliseconds that the `Retry-After` of a refusal asks for, a day at most; undefined where it names no seconds. */
export function retryAfterOf(header: string | undefined): number | undefined {
  const seconds = /^\s*(\d+)\s*$/.exec(header ?? "")?.[1];
  return seconds === undefined ? undefined : v.parse(wait, Number(seconds) * 1_000);
}
