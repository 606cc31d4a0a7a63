import type { Role } from "../../protocol/role.ts";
import { type Effect, everyone, tell } from "../effect.ts";
import type { Person } from "../state/person.ts";
import type { Room } from "../state/room.ts";

/** Tells everyone of a role that came or went with an admin's session, if it did. */
export function announceRole(room: Room, person: Person, before: Role | undefined): Effect[] {
  const { nick, uid } = person;
  const role = room.roleOf(uid);
  if (role === before) return [];
  return [tell(everyone, { type: "role", nick, uid, role, by: nick, byUid: uid, at: room.now() })];
}
