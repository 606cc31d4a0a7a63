import type { Role } from "../../../src/protocol/role.ts";

/** What stands before a nickname, and the mode that it comes from: what a role is in IRC. */
export const PREFIXES: Readonly<Record<Role, { readonly mode: string; readonly prefix: string }>> = {
  owner: { mode: "q", prefix: "~" },
  mod: { mode: "o", prefix: "@" },
  member: { mode: "", prefix: "" },
};

/** The modes by which a role becomes another. */
export function modeChange(from: Role, to: Role): string | undefined {
  if (from === to) return undefined;
  const taken = PREFIXES[from].mode;
  const given = PREFIXES[to].mode;
  return `${taken === "" ? "" : `-${taken}`}${given === "" ? "" : `+${given}`}`;
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

/** Whom a ban's mask means, as papo bans: somebody by nickname or uid. */
export function whoOfMask(mask: string): string | undefined {
  const [, nick = "", user = "*"] = /^([^!@]*)(?:!([^@]*))?(?:@.*)?$/.exec(mask) ?? [];
  if (nick !== "" && !/[*?]/.test(nick)) return nick;
  return user !== "*" && !/[*?]/.test(user) ? user : undefined;
}
