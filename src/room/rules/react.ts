import type { CommandOf } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse } from "../../protocol/error.ts";
import { ROOM_LIMITS } from "../../protocol/limits.ts";
import { type Actor, writer } from "../actor.ts";
import { tell } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import { Reactions } from "../state/reactions.ts";
import type { Room } from "../state/room.ts";
import type { LoggedMessage, LoggedReaction } from "../state/store.ts";
import { viewChange } from "../view.ts";
import { checkBudget } from "./budget.ts";
import { trimReactions } from "./retain.ts";
import { acknowledge } from "./sequence.ts";
import { audienceOf } from "./speak.ts";

/** Reacts to a message with an emoji, or takes that back; stored even where it changes nothing. */
export function react(room: Room, actor: Actor, { cid, id: target, emoji, on }: CommandOf<"react">): Outcome {
  const { log } = room.store;
  const { uid, nick } = actor.person;
  const message = log.find(target, uid);
  if (message?.text === undefined) return refuse("no_such_message");
  const reactions = new Reactions(message.reactions);
  const refusal =
    checkBudget(room, writer(actor)) ?? (on ? checkPlace(reactions, { uid, emoji }) : undefined);
  if (refusal) return refusal;

  const id = log.cursor() + 1;
  if (on) reactions.add({ uid, emoji, id });
  else reactions.takeBack({ uid, emoji, id });
  const { address, client } = actor.joined;
  const row: LoggedReaction = {
    ...{ type: "reacted", id, at: room.now(), uid, nick, client, cid, address },
    ...{ to: otherParty(message, uid), target, emoji, on, count: reactions.countOf(emoji) },
    tally: room.usage.count(address),
  };
  log.append(row);
  log.putReactions(target, reactions.kept);
  trimReactions(room);
  return [acknowledge(room, actor, { cid, id }), tell(audienceOf(message), viewChange(row))];
}

/** Refuses what is one too many. */
function checkPlace(
  reactions: Reactions,
  mark: { readonly uid: string; readonly emoji: string },
): Refusal | undefined {
  if (reactions.has(mark)) return undefined;
  if (reactions.size >= ROOM_LIMITS.reactions)
    return refuseAs("too_many_reactions", { most: ROOM_LIMITS.reactions });
  const isNew = reactions.countOf(mark.emoji) === 0;
  if (isNew && reactions.emojis >= ROOM_LIMITS.emojis)
    return refuseAs("too_many_emojis", { most: ROOM_LIMITS.emojis });
  return undefined;
}

/** Who else may see it, where only two may. */
function otherParty({ uid, nick, to }: LoggedMessage, reactor: string): LoggedMessage["to"] {
  return to && (uid === reactor ? to : { uid, nick });
}
