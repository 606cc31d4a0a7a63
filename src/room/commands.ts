import type { Command } from "../protocol/command.ts";
import type { Role } from "../protocol/role.ts";
import type { Actor } from "./actor.ts";
import type { Outcome } from "./outcome.ts";
import { acts } from "./rules/acts.ts";
import { lock, role, slow, topic } from "./rules/arrange.ts";
import { edit, remove } from "./rules/change.ts";
import { allow, ban, bans, kick, unban } from "./rules/expel.ts";
import { hook, hooks, unhook } from "./rules/hooks.ts";
import { invite } from "./rules/invite.ts";
import { leave } from "./rules/leave.ts";
import { history, search } from "./rules/look-back.ts";
import { subscribe } from "./rules/push/subscribe.ts";
import { react } from "./rules/react.ts";
import { say } from "./rules/say.ts";
import { seen } from "./rules/seen.ts";
import { away, rename, typing } from "./rules/small-talk.ts";
import { visible } from "./rules/visible.ts";
import type { Cost } from "./state/flood.ts";
import type { Room } from "./state/room.ts";

/** What somebody who has joined may command. */
type Commands = { readonly [C in Command as Exclude<C["type"], "join">]: C };

export type CommandType = keyof Commands;

/** All that the room knows of one command before it looks at who and what. */
type CommandRule<C> = {
  /** The role that it wants; without one it is for everyone. */
  readonly needs?: Exclude<Role, "member">;
  readonly costs: Cost;
  /** Whether it stores something: such a thing has an end where the deployment's day is used up. */
  readonly writes: boolean;
  /** Whether a person's fingers give it: whoever does is looking at the client. */
  readonly byHand?: true;
  run(room: Room, actor: Actor, command: C): Outcome;
} & Numbering<C>;

/** A `cid` that must be there makes a command exactly-once (§5.1); one that may be there only ties an answer to it. */
type Numbering<C> = C extends { readonly cid: number }
  ? { readonly numbered: true }
  : { readonly numbered?: never };

/** The room's commands: a new one is its schema in the protocol, a row here, and what it runs. */
export const COMMANDS: { readonly [T in CommandType]: CommandRule<Commands[T]> } = {
  say: { costs: "token", writes: true, numbered: true, byHand: true, run: say },
  edit: { costs: "token", writes: true, numbered: true, byHand: true, run: edit },
  delete: { costs: "token", writes: true, numbered: true, byHand: true, run: remove },
  react: { costs: "token", writes: true, numbered: true, byHand: true, run: react },
  leave: { costs: "nothing", writes: false, run: leave },
  seen: { costs: "nothing", writes: false, run: seen },
  away: { costs: "token", writes: false, run: away },
  visible: { costs: "nothing", writes: false, run: visible },
  typing: { costs: "trifle", writes: false, byHand: true, run: typing },
  nick: { costs: "token", writes: true, run: rename },
  history: { costs: "lookup", writes: false, run: history },
  search: { costs: "lookup", writes: false, run: search },
  kick: { costs: "token", writes: true, needs: "mod", run: kick },
  ban: { costs: "token", writes: true, needs: "mod", run: ban },
  unban: { costs: "token", writes: true, needs: "mod", run: unban },
  allow: { costs: "token", writes: true, needs: "mod", run: allow },
  bans: { costs: "token", writes: false, needs: "mod", run: bans },
  acts: { costs: "lookup", writes: false, needs: "mod", run: acts },
  hook: { costs: "token", writes: true, needs: "mod", run: hook },
  hooks: { costs: "token", writes: false, needs: "mod", run: hooks },
  unhook: { costs: "token", writes: true, needs: "mod", run: unhook },
  invite: { costs: "token", writes: true, needs: "owner", run: invite },
  push: { costs: "token", writes: true, run: subscribe },
  topic: { costs: "token", writes: true, needs: "mod", run: topic },
  slow: { costs: "token", writes: true, needs: "mod", run: slow },
  role: { costs: "token", writes: true, needs: "owner", run: role },
  lock: { costs: "token", writes: true, needs: "owner", run: lock },
};

/** Runs the rule of a command. */
export function runCommand<T extends CommandType>(
  room: Room,
  actor: Actor,
  command: Commands[T] & { type: T },
): Outcome {
  return COMMANDS[command.type].run(room, actor, command);
}
