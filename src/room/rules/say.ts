import type { CommandOf } from "../../protocol/command.ts";
import { isRefusal } from "../../protocol/error.ts";
import { type Actor, writer } from "../actor.ts";
import { tell } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import type { Room } from "../state/room.ts";
import { viewMessage } from "../view.ts";
import { checkBudget } from "./budget.ts";
import { call } from "./push/call.ts";
import { acknowledge } from "./sequence.ts";
import { audienceOf, speak } from "./speak.ts";

/** Stores what somebody says, and tells it. */
export function say(room: Room, actor: Actor, command: CommandOf<"say">): Outcome {
  const { uid, nick, isBot } = actor.person;
  const { type: _, cid, ...saying } = command;
  const over = checkBudget(room, writer(actor));
  if (over) return over;
  const message = speak(
    room,
    { uid, nick, isBot, client: actor.joined.client, cid, address: actor.joined.address },
    saying,
  );
  if (isRefusal(message)) return message;
  return [
    acknowledge(room, actor, { cid, id: message.id }),
    tell(audienceOf(message), viewMessage(message, uid)),
    ...call(room),
  ];
}
