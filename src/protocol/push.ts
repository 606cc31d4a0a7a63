import * as v from "valibot";

/** What a device is pushed: what calls its person (§5.15), or every message. */
export const pushed = v.picklist(["calls", "all"]);

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
