import type { QuietHours } from "./quiet-hours.ts";

/** What of a room its person is told, as it is written: everything, what calls them, or nothing. */
export const NOTIFY_CHOICES = ["all", "calls", "nothing"] as const;

export type NotifyChoice = (typeof NOTIFY_CHOICES)[number];

/** What holds where nobody has chosen. */
export const USUAL_CHOICE: NotifyChoice = "calls";

/** Milliseconds that a room is muted for where nobody says, and at most. */
export const USUAL_MUTE = 3_600_000;
export const LONGEST_MUTE = 365 * 86_400_000;

/** What a person wants to be told of one room. */
export interface RoomWishes {
  readonly wants: NotifyChoice;
  /** Milliseconds since 1970; it may be over. */
  readonly mutedUntil?: number | undefined;
}

/** What they want of all rooms of this device. */
export interface DeviceWishes {
  readonly quietHours?: QuietHours | undefined;
  /** Whether what is told aloud makes a sound. */
  readonly sound: boolean;
}

export type NotifyWishes = RoomWishes & DeviceWishes;

/** When a room is heard again; undefined where it is not muted. One that would be muted for longer than anybody can say had another clock. */
export function mutedUntil({ mutedUntil: until = 0 }: RoomWishes, now: number): number | undefined {
  return until > now && until - now <= LONGEST_MUTE ? until : undefined;
}
