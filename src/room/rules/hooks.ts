import type { CommandOf } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { ROOM_LIMITS } from "../../protocol/limits.ts";
import { nickKey } from "../../protocol/text/nick.ts";
import { type Actor, by } from "../actor.ts";
import { answer } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import type { Room } from "../state/room.ts";
import type { StoredHook } from "../state/store.ts";
import { note } from "./acts.ts";

/**
 * Makes a hook, or gives one another address. The address is told this once, and to who asked:
 * the room keeps no more than a hash of what is secret in it.
 */
export function hook(room: Room, actor: Actor, { cid, name }: CommandOf<"hook">): Outcome {
  const most = ROOM_LIMITS.hooks;
  if (!room.hooks.named(name) && room.hooks.size >= most) return refuseAs("too_many_hooks", { most });
  const id = room.secrets.newHookId();
  room.hooks.put({ name, hash: hashOf(room, id), ...by(actor), at: room.now() });
  note(room, actor, { act: "hook", nick: name, uid: uidOf(room, name), reason: "on" });
  const url = `${actor.joined.origin ?? ""}/api/rooms/${room.name}/hooks/${id}`;
  return [answer(actor.session, { type: "hook", ...(cid !== undefined && { cid }), name, url })];
}

export function hooks(room: Room, { session }: Actor, { cid }: CommandOf<"hooks">): Outcome {
  const list = Array.from(room.hooks, ({ hash: _, ...shown }) => shown);
  return [answer(session, { type: "hooks", ...(cid !== undefined && { cid }), list })];
}

/** Ends a hook: nothing that comes to its address is for this room any more. */
export function unhook(room: Room, actor: Actor, { cid, name }: CommandOf<"unhook">): Outcome {
  const ended = room.hooks.named(name);
  if (!ended) return refuseAs("no_such_hook");
  room.hooks.drop(ended);
  note(room, actor, { act: "hook", nick: ended.name, uid: uidOf(room, ended.name), reason: "off" });
  return [answer(actor.session, { type: "unhook", ...(cid !== undefined && { cid }), name: ended.name })];
}

/** The hook whose address ends so. A room that nobody has made has none, and is not looked into. */
export function findHook(room: Room, id: string): StoredHook | undefined {
  if (!room.profile) return undefined;
  const hash = hashOf(room, id);
  return Array.from(room.hooks).filter((each) => room.secrets.equal(each.hash, hash))[0];
}

/** The `uid` that a hook's messages are told under: nobody's token has a space, so it can be no person's. */
export function uidOf({ secrets, salt }: Room, name: string): string {
  return secrets.uidOf(`hook ${nickKey(name)} ${salt}`);
}

function hashOf({ secrets, salt }: Room, id: string): string {
  return secrets.hash(id, salt);
}
