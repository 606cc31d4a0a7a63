import { CLOSE } from "../protocol/close-code.ts";
import type { Command } from "../protocol/command.ts";
import { isRefusal, type Refusal, refuse, refuseUntil } from "../protocol/error.ts";
import { type BadFrame, parseCommand } from "../protocol/frame.ts";
import type { Role } from "../protocol/role.ts";
import type { Actor } from "./actor.ts";
import { lock, role, slow, topic } from "./arrange.ts";
import { edit, remove } from "./change.ts";
import { dismiss } from "./dismiss.ts";
import { answer, type Effect } from "./effect.ts";
import { allow, ban, bans, kick, unban } from "./expel.ts";
import { join } from "./join.ts";
import { drop, endHolds, leave } from "./leave.ts";
import { history, search } from "./look-back.ts";
import type { Outcome } from "./outcome.ts";
import type { Room } from "./room.ts";
import { say } from "./say.ts";
import { checkTurn } from "./sequence.ts";
import {
  CLOSES_AFTER,
  isJoined,
  isWaiting,
  type JoinedSession,
  MAX_FAILED_JOINS,
  type Session,
} from "./session.ts";
import { rename, typing } from "./small-talk.ts";

/** Refusals in a row, beyond a burst, after which a socket is closed. */
const PATIENCE = 100;

/** The role that a command wants; those that aren't here are for everyone. */
const WANTED: { readonly [Type in Command["type"]]?: Role } = {
  kick: "mod",
  ban: "mod",
  unban: "mod",
  bans: "mod",
  allow: "mod",
  topic: "mod",
  slow: "mod",
  role: "owner",
  lock: "owner",
};

/** Commands that take nothing from the flood control's bucket. */
const FREE: ReadonlySet<Command["type"]> = new Set(["join", "leave", "typing"]);

/** Handles one text frame of a session: what is to be done about it, refusals included. */
export function handle(room: Room, session: Session, frame: string): readonly Effect[] {
  const command = parseCommand(frame);
  return isRefusal(command) ? handleRefusal(room, session, command) : handleCommand(room, session, command);
}

/** Handles a command of a session that is still there. */
export function handleCommand(room: Room, session: Session, command: Command): readonly Effect[] {
  if (session.state.state === "gone") return [];
  // A nickname whose hold is over is free, even where the alarm that is to say so rings late.
  const ended = command.type === "join" ? endHolds(room) : [];
  const outcome = obey(room, session, command);
  if (!isRefusal(outcome)) {
    // What costs no token must not excuse what was refused.
    if (!FREE.has(command.type)) session.refusals = 0;
    return [...ended, ...outcome];
  }
  const cid = "cid" in command ? command.cid : undefined;
  const refusal = { ...outcome, of: command.type, ...(cid !== undefined && { cid }) };
  return [...ended, ...handleRefusal(room, session, refusal)];
}

/** Answers a refusal, and closes the socket of who takes no for an answer too often. */
export function handleRefusal(room: Room, session: Session, refusal: Refusal | BadFrame): readonly Effect[] {
  const { state } = session;
  if (state.state === "gone") return [];
  const { refused, ...about } = refusal;
  const error = answer(session, { type: "error", code: refused, ...about });
  session.refusals++;
  const joining = state.state === "waiting" && "of" in about && about.of === "join";
  if (joining) session.state = { ...state, failures: state.failures + 1 };
  const final = joining ? CLOSES_AFTER[refused] : undefined;
  if (final) return [error, dismiss(session, CLOSE[final], refused)];
  const flooding =
    session.refusals >= PATIENCE + room.settings.burst || (joining && state.failures + 1 >= MAX_FAILED_JOINS);
  if (!flooding) return [error];
  const held = drop(room, session);
  return [error, dismiss(session, CLOSE.flooding, "flooding"), ...held];
}

function obey(room: Room, session: Session, command: Command): Outcome {
  if (isWaiting(session))
    return command.type === "join" ? join(room, session, command) : refuse("not_joined");
  if (!isJoined(session)) return [];
  if (command.type === "join") return refuse("already_joined");
  const person = room.people.get(session.state.uid);
  if (!person) return refuse("not_joined");
  const wait = pay(room, session, command);
  if (wait > 0) return refuseUntil(wait);
  const wanted = WANTED[command.type];
  if (wanted && !room.may(person.uid, wanted))
    return refuse(
      "forbidden",
      `Only the room's ${wanted}s may do that.`,
      `not_${wanted === "mod" ? "a_mod" : "an_owner"}`,
    );
  return carryOut(room, { person, session }, command);
}

/** Takes what a command costs. Returns 0, or in how many milliseconds it can be afforded. */
function pay(room: Room, { state }: JoinedSession, { type }: Command): number {
  const now = room.clock.steady();
  if (type === "leave") return 0;
  if (FREE.has(type)) return room.trifles.take(state.uid, now);
  const wait = room.takeToken(state);
  const isLookup = type === "search" || type === "history";
  return wait > 0 || !isLookup ? wait : room.lookups.take(state.address, now);
}

function carryOut(room: Room, actor: Actor, command: Exclude<Command, { type: "join" }>): Outcome {
  switch (command.type) {
    case "say":
      return checkTurn(actor.session, command.cid) ?? say(room, actor, command);
    case "edit":
      return checkTurn(actor.session, command.cid) ?? edit(room, actor, command);
    case "delete":
      return checkTurn(actor.session, command.cid) ?? remove(room, actor, command);
    case "leave":
      return leave(room, actor.session);
    case "typing":
      return typing(room, actor);
    case "nick":
      return rename(room, actor, command);
    case "history":
      return history(room, actor, command);
    case "search":
      return search(room, actor, command);
    case "kick":
      return kick(room, actor, command);
    case "ban":
      return ban(room, actor, command);
    case "unban":
      return unban(room, actor, command);
    case "allow":
      return allow(room, actor, command);
    case "bans":
      return bans(room, actor, command);
    case "role":
      return role(room, actor, command);
    case "topic":
      return topic(room, actor, command);
    case "lock":
      return lock(room, actor, command);
    case "slow":
      return slow(room, actor, command);
    default:
      return command satisfies never;
  }
}
