import type { CommandOf } from "../protocol/command.ts";
import { refuse } from "../protocol/error.ts";
import { isUid } from "../protocol/identity.ts";
import { isAbove, type Role } from "../protocol/role.ts";
import { type Actor, by } from "./actor.ts";
import { everyone, tell } from "./effect.ts";
import { checkRank } from "./expel.ts";
import type { Outcome } from "./outcome.ts";
import type { Room } from "./room.ts";

/** People of a room who may have a role above member. */
const MAX_ROLES = 1_000;

/** Gives somebody a role, here or absent; one's own can be lowered. */
export function role(room: Room, actor: Actor, command: CommandOf<"role">): Outcome {
  const person = room.find(command.who);
  if (!person && !isUid(command.who)) return refuse("no_such_nick");
  const uid = person?.uid ?? command.who;
  const lowersOwn = uid === actor.person.uid && isAbove(room.roleOf(uid), command.role);
  const refusal = lowersOwn ? undefined : checkRank(room, actor, uid);
  if (refusal) return refusal;
  if (command.role !== "member" && room.roles.size >= MAX_ROLES && !room.roles.has(uid)) {
    return refuse("forbidden", `This room has ${MAX_ROLES} owners and mods. Lower one first.`);
  }
  const nick = person?.nick ?? room.lastNick(uid);
  assign(room, { uid, nick, role: command.role });
  const now = room.roleOf(uid);
  return [tell(everyone, { type: "role", nick, uid, role: now, ...by(actor), at: room.now() })];
}

function assign(room: Room, { uid, nick, role }: { uid: string; nick: string; role: Role }): void {
  if (role === "member") {
    room.roles.delete(uid);
    room.store.dropRole(uid);
    return;
  }
  const stored = { uid, nick, role };
  room.roles.set(uid, stored);
  room.store.putRole(stored);
}

export function topic(room: Room, actor: Actor, { text }: CommandOf<"topic">): Outcome {
  room.arrange({ ...room.open(), topic: text });
  return [tell(everyone, { type: "topic", text, ...by(actor), at: room.now() })];
}

/** Asks newcomers for a passphrase from now on, or no longer; who is here stays. */
export function lock(room: Room, actor: Actor, { key }: CommandOf<"lock">): Outcome {
  const profile = room.open();
  const hash = key === null ? undefined : room.secrets.hashPassphrase(key, room.salt);
  room.arrange({ ...profile, lock: hash });
  return [tell(everyone, { type: "locked", locked: key !== null, ...by(actor), at: room.now() })];
}

/** Has members wait between one message and the next. */
export function slow(room: Room, actor: Actor, { seconds }: CommandOf<"slow">): Outcome {
  room.arrange({ ...room.open(), slow: seconds });
  return [tell(everyone, { type: "slow", seconds, ...by(actor), at: room.now() })];
}
