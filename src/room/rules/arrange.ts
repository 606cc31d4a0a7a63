import type { CommandOf } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse } from "../../protocol/error.ts";
import { isUid } from "../../protocol/identity.ts";
import { isAbove } from "../../protocol/role.ts";
import { type Actor, by } from "../actor.ts";
import { everyone, tell } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import { MOST_ROLES } from "../state/roles.ts";
import type { Room } from "../state/room.ts";
import { note } from "./acts.ts";
import { slowOf } from "./budget.ts";
import { checkRank } from "./expel.ts";
import { forgetLockedOut } from "./push/subscribe.ts";

/** Gives somebody a role, here or absent; one's own can be lowered. */
export function role(room: Room, actor: Actor, command: CommandOf<"role">): Outcome {
  const person = room.find(command.who);
  if (!person && !isUid(command.who)) return refuse("no_such_nick");
  const uid = person?.uid ?? command.who;
  const lowersOwn = uid === actor.person.uid && isAbove(room.roleOf(uid), command.role);
  const refusal = lowersOwn ? checkNotLast(room, uid) : checkRank(room, actor, uid);
  if (refusal) return refusal;
  if (command.role !== "member" && room.roles.isFull && !room.roles.get(uid)) {
    return refuseAs("too_many_roles", { most: MOST_ROLES });
  }
  const nick = person?.nick ?? room.lastNick(uid);
  room.roles.assign({ uid, nick, role: command.role, since: room.clock.wall() });
  note(room, actor, { act: "role", nick, uid, reason: command.role });
  const now = room.roleOf(uid);
  return [tell(everyone, { type: "role", nick, uid, role: now, ...by(actor), at: room.now() })];
}

/** A room is not to be left without an owner: it would fall to whoever comes along. */
function checkNotLast(room: Room, uid: string): Refusal | undefined {
  const owners = room.roles.owners();
  if (owners.length > 1 || owners[0]?.uid !== uid) return undefined;
  return refuseAs("last_owner");
}

export function topic(room: Room, actor: Actor, { text }: CommandOf<"topic">): Outcome {
  room.arrange({ ...room.made, topic: text });
  note(room, actor, { act: "topic", reason: text });
  return [tell(everyone, { type: "topic", text, ...by(actor), at: room.now() })];
}

/** Asks newcomers for a passphrase from now on, or no longer; who is here stays. */
export function lock(room: Room, actor: Actor, { key }: CommandOf<"lock">): Outcome {
  const profile = room.made;
  const hash = key === null ? undefined : room.secrets.hashPassphrase(key, room.salt);
  room.arrange({ ...profile, lock: hash });
  if (key !== null) forgetLockedOut(room);
  note(room, actor, { act: "lock", reason: key === null ? "off" : "on" });
  return [tell(everyone, { type: "locked", locked: key !== null, ...by(actor), at: room.now() })];
}

/** Has members wait between one message and the next. */
export function slow(room: Room, actor: Actor, { seconds }: CommandOf<"slow">): Outcome {
  room.arrange({ ...room.made, slow: seconds });
  note(room, actor, { act: "slow", reason: String(seconds) });
  return [tell(everyone, { type: "slow", seconds: slowOf(room), ...by(actor), at: room.now() })];
}
