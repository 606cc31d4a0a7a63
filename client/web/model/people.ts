import type { Member } from "../../../src/protocol/event.ts";
import { ROLES, type Role } from "../../../src/protocol/role.ts";

/** The people of one role, by their names. */
export interface RoleGroup {
  readonly role: Role;
  readonly count: number;
  readonly members: readonly Member[];
}

const byName = new Intl.Collator(undefined, { numeric: true });
/** Large rooms are drawn at every message, and sorted only when somebody has come, gone or changed. */
const sorted = new WeakMap<readonly Member[], readonly Member[]>();

/** Who is here, by role, owners first: as many as are to be shown. */
export function groupsOf(members: readonly Member[], most: number): RoleGroup[] {
  const all = sorted.get(members) ?? members.toSorted((one, other) => byName.compare(one.nick, other.nick));
  sorted.set(members, all);
  let left = most;
  return ROLES.toReversed().flatMap((role) => {
    const its = all.filter((member) => member.role === role);
    const shown = its.slice(0, left);
    left -= shown.length;
    return its.length === 0 ? [] : [{ role, count: its.length, members: shown }];
  });
}
