import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, waiting } from "../../protocol/error.ts";
import { type Effect, everyone, tell, wake } from "../effect.ts";
import { DAY, dayOf, type Used } from "../report.ts";
import type { Room } from "../state/room.ts";

/** Seconds of slow mode where the deployment's day is used up to 80 %. */
const PRESSED_SLOW = 10;

/** Who is told to have set such a slow mode: no nickname, and no `uid`. */
const SERVER = { by: "server", byUid: "server" };

/** Who would write something, or make others do so. */
export interface Writer {
  readonly uid: string;
  /** Salted hash of the network address. */
  readonly address: string;
  /** Whether they showed the admin token. */
  readonly admin?: boolean | undefined;
}

/**
 * Refuses what would write when the deployment's day is used up: at 100 % to
 * all but those who keep order; and a twentieth later to them too, for anybody may
 * own a room of their own.
 */
export function checkDay(room: Room, { uid, admin }: Writer): Refusal | undefined {
  const share = shareOf(room);
  if (share < 100 || admin) return undefined;
  if (share === 110) return until(room, refuseAs("day_used_up"));
  return room.may(uid, "mod") ? undefined : until(room, refuseAs("deployment_budget"));
}

/** Refuses a message that is more than the room, or a network in it, may write on a day. */
export function checkBudget(room: Room, { uid, address, admin }: Writer): Refusal | undefined {
  if (admin) return undefined;
  const { settings, usage } = room;
  const isMod = room.may(uid, "mod");
  const { roomMessages, addressMessages } = settings;
  if (usage.messages >= roomMessages) return until(room, refuseAs("room_budget", { most: roomMessages }));
  // Only what all have written together can be what one network has, and so is looked for there.
  if (isMod || address === "" || usage.messages < addressMessages) return undefined;
  if (usage.of(address) < addressMessages) return undefined;
  return until(room, refuseAs("address_budget", { most: addressMessages }));
}

/** Seconds of slow mode that hold now: a mod's, or the server's where that is longer. */
export function slowOf(room: Room): number {
  return Math.max(room.profile?.slow ?? 0, shareOf(room) >= 80 ? PRESSED_SLOW : 0);
}

/** Learns how far the deployment's day is used up, and tells everybody where that slows them down. */
export function learn(room: Room, { share, day }: Used): Effect[] {
  const { profile } = room;
  // Within a day it only grows: what is less was told before, and came late.
  if (!profile || day !== today(room) || share <= shareOf(room)) return [];
  return slowed(room, () => room.arrange({ ...profile, used: share, usedDay: day }));
}

/** At 00:00 UTC, all that the day before had used up is free again. */
export function endDay(room: Room): Effect[] {
  const { profile } = room;
  if (!profile || profile.used === 0 || profile.usedDay === today(room)) return [];
  const isLate = profile.used >= 80 && profile.slow < PRESSED_SLOW;
  room.arrange({ ...profile, used: 0 });
  return isLate ? [tellSlow(room)] : [];
}

/** When the present day ends, in ms since 1970, where something ends with it. */
export function dayEnds(room: Room): number | undefined {
  return room.profile?.used ? midnight(room) : undefined;
}

function slowed(room: Room, change: () => void): Effect[] {
  const before = slowOf(room);
  change();
  return [...(slowOf(room) === before ? [] : [tellSlow(room)]), wake(midnight(room))];
}

function tellSlow(room: Room): Effect {
  return tell(everyone, { type: "slow", seconds: slowOf(room), ...SERVER, at: room.now() });
}

function shareOf(room: Room): Used["share"] {
  const { profile } = room;
  return profile ? shareNow(room, { share: profile.used, day: profile.usedDay }) : 0;
}

/** How far the present day is used up, by what was told; 0 where that was of another one. */
export function shareNow(room: Room, { share, day }: Used): Used["share"] {
  return day === today(room) ? share : 0;
}

function today(room: Room): number {
  return dayOf(room.clock.wall());
}

function midnight(room: Room): number {
  return (today(room) + 1) * DAY;
}

/** Refuses for the rest of the day. */
export function until(room: Room, refusal: Refusal): Refusal {
  return waiting(midnight(room) - room.clock.wall(), refusal);
}
