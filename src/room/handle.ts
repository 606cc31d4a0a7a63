import { CLOSE } from "../protocol/close-code.ts";
import type { Command, CommandOf } from "../protocol/command.ts";
import { refuseAs } from "../protocol/detail.ts";
import { type ErrorCode, isRefusal, type Refusal, refuse, refuseUntil } from "../protocol/error.ts";
import { type BadFrame, parseCommand } from "../protocol/frame.ts";
import { type Actor, writer } from "./actor.ts";
import { COMMANDS, runCommand } from "./commands.ts";
import { answer, type Effect } from "./effect.ts";
import type { Outcome } from "./outcome.ts";
import { checkDay } from "./rules/budget.ts";
import { endHolds } from "./rules/hold.ts";
import { join } from "./rules/join.ts";
import { lose } from "./rules/leave.ts";
import { touch } from "./rules/looked-at.ts";
import { madeInHaste } from "./rules/make.ts";
import { checkTurn } from "./rules/sequence.ts";
import type { Room } from "./state/room.ts";
import { MAX_FAILED_JOINS, type SessionId } from "./state/session.ts";

/** Refusals in a row, beyond a burst, after which a socket is closed. */
const PATIENCE = 100;

/** Refusals of a join after which the socket is closed, although its person could try again. */
const CLOSES_AFTER: Partial<Record<ErrorCode, "banned" | "full">> = {
  banned: "banned",
  room_full: "full",
};

/** Handles one text frame of a session: what is to be done about it, refusals included. */
export function handle(room: Room, id: SessionId, frame: string): readonly Effect[] {
  const command = parseCommand(frame);
  return isRefusal(command) ? handleRefusal(room, id, command) : handleCommand(room, id, command);
}

/** Goes on with a join that makes the room, once it is counted. `wait`: in how many ms it may be made; 0 for now. */
export function joinCounted(
  room: Room,
  id: SessionId,
  { command, wait }: { readonly command: CommandOf<"join">; readonly wait: number },
): readonly Effect[] {
  const ended = endHolds(room);
  const session = room.sessions.get(id);
  if (session?.state !== "waiting") return ended;
  // Somebody else may have made it meanwhile.
  const isTooMuch = wait > 0 && !room.profile;
  const comer = { session: id, waiting: session, counted: true };
  return [
    ...ended,
    ...conclude(room, id, { command, outcome: isTooMuch ? madeInHaste(wait) : join(room, comer, command) }),
  ];
}

/** Handles a command of a session, if that is still there. */
function handleCommand(room: Room, id: SessionId, command: Command): readonly Effect[] {
  // A nickname whose hold is over is free, even where the alarm that is to say so rings late.
  const ended = command.type === "join" ? endHolds(room) : [];
  return [...ended, ...conclude(room, id, { command, outcome: obey(room, id, command) })];
}

/** What comes of a command, its refusal as that of this very command. */
function conclude(
  room: Room,
  id: SessionId,
  { command, outcome }: { readonly command: Command; readonly outcome: Outcome },
): readonly Effect[] {
  if (!isRefusal(outcome)) {
    // What costs no token must not excuse what was refused.
    if (takesToken(command)) room.sessions.obeyed(id);
    return outcome;
  }
  const cid = "cid" in command ? command.cid : undefined;
  return handleRefusal(room, id, { ...outcome, of: command.type, ...(cid !== undefined && { cid }) });
}

/** Answers a refusal, and closes the socket of who takes no for an answer too often. */
export function handleRefusal(room: Room, id: SessionId, refusal: Refusal | BadFrame): readonly Effect[] {
  const session = room.sessions.get(id);
  if (!session) return [];
  const { refused, ...about } = refusal;
  const error = answer(id, { type: "error", code: refused, ...about });
  const isFlooding = room.sessions.refuse(id) >= PATIENCE + room.settings.burst;
  const isJoining = session.state === "waiting" && "of" in about && about.of === "join";
  const failures = isJoining ? room.sessions.fail(id) : 0;
  const final = isJoining ? CLOSES_AFTER[refused] : undefined;
  if (final) return [error, ...lose(room, id, { code: CLOSE[final], reason: refused })];
  if (!isFlooding && failures < MAX_FAILED_JOINS) return [error];
  return [error, ...lose(room, id, { code: CLOSE.flooding, reason: "flooding" })];
}

function obey(room: Room, id: SessionId, command: Command): Outcome {
  const session = room.sessions.get(id);
  if (!session) return [];
  if (command.type === "join")
    return session.state === "waiting"
      ? join(room, { session: id, waiting: session }, command)
      : refuse("already_joined");
  const person = session.state === "joined" ? room.people.get(session.uid) : undefined;
  if (session.state === "waiting" || !person) return refuse("not_joined");
  return carryOut(room, { person, session: id, joined: session }, command);
}

function carryOut(room: Room, actor: Actor, command: Exclude<Command, { type: "join" }>): Outcome {
  const { person, joined, session } = actor;
  const { byHand, costs, needs, numbered, writes } = COMMANDS[command.type];
  const wait = room.pay(costs, joined);
  if (wait > 0) return refuseUntil(wait);
  if (byHand) touch(room, session);
  if (needs && !room.may(person.uid, needs)) return lacks(needs);
  const cid = numbered && "cid" in command ? command.cid : undefined;
  const turn = cid === undefined ? undefined : checkTurn(actor, cid);
  const over = turn ?? (writes ? checkDay(room, writer(actor)) : undefined);
  return over ?? runCommand(room, actor, command);
}

function takesToken({ type }: Command): boolean {
  const costs = type === "join" ? "nothing" : COMMANDS[type].costs;
  return costs === "token" || costs === "lookup";
}

const NOT = { mod: "not_a_mod", owner: "not_an_owner" } as const;

function lacks(needs: keyof typeof NOT): Refusal {
  return refuseAs(NOT[needs]);
}
