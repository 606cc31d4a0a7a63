import * as v from "valibot";
import { PUSH_LIMITS } from "./limits.ts";

/** What a device is pushed: what calls its person (§5.15), or every message. */
export const pushed = v.picklist(["calls", "all"]);

/** So many bytes as base64url, with or without padding. */
const keyOf = (bytes: number) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}={0,${2 - ((bytes + 2) % 3)}}$`)),
    v.transform((text) => text.replace(/=+$/, "")),
  );

/** A browser's subscription, as its `toJSON()` gives it: where to push to, and what to encrypt with. */
export const subscription = v.object({
  endpoint: v.pipe(v.string(), v.minLength(1), v.maxLength(PUSH_LIMITS.endpoint)),
  keys: v.object({
    /** An uncompressed point of P-256. */
    p256dh: keyOf(65),
    auth: keyOf(16),
  }),
});

export type PushSubscriptionInput = v.InferInput<typeof subscription>;

/** What a device is pushed, for as long as it wants anything. */
export type Pushed = v.InferOutput<typeof pushed>;

/** What a push tells, as JSON, once the device has decrypted it. */
export interface PushedNews {
  readonly room: string;
  readonly nick: string;
  /** Cut at 120 code points; the names of files, where they came without a text. */
  readonly text: string;
  readonly id: number;
  readonly private?: true;
  /** How many there were since the last push, of which this is the newest; only where it is more than one. */
  readonly count?: number;
}
