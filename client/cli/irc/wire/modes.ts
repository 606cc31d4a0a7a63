import type { Role } from "../../../../src/protocol/role.ts";

/**
 * What a role is in IRC: its modes, and what stands before a nickname for each.
 * An owner is a channel operator, too, and shown as one where a client takes a
 * single sign.
 */
const MODES: Readonly<Record<Role, { readonly modes: string; readonly prefixes: string }>> = {
  owner: { modes: "qo", prefixes: "~@" },
  mod: { modes: "o", prefixes: "@" },
  member: { modes: "", prefixes: "" },
};

/** As a server tells it of itself. */
export const PREFIX_TOKEN = "PREFIX=(qov)~@+";

/** What stands before the nickname of somebody of that role; all of it, where a client takes several signs. */
export function prefixOf(role: Role, isMulti: boolean): string {
  return isMulti ? MODES[role].prefixes : MODES[role].prefixes.slice(-1);
}

/** The modes by which a role becomes another. */
export function modeChange(from: Role, to: Role): string | undefined {
  const was = MODES[from].modes;
  const is = MODES[to].modes;
  const taken = [...was].filter((mode) => !is.includes(mode)).join("");
  const given = [...is].filter((mode) => !was.includes(mode)).join("");
  if (taken === "" && given === "") return undefined;
  return `${taken === "" ? "" : `-${taken}`}${given === "" ? "" : `+${given}`}`;
}

/** A nickname for each mode of a change. */
export function nicksFor(change: string, nick: string): string[] {
  return Array.from(change.matchAll(/[a-z]/g), () => nick);
}

/** One mode that a client asks for. */
export interface ModeWish {
  readonly on: boolean;
  readonly mode: string;
  readonly param: string | undefined;
}

const WITH_PARAM = /[qobk]/;

/** Reads `+o-b ana bob!*@*`. A `k` that is taken away needs no key, and may have one. */
export function readModes([modes = "", ...params]: readonly string[]): ModeWish[] {
  const left = [...params];
  const wishes: ModeWish[] = [];
  let on = true;
  for (const letter of modes) {
    if (letter === "+" || letter === "-") on = letter === "+";
    else wishes.push({ on, mode: letter, param: WITH_PARAM.test(letter) ? left.shift() : undefined });
  }
  return wishes;
}

/** Somebody whom a mask may mean. */
export interface MaskPerson {
  readonly uid: string;
  /** What IRC has for their user: the uid, or what their client says. */
  readonly users: readonly string[];
}

const UID = /^[\w-]{12}$/;
/** As irssi writes a user: a star, and the end of what is long. What is shorter than that is nobody's end in particular. */
const END_OF_USER = /^\*+([^*?]+)$/;
const SHORTEST_END = 6;

/** Whom a ban's mask means, as papo bans: somebody by nickname or uid, maybe one of `people`. */
export function whoOfMask(mask: string, people: readonly MaskPerson[]): string | undefined {
  const [, nick = "", user = "*"] = /^([^!@]*)(?:!([^@]*))?(?:@.*)?$/.exec(mask) ?? [];
  // Nicknames change hands.
  if (UID.test(user)) return user;
  if (nick !== "" && !/[*?]/.test(nick)) return nick;
  const [, end = user] = END_OF_USER.exec(user) ?? [];
  if (/[*?]/.test(end)) return undefined;
  const isMeant = (known: string) => known === end || (end.length >= SHORTEST_END && known.endsWith(end));
  const [meant, another] = people.filter(({ users }) => users.some(isMeant));
  return another === undefined ? meant?.uid : undefined;
}
