/**
 * Who you are in a room, and how far you have come: plain JSON. Keep it like a password, for it has your `token`.
 * One run at a time may go on from it.
 */
export interface Saved {
  readonly token: string;
  readonly client: string;
  readonly epoch?: number;
  readonly after?: number;
  readonly afterAt?: number;
  readonly heard?: number;
  readonly stored?: number;
  /** What you have said that is not stored yet: the next run sends it. */
  readonly outbox?: readonly unknown[];
}
