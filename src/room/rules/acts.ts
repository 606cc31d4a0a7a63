import type { CommandOf } from "../../protocol/command.ts";
import { type Actor, by } from "../actor.ts";
import { answer, type Effect } from "../effect.ts";
import type { Room } from "../state/room.ts";
import type { StoredAct } from "../state/store.ts";

/** Notes an act of order: the one way in which any comes into the log that mods can read. */
export function note(room: Room, actor: Actor, act: Omit<StoredAct, "id" | "at" | "by" | "byUid">): void {
  room.acts.note({ at: room.now(), ...by(actor), ...act });
}

/** Shows the log of acts of order, newest first. */
export function acts(room: Room, { session }: Actor, { cid, before, limit }: CommandOf<"acts">): Effect[] {
  const { list, more } = room.acts.page(before, limit);
  return [answer(session, { type: "acts", ...(cid !== undefined && { cid }), list: list.map(view), more })];
}

function view({ nick, uid, target, reason, ...act }: StoredAct) {
  return {
    ...act,
    ...(nick !== undefined && { nick }),
    ...(uid !== undefined && { uid }),
    ...(target !== undefined && { target }),
    ...(reason !== undefined && { reason }),
  };
}
