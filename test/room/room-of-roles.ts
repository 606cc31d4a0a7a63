import type { CommandInput } from "../../src/protocol/command.ts";
import type { AnyErrorCode } from "../../src/protocol/error.ts";
import type { RoomEvent } from "../../src/protocol/event.ts";
import { type Peer, RoomWorld } from "../support/room/room-world.ts";
import { uidOf } from "../support/token-of.ts";

const ADMIN = "an admin's token";

/** Who gives commands, of each role. */
export const WHO = { owner: "ana", mod: "mona", member: "bob", admin: "root" } as const;

/** Another of each role, whom commands name. */
export const TARGET = { owner: "omar", mod: "milo", member: "bea" } as const;

export type Actor = keyof typeof WHO;
export type Rank = keyof typeof TARGET;
export type Presence = "here" | "held" | "absent";

/** Two people of each role, an admin and a bystander, all of whom have read everything. */
export function roomOfRoles() {
  const world = new RoomWorld({ adminToken: ADMIN, burst: 100 });
  const names = [...Object.values(WHO), ...Object.values(TARGET), "wim"];
  const peers = new Map(
    names.map((name) => [
      name,
      world.join(name, { address: `at ${name}`, ...(name === WHO.admin && { admin: ADMIN }) }),
    ]),
  );
  const peer = (name: string): Peer => {
    const found = peers.get(name);
    if (!found) throw new Error(`${name} is not here.`);
    return found;
  };
  peer("ana").send({ type: "role", who: "omar", role: "owner" });
  for (const who of ["mona", "milo"]) peer("ana").send({ type: "role", who, role: "mod" });
  for (const each of peers.values()) each.take();
  return { world, peer };
}

/** The same, with somebody in the room, held or gone, in the eyes of all. */
export function roomWith(name: string, presence: Presence) {
  const room = roomOfRoles();
  const target = room.peer(name);
  if (presence === "held") target.lose();
  if (presence === "absent") target.send({ type: "leave" });
  for (const each of [...Object.values(WHO), ...Object.values(TARGET), "wim"]) room.peer(each).take();
  return { ...room, target };
}

/** The code of the first refusal among these events. */
export function refusalOf(events: readonly RoomEvent[]): AnyErrorCode | undefined {
  return events.find((event) => event.type === "error")?.code;
}

/** How an event names who caused it. */
export const by = (name: string) => ({ by: name, byUid: uidOf(name) });

/** Commands that name somebody. */
export const COMMANDS = {
  kick: (who: string): CommandInput => ({ type: "kick", who, reason: "spam" }),
  ban: (who: string): CommandInput => ({ type: "ban", who, reason: "spam" }),
  "role member": (who: string): CommandInput => ({ type: "role", who, role: "member" }),
  "role mod": (who: string): CommandInput => ({ type: "role", who, role: "mod" }),
  "role owner": (who: string): CommandInput => ({ type: "role", who, role: "owner" }),
};
