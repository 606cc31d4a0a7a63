import type { Saying } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { isRefusal, type Refusal, refuse } from "../../protocol/error.ts";
import { type Audience, everyone } from "../effect.ts";
import type { Room } from "../state/room.ts";
import type { LoggedMessage, Manner } from "../state/store.ts";
import { trim } from "./retain.ts";
import { checkPace } from "./slow-down.ts";

/** Who says something, and under what it is known again. */
type Sender = Pick<LoggedMessage, "uid" | "nick" | "client" | "cid" | "digest" | "address">;

/** Stores a message, or says why not. */
export function speak(room: Room, sender: Sender, saying: Saying): LoggedMessage | Refusal {
  const { uid } = sender;
  const tooSoon = checkPace(room, uid);
  if (tooSoon) return tooSoon;
  const to = addressee(room, saying.to);
  if (isRefusal(to)) return to;
  const manner = mannerOf(saying);
  const { re } = manner;
  const refusal = re === undefined ? undefined : checkReply(room, uid, { re, to: to?.uid });
  if (refusal) return refusal;

  const { log } = room.store;
  const message: LoggedMessage = {
    type: "message",
    id: log.cursor() + 1,
    at: room.now(),
    ...sender,
    ...{ to, text: saying.text, manner, edited: false },
    tally: room.usage.count(sender.address),
  };
  log.append(message);
  room.speech.note(uid, room.clock.steady());
  trim(room);
  return message;
}

/** What is said of a message besides its text and its addressee. */
export function mannerOf({ text: _, to: __, me, ...manner }: Saying): Manner {
  return { ...manner, ...(me && { me }) };
}

function addressee(room: Room, who: string | undefined): LoggedMessage["to"] | Refusal {
  if (who === undefined) return undefined;
  const person = room.find(who);
  return person ? { uid: person.uid, nick: person.nick } : refuse("no_such_nick");
}

/** A reply to a private message stays between its two parties. */
function checkReply(
  room: Room,
  uid: string,
  { re, to }: { readonly re: number; readonly to: string | undefined },
): Refusal | undefined {
  const target = room.store.log.find(re, uid);
  if (target?.text === undefined) return refuse("no_such_message");
  if (!target.to) return undefined;
  const other = target.uid === uid ? target.to.uid : target.uid;
  return to === other ? undefined : refuseAs("reply_elsewhere");
}

/** Who hears of a message, and of what becomes of it. */
export function audienceOf({ uid, to }: Pick<LoggedMessage, "uid" | "to">): Audience {
  return to ? { kind: "people", uids: [uid, to.uid] } : everyone;
}
