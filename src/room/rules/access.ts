import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse, waiting } from "../../protocol/error.ts";
import { isAtLeast } from "../../protocol/role.ts";
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
  const ban = room.bans.get(visitor.uid);
  // Without a token nobody in particular was banned, but whoever posts from there.
  const isTheirs = ban !== undefined && !visitor.anonymous;
  if (isTheirs) {
    const { reason } = ban;
    return reason === undefined ? refuse("banned") : refuseAs("banned_because", { reason });
  }
  const isCovered =
    (room.bans.covers(visitor.address) && !room.bans.isAllowed(visitor.uid)) ||
    (ban !== undefined && room.clock.wall() < ban.networkUntil);
  if (isExpected(room, visitor)) return isCovered ? checkHeld(room, visitor) : undefined;
  if (!isCovered) return checkKey(room, visitor);
  if (visitor.nick === undefined) return refuseAs("network_banned", { who: "anonymous" });
  room.bans.keptOut(visitor.uid, visitor.nick);
  return refuseAs("network_banned", { who: "known" });
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
