import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, waiting } from "../../protocol/error.ts";
import { type Effect, everyone, tell, wake } from "../effect.ts";
import { DAY, dayOf, type Used } from "../report.ts";
import type { Room } from "../state/room.ts";

/** Seconds of slow mode where the deployment's day is used up to 80 %. */
const PRESSED_SLOW = 10;

/** Who is told to have set such a slow mode: no nickname, and no `uid`. */
const SERVER = { by: "server", byUid: "server" };

/** Refuses what would be more than a day allows: the room, a network in it, or the whole deployment. */
export function checkBudget(
  room: Room,
  { uid, address }: { readonly uid: string; readonly address: string },
): Refusal | undefined {
  const { settings, usage } = room;
  const isMod = room.may(uid, "mod");
  const { roomMessages, addressMessages } = settings;
  if (!isMod && shareOf(room) === 100) return until(room, refuseAs("deployment_budget"));
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
  if (!profile || day !== today(room) || share === shareOf(room)) return [];
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
  return profile && profile.usedDay === today(room) ? profile.used : 0;
}

function today(room: Room): number {
  return dayOf(room.clock.wall());
}

function midnight(room: Room): number {
  return (today(room) + 1) * DAY;
}

function until(room: Room, refusal: Refusal): Refusal {
  return waiting(midnight(room) - room.clock.wall(), refusal);
}
