import { roomName } from "../../../src/protocol/room-name.ts";
import { readQuietHours, writtenHours } from "../../core/notify/quiet-hours.ts";
import {
  type DeviceWishes,
  mutedUntil,
  NOTIFY_CHOICES,
  type NotifyWishes,
  type RoomWishes,
  USUAL_CHOICE,
} from "../../core/notify/wishes.ts";

/** What somebody wants to be told in this browser: of each room of which they have chosen something, and of all. */
export interface BrowserWishes extends DeviceWishes {
  /** Whoever was chosen for last is the last. */
  readonly rooms: ReadonlyMap<string, RoomWishes>;
}

/** Rooms for which a choice is kept, at most: the latest. */
const MOST_CHOSEN = 200;
/** Names that no room has. */
const QUIET = "~quiet";
const SOUND = "~sound";

/** Reads what {@link writtenWishes} wrote; what is damaged is left out. */
export function readWishes(text: string): BrowserWishes {
  const params = new URLSearchParams(text);
  const rooms = new Map<string, RoomWishes>();
  for (const [room, wish] of params) {
    const [word, until] = wish.split("@");
    const wants = NOTIFY_CHOICES.find((each) => each === word);
    if (wants && roomName(room) === room) rooms.set(room, { wants, mutedUntil: Number(until) || undefined });
  }
  return { rooms, quietHours: readQuietHours(params.get(QUIET) ?? ""), sound: params.has(SOUND) };
}

/** `~quiet=22:00-07:00&lobby=all&dev=calls@1764226800000`: what is as it would be anyway, or over, is left out. */
export function writtenWishes({ rooms, quietHours, sound }: BrowserWishes, now: number): string {
  const params = new URLSearchParams();
  if (quietHours) params.set(QUIET, writtenHours(quietHours));
  if (sound) params.set(SOUND, "on");
  for (const [room, wishes] of [...rooms].slice(-MOST_CHOSEN)) {
    const until = mutedUntil(wishes, now);
    if (until !== undefined) params.set(room, `${wishes.wants}@${until}`);
    else if (wishes.wants !== USUAL_CHOICE) params.set(room, wishes.wants);
  }
  return params.toString();
}

/** What holds for a room. */
export function wishesFor({ rooms, quietHours, sound }: BrowserWishes, room: string): NotifyWishes {
  return { ...(rooms.get(room) ?? { wants: USUAL_CHOICE }), quietHours, sound };
}

/** What holds once something of it is other than before, in a room or in all of them. */
export function withWish(all: BrowserWishes, room: string, change: Partial<NotifyWishes>): BrowserWishes {
  const { wants, mutedUntil: until, quietHours, sound } = { ...wishesFor(all, room), ...change };
  const rooms = new Map(all.rooms);
  rooms.delete(room);
  rooms.set(room, { wants, mutedUntil: until });
  return { rooms, quietHours, sound };
}
