import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse, waiting } from "../../protocol/error.ts";
import { isAtLeast } from "../../protocol/role.ts";
import type { Pass } from "../introduction.ts";
import type { Used } from "../report.ts";
import type { Room } from "../state/room.ts";

/** Who comes to the door. */
export interface Visitor {
  readonly uid: string;
  /** Without a token: the `uid` stands for whoever comes from that address. */
  readonly anonymous?: boolean | undefined;
  /** Salted hash of the network address. */
  readonly address: string;
  /** The passphrase that they give. */
  readonly key?: string | undefined;
  /** Whether they showed the admin token. */
  readonly admin?: boolean | undefined;
  /** Their pass, where the front door found a good one. */
  readonly pass?: Pass | undefined;
  /** How far the deployment's day is used up, as the front door last heard. */
  readonly used?: Used | undefined;
  /** Whether it has been counted already that they make this room: see {@link isCounted}. */
  readonly counted?: boolean | undefined;
  /** Under which nickname they want to be here, for a moderator who may let them in. */
  readonly nick?: string | undefined;
}

/** Who always finds a place: who is here or held, and who keeps order. */
export function isExpected(room: Room, visitor: Visitor): boolean {
  return (
    visitor.admin === true ||
    room.people.get(visitor.uid) !== undefined ||
    isAtLeast(room.roleOf(visitor.uid), "mod")
  );
}

/** Checks bans and the lock, for sockets and plain HTTP alike. */
export function checkAccess(room: Room, visitor: Visitor): Refusal | undefined {
  if (visitor.admin) return undefined;
  const holder = holderOf(room, visitor);
  const ban = room.bans.get(visitor.uid) ?? (holder === undefined ? undefined : room.bans.get(holder));
  // Without a token nobody in particular was banned, but whoever posts from there.
  const isTheirs = ban !== undefined && (!visitor.anonymous || ban.uid === holder);
  if (isTheirs) {
    const { reason } = ban;
    return reason === undefined ? refuse("banned") : refuseAs("banned_because", { reason });
  }
  if (holder !== undefined && holder !== visitor.uid) return refuseAs("pass_taken");
  const isCovered =
    (room.bans.covers(visitor.address) && !room.bans.isAllowed(visitor.uid)) ||
    (ban !== undefined && room.clock.wall() < ban.networkUntil);
  if (isExpected(room, visitor)) return isCovered ? checkHeld(room, visitor) : undefined;
  if (!isCovered) return checkKey(room, visitor);
  if (visitor.nick === undefined) return refuseAs("network_banned", { who: "anonymous" });
  room.bans.keptOut(visitor.uid, visitor.nick);
  return refuseAs("network_banned", { who: "known" });
}

/** Whose a visitor's pass for one person has become in this room, if anybody's. */
function holderOf(room: Room, { pass }: Visitor): string | undefined {
  return pass?.one ? room.passes.holderOf(pass.id) : undefined;
}

/** Gives a pass for one person to who has come in with it. */
export function takeUp(room: Room, { uid, pass }: Visitor): void {
  if (pass?.one) room.passes.bind({ id: pass.id, uid, exp: pass.exp });
}

/** In a locked room, who was held may come back without the passphrase; but not from a network of which somebody was banned. */
function checkHeld(room: Room, visitor: Visitor): Refusal | undefined {
  const isHere = (room.people.get(visitor.uid)?.sessions.size ?? 0) > 0;
  return isHere || room.may(visitor.uid, "mod") ? undefined : checkKey(room, visitor);
}

function checkKey(room: Room, { key, address }: Visitor): Refusal | undefined {
  const profile = room.profile;
  if (profile?.lock === undefined) return undefined;
  if (key === undefined) return refuse("locked");
  const now = room.clock.steady();
  const wait = room.wrongKeys.wait(address, now);
  if (wait > 0) return waiting(wait, refuseAs("too_many_wrong_keys"));
  if (room.secrets.equal(room.secrets.hashPassphrase(key, room.salt), profile.lock)) return undefined;
  room.wrongKeys.fail(address, now);
  return refuse("bad_key");
}
