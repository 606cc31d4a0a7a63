import { refuseAs } from "../../protocol/detail.ts";
import { isRefusal, type Refusal, refuse } from "../../protocol/error.ts";
import { type Audience, everyone } from "../effect.ts";
import type { Room } from "../state/room.ts";
import type { LoggedMessage } from "../state/store.ts";
import { trim } from "./retain.ts";
import { checkPace } from "./slow-down.ts";

/** What somebody wants to say, over a socket or plain HTTP. */
export interface Draft {
  readonly uid: string;
  readonly nick: string;
  readonly text: string;
  readonly to?: string | undefined;
  readonly re?: number | undefined;
  readonly me?: boolean | undefined;
  readonly client?: string | undefined;
  readonly cid?: number | undefined;
  readonly digest?: string | undefined;
}

/** Stores a message, or says why not. */
export function speak(room: Room, draft: Draft): LoggedMessage | Refusal {
  const { uid, nick, text, re, me = false, client, cid, digest } = draft;
  const tooSoon = checkPace(room, uid);
  if (tooSoon) return tooSoon;
  const to = addressee(room, draft.to);
  if (isRefusal(to)) return to;
  const refusal = re === undefined ? undefined : checkReply(room, uid, { re, to: to?.uid });
  if (refusal) return refusal;

  const { log } = room.store;
  const message: LoggedMessage = {
    type: "message",
    id: log.cursor() + 1,
    at: room.now(),
    ...{ uid, nick, client, cid, to, text, re, me, edited: false, digest },
  };
  room.open();
  log.append(message);
  room.speech.note(uid, room.clock.steady());
  trim(room);
  return message;
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
