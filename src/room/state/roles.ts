import { ROLES, type Role } from "../../protocol/role.ts";
import type { Store, StoredRole } from "./store.ts";

/** People of a room who may have a role above member. */
export const MOST_ROLES = 1_000;

/** Who has a role above member for good, in memory and on disk at once. */
export class Roles {
  readonly #byUid: Map<string, StoredRole>;
  readonly #store: Store;
  readonly #changed: (uid: string) => void;

  /** `changed` hears whose role is another now. */
  constructor(store: Store, changed: (uid: string) => void) {
    this.#store = store;
    this.#changed = changed;
    this.#byUid = new Map(store.roles().map((role) => [role.uid, role]));
  }

  of(uid: string): Role {
    return this.#byUid.get(uid)?.role ?? "member";
  }

  get(uid: string): StoredRole | undefined {
    return this.#byUid.get(uid);
  }

  get isFull(): boolean {
    return this.#byUid.size >= MOST_ROLES;
  }

  /** The owners, however far away. */
  owners(): StoredRole[] {
    return this.#with("owner");
  }

  /** The mod who has been one for the longest. */
  eldestMod(): StoredRole | undefined {
    return this.#with("mod").sort((one, other) => one.since - other.since)[0];
  }

  /** Gives somebody a role from now on. `since` is in ms since 1970. */
  assign({ uid, nick, role, since }: { uid: string; nick: string; role: Role; since: number }): void {
    if (role === ROLES[0]) {
      if (this.#byUid.delete(uid)) this.#store.dropRole(uid);
    } else {
      const stored: StoredRole = { uid, nick, role, since };
      this.#byUid.set(uid, stored);
      this.#store.putRole(stored);
    }
    this.#changed(uid);
  }

  #with(role: Role): StoredRole[] {
    return [...this.#byUid.values()].filter((each) => each.role === role);
  }
}
