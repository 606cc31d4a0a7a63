import { CLOSE } from "../protocol/close-code.ts";
import type { Command } from "../protocol/command.ts";
import { isRefusal, type Refusal, refuse, refuseUntil } from "../protocol/error.ts";
import { type BadFrame, parseCommand } from "../protocol/frame.ts";
import { COMMANDS, type Cost, run } from "./commands.ts";
import { answer, type Effect } from "./effect.ts";
import type { Outcome } from "./outcome.ts";
import { dismiss } from "./rules/dismiss.ts";
import { join } from "./rules/join.ts";
import { drop, endHolds } from "./rules/leave.ts";
import { checkTurn } from "./rules/sequence.ts";
import type { Room } from "./state/room.ts";
import {
  CLOSES_AFTER,
  isJoined,
  isWaiting,
  type JoinedSession,
  MAX_FAILED_JOINS,
  type Session,
} from "./state/session.ts";

/** Refusals in a row, beyond a burst, after which a socket is closed. */
const PATIENCE = 100;

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
    if (takesToken(command)) session.refusals = 0;
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
  const { costs, needs, numbered } = COMMANDS[command.type];
  const wait = pay(room, session, costs);
  if (wait > 0) return refuseUntil(wait);
  if (needs && !room.may(person.uid, needs)) return lacks(needs);
  const cid = numbered && "cid" in command ? command.cid : undefined;
  const turn = cid === undefined ? undefined : checkTurn(session, cid);
  return turn ?? run(room, { person, session }, command);
}

function takesToken({ type }: Command): boolean {
  const costs = type === "join" ? "nothing" : COMMANDS[type].costs;
  return costs === "token" || costs === "lookup";
}

const NOT = { mod: "not_a_mod", owner: "not_an_owner" } as const;

function lacks(needs: keyof typeof NOT): Refusal {
  return refuse("forbidden", `Only the room's ${needs}s may do that.`, NOT[needs]);
}

/** Takes what a command costs. Returns 0, or in how many milliseconds it can be afforded. */
function pay(room: Room, { state }: JoinedSession, costs: Cost): number {
  const now = room.clock.steady();
  switch (costs) {
    case "nothing":
      return 0;
    case "trifle":
      return room.trifles.take(state.uid, now);
    case "token":
      return room.takeToken(state);
    case "lookup":
      return room.takeToken(state) || room.lookups.take(state.address, now);
    default:
      return costs satisfies never;
  }
}
