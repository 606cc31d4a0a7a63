import { type Refusal, refuse, refuseUntil } from "../protocol/error.ts";
import { isAtLeast } from "../protocol/role.ts";
import type { Room } from "./room.ts";
import type { StoredBan } from "./store.ts";

/** Milliseconds for which a ban keeps new people of its network address out. */
const ADDRESS_BAN = 86_400_000;

/** Who comes to the door. */
export interface Visitor {
  readonly uid: string;
  /** Salted hash of the network address. */
  readonly address: string;
  /** The passphrase that they give. */
  readonly key?: string | undefined;
  /** Whether they showed the admin token. */
  readonly admin?: boolean | undefined;
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
  if (ban) return refuse("banned", ban.reason && `You are banned from this room: “${ban.reason}”.`);
  if (isExpected(room, visitor)) return undefined;
  if (isAddressBanned(room, visitor.address)) return refuse("banned");
  return checkKey(room, visitor);
}

function isAddressBanned(room: Room, address: string): boolean {
  const now = room.now();
  const covers = (ban: StoredBan) => ban.addresses.includes(address) && now < ban.at + ADDRESS_BAN;
  return room.bans.size > 0 && [...room.bans.values()].some(covers);
}

function checkKey(room: Room, { key, address }: Visitor): Refusal | undefined {
  const profile = room.profile;
  if (profile?.lock === undefined) return undefined;
  if (key === undefined) return refuse("locked");
  const wait = room.wrongKeys.wait(address, room.now());
  if (wait > 0) return refuseUntil(wait, "Too many wrong passphrases. Try again later.");
  if (room.secrets.equal(room.secrets.hashPassphrase(key, room.salt), profile.lock)) return undefined;
  room.wrongKeys.fail(address, room.now());
  return refuse("bad_key");
}
