import { isBudgeted } from "../../protocol/change.ts";
import type { CommandOf } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { refuse } from "../../protocol/error.ts";
import { type Actor, writer } from "../actor.ts";
import { type Effect, tell } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import type { Room } from "../state/room.ts";
import type { LoggedMessage, LoggedRevision } from "../state/store.ts";
import { viewChange } from "../view.ts";
import { note } from "./acts.ts";
import { checkBudget } from "./budget.ts";
import { trim } from "./retain.ts";
import { acknowledge } from "./sequence.ts";
import { checkPace } from "./slow-down.ts";
import { audienceOf } from "./speak.ts";

/** Gives a message of one's own another text. */
export function edit(room: Room, actor: Actor, command: CommandOf<"edit">): Outcome {
  const target = room.store.log.find(command.id, actor.person.uid);
  if (target?.text === undefined) return refuse("no_such_message");
  if (target.uid !== actor.person.uid) return refuseAs("not_your_edit");
  if (command.text === "" && !target.files) return refuseAs("text_shows_nothing");
  const tooSoon = checkBudget(room, writer(actor)) ?? checkPace(room, target.uid);
  if (tooSoon) return tooSoon;
  room.speech.note(target.uid, room.clock.steady());
  const { id, cid, text } = command;
  return change(room, actor, { type: "edited", target: id, text, to: target.to, author: target.uid, cid });
}

/** Takes back a message of one's own, or as a moderator any public one. */
export function remove(room: Room, actor: Actor, command: CommandOf<"delete">): Outcome {
  const { uid } = actor.person;
  const target = room.store.log.find(command.id, uid);
  if (target?.text === undefined) return refuse("no_such_message");
  const mayModerate = target.to === undefined && room.may(uid, "mod");
  if (target.uid !== uid && !mayModerate) return refuseAs("not_your_deletion");
  if (target.uid !== uid)
    note(room, actor, { act: "delete", nick: target.nick, uid: target.uid, target: target.id });
  const { id, cid } = command;
  return change(room, actor, {
    type: "deleted",
    target: id,
    files: target.files,
    to: target.to,
    author: target.uid,
    cid,
  });
}

/** Deletes a public message of somebody's for one who keeps order, as a part of another command. */
export function takeBack(room: Room, actor: Actor, { id, uid, files }: LoggedMessage): Effect {
  return revise(room, actor, { type: "deleted", target: id, files, author: uid }).told;
}

interface Revision {
  readonly type: LoggedRevision["type"];
  readonly target: number;
  readonly text?: string;
  /** Those of a message that is deleted. */
  readonly files?: LoggedMessage["files"];
  readonly to?: LoggedRevision["to"];
  readonly author: string;
  /** The number of the command that asks for it, if it asks for nothing else. */
  readonly cid?: number;
}

function change(room: Room, actor: Actor, revision: Revision & { readonly cid: number }): Outcome {
  const { id, told } = revise(room, actor, revision);
  return [acknowledge(room, actor, { cid: revision.cid, id }), told];
}

/** Stores the change and rewrites the message in its row: in this order, the log writes both at once. */
function revise(room: Room, { person, joined }: Actor, revision: Revision): { id: number; told: Effect } {
  const { log } = room.store;
  const { type, target, text, files, to, author, cid } = revision;
  const { address } = joined;
  const row: LoggedRevision = {
    ...{ type, id: log.cursor() + 1, at: room.now(), uid: person.uid, nick: person.nick },
    ...(cid !== undefined && { client: joined.client, cid }),
    ...{ to, target, text, address },
    tally: isBudgeted(type) ? room.usage.count(address) : room.usage.tally,
  };
  log.append(row);
  log.rewrite(target, text);
  if (type === "deleted") room.files.release(files ?? []);
  trim(room);
  return { id: row.id, told: tell(audienceOf({ uid: author, to }), viewChange(row)) };
}
