import type { CommandOf } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { refuse } from "../../protocol/error.ts";
import type { Actor } from "../actor.ts";
import { tell } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import type { Room } from "../state/room.ts";
import type { LoggedChange } from "../state/store.ts";
import { viewChange } from "../view.ts";
import { trim } from "./retain.ts";
import { acknowledge } from "./sequence.ts";
import { checkPace } from "./slow-down.ts";
import { audienceOf } from "./speak.ts";

/** Gives a message of one's own another text. */
export function edit(room: Room, actor: Actor, command: CommandOf<"edit">): Outcome {
  const target = room.store.log.find(command.id, actor.person.uid);
  if (target?.text === undefined) return refuse("no_such_message");
  if (target.uid !== actor.person.uid) return refuseAs("not_your_edit");
  const tooSoon = checkPace(room, target.uid);
  if (tooSoon) return tooSoon;
  room.speech.note(target.uid, room.clock.steady());
  return change(room, actor, { command, type: "edited", to: target.to, author: target.uid });
}

/** Takes back a message of one's own, or as a moderator any public one. */
export function remove(room: Room, actor: Actor, command: CommandOf<"delete">): Outcome {
  const { uid } = actor.person;
  const target = room.store.log.find(command.id, uid);
  if (target?.text === undefined) return refuse("no_such_message");
  const mayModerate = target.to === undefined && room.may(uid, "mod");
  if (target.uid !== uid && !mayModerate) return refuseAs("not_your_deletion");
  return change(room, actor, { command, type: "deleted", to: target.to, author: target.uid });
}

interface Revision {
  readonly command: CommandOf<"edit"> | CommandOf<"delete">;
  readonly type: LoggedChange["type"];
  readonly to: LoggedChange["to"];
  readonly author: string;
}

/** Stores the change and rewrites the message in its row: in this order, the log writes both at once. */
function change(room: Room, actor: Actor, { command, type, to, author }: Revision): Outcome {
  const { person, joined } = actor;
  const { log } = room.store;
  const text = command.type === "edit" ? command.text : undefined;
  const row: LoggedChange = {
    ...{ type, id: log.cursor() + 1, at: room.now(), uid: person.uid, nick: person.nick },
    ...{ client: joined.client, cid: command.cid, to, target: command.id, text },
  };
  log.append(row);
  log.rewrite(command.id, text);
  trim(room);
  return [
    acknowledge(room, actor, { cid: command.cid, id: row.id }),
    tell(audienceOf({ uid: author, to }), viewChange(row)),
  ];
}
