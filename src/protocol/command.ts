import * as v from "valibot";
import { isRefusal } from "./error.ts";
import { hookName } from "./hook-name.ts";
import { CLIENT, TOKEN } from "./identity.ts";
import { FILE_LIMITS, LIMITS, PUSH_LIMITS } from "./limits.ts";
import { readNickname } from "./nickname.ts";
import { isPassphrase } from "./passphrase.ts";
import { pushed } from "./push.ts";
import { ROLES } from "./role.ts";
import { isEmoji } from "./text/emoji.ts";
import { faultOf, isReadable, isWithin } from "./text/text.ts";

// A check that fails with more than `bad_frame` names its error code as its message, or its detail.

/** Text of at most so many code points, which an issue names as what was expected. */
const within = (most: number) =>
  v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (dataset.typed && !isWithin(dataset.value, most)) {
        addIssue({ message: "too_long", expected: String(most) });
      }
    }),
  );

const readable = (most: number) => v.pipe(within(most), v.check(isReadable, "bad_text"));

/** The same, or nothing at all. */
const readableOrEmpty = (most: number) =>
  v.pipe(
    within(most),
    v.check((text) => text === "" || isReadable(text), "bad_text"),
  );

/** An empty one clears it. */
const topic = readableOrEmpty(LIMITS.note);

export const nick = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const reading = readNickname(dataset.value);
    if (!isRefusal(reading)) return reading;
    addIssue({ message: reading.refused });
    return NEVER;
  }),
);

const number = v.pipe(v.number(), v.safeInteger());
const count = v.pipe(number, v.minValue(0));
const id = v.pipe(number, v.minValue(1));
/** The number of a stored command: see §5. */
const cid = id;
/** Ties an answer to its question, and means nothing else. */
const tag = v.exactOptional(v.pipe(v.number(), v.finite()));
/** A nickname or a `uid`; who it is, the room looks up. */
const person = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
/** One that shows nothing is none. */
const reason = v.optional(
  v.pipe(
    within(LIMITS.note),
    v.check((text) => faultOf(text) !== "has_controls", "bad_text"),
    v.transform((text) => (isReadable(text) ? text : undefined)),
  ),
);
const limit = v.optional(v.pipe(number, v.minValue(1), v.maxValue(LIMITS.page)), LIMITS.defaultPage);
const secret = v.pipe(v.string(), v.maxLength(LIMITS.secret));
const passphrase = v.pipe(v.string(), v.check(isPassphrase));

/** As it is kept: without white space around it, in NFC. */
const hook = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const name = hookName(dataset.value);
    if (name !== undefined) return name;
    addIssue({ message: "bad_hook_name" });
    return NEVER;
  }),
);

/** So many bytes as base64url, with or without padding. */
const keyOf = (bytes: number) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}={0,${2 - ((bytes + 2) % 3)}}$`)),
    v.transform((text) => text.replace(/=+$/, "")),
  );

/** A browser's subscription, as its `toJSON()` gives it: where to push to, and what to encrypt with. */
const subscription = v.object({
  endpoint: v.pipe(v.string(), v.minLength(1), v.maxLength(PUSH_LIMITS.endpoint)),
  keys: v.object({
    /** An uncompressed point of P-256. */
    p256dh: keyOf(65),
    auth: keyOf(16),
  }),
});

/** For how many days a pass is good. */
export const passDays = v.pipe(number, v.minValue(1), v.maxValue(LIMITS.passDays));

const join = v.object({
  type: v.literal("join"),
  nick,
  token: v.exactOptional(v.pipe(v.string(), v.regex(TOKEN))),
  client: v.exactOptional(v.pipe(v.string(), v.regex(CLIENT))),
  after: v.exactOptional(count),
  /** When the event `after` was stored, as the room told it. */
  afterAt: v.exactOptional(count),
  epoch: v.exactOptional(count),
  key: v.exactOptional(secret),
  admin: v.exactOptional(secret),
  /** Whether a program speaks here, by its own word. */
  bot: v.exactOptional(v.boolean()),
});

/** The text of a message; where files come with it, it may be empty. */
const spoken = readableOrEmpty(LIMITS.text);

/** What somebody says, over a socket or plain HTTP. As it is told, it is the `message` of durable.ts. */
export const saying = v.object({
  text: spoken,
  to: v.exactOptional(person),
  re: v.exactOptional(id),
  me: v.exactOptional(v.boolean()),
  /** Ids of files that the sender has uploaded. */
  files: v.exactOptional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.minLength(1), v.maxLength(FILE_LIMITS.most)),
  ),
});

/** Whether there is a text, or files in its place. */
export function isSubstantial({ text, files }: { text: string; files?: string[] }): boolean {
  return text !== "" || files !== undefined;
}

/** Every command of the protocol. Unknown fields are dropped. */
export const command = v.variant("type", [
  join,
  v.pipe(
    v.object({ type: v.literal("say"), cid, ...saying.entries }),
    v.check((said) => isSubstantial(said), "text_shows_nothing"),
  ),
  v.object({ type: v.literal("edit"), cid, id, text: spoken }),
  v.object({ type: v.literal("delete"), cid, id }),
  v.object({
    type: v.literal("react"),
    cid,
    id,
    emoji: v.pipe(v.string(), v.check(isEmoji, "not_an_emoji")),
    /** False takes it back. */
    on: v.optional(v.boolean(), true),
  }),
  /** A reason that can't be told is left out: whoever leaves, leaves. */
  v.object({
    type: v.literal("leave"),
    reason: v.optional(v.fallback(v.optional(readable(LIMITS.note)), undefined)),
  }),
  v.object({ type: v.literal("typing") }),
  v.object({ type: v.literal("seen"), id: count }),
  v.object({ type: v.literal("away"), text: v.nullable(readable(LIMITS.note)) }),
  v.object({ type: v.literal("visible"), on: v.boolean() }),
  v.object({ type: v.literal("nick"), nick }),
  v.object({
    type: v.literal("history"),
    cid: tag,
    before: v.exactOptional(count),
    after: v.exactOptional(count),
    limit,
  }),
  v.object({
    type: v.literal("search"),
    cid: tag,
    text: readable(LIMITS.note),
    before: v.exactOptional(count),
    limit,
  }),
  v.object({ type: v.literal("kick"), who: person, reason }),
  v.object({
    type: v.literal("ban"),
    who: person,
    reason,
    /** Puts out everybody of that person's network, too, who is no mod or owner. */
    network: v.exactOptional(v.boolean()),
    /** For how long; without, for good. */
    hours: v.exactOptional(v.pipe(number, v.minValue(1), v.maxValue(LIMITS.banHours))),
    /** Deletes what they have said in public of late. */
    hide: v.exactOptional(v.boolean()),
  }),
  v.object({ type: v.literal("unban"), who: person }),
  v.object({ type: v.literal("allow"), who: person }),
  v.object({ type: v.literal("bans"), cid: tag }),
  v.object({ type: v.literal("acts"), cid: tag, before: v.exactOptional(count), limit }),
  v.object({ type: v.literal("invite"), cid: tag, days: passDays, one: v.exactOptional(v.boolean()) }),
  v.object({ type: v.literal("hook"), cid: tag, name: hook }),
  v.object({ type: v.literal("hooks"), cid: tag }),
  v.object({ type: v.literal("unhook"), cid: tag, name: hook }),
  /** `for`: null ends that endpoint. */
  v.object({ type: v.literal("push"), cid: tag, subscription, for: v.nullable(pushed) }),
  v.object({ type: v.literal("role"), who: person, role: v.picklist(ROLES) }),
  v.object({ type: v.literal("topic"), text: topic }),
  v.object({ type: v.literal("lock"), key: v.nullable(passphrase) }),
  v.object({ type: v.literal("slow"), seconds: v.pipe(number, v.minValue(0), v.maxValue(LIMITS.slow)) }),
]);

export type Saying = v.InferOutput<typeof saying>;

/** What a client may ask of the room, checked. */
export type Command = v.InferOutput<typeof command>;

/** The command of one type, or of some. */
export type CommandOf<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** A browser's subscription, as a client passes it on. */
export type PushSubscriptionInput = v.InferInput<typeof subscription>;

/** A command as a client writes it, before defaults are filled in. */
export type CommandInput = v.InferInput<typeof command>;
