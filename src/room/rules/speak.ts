import type { Saying } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse } from "../../protocol/error.ts";
import { type Audience, everyone } from "../effect.ts";
import type { Room } from "../state/room.ts";
import type { LoggedMessage, Manner } from "../state/store.ts";
import { checkFiles, filesOf, shared } from "./files.ts";
import { trim } from "./retain.ts";
import { checkPace } from "./slow-down.ts";

/** Who says something, and under what it is known again. */
interface Sender extends Pick<LoggedMessage, "uid" | "nick" | "client" | "cid" | "digest" | "address"> {
  readonly isBot?: boolean;
  /** The name of the hook that brings it. */
  readonly hook?: string;
}

/** Stores a message, or says why not. */
export function speak(room: Room, sender: Sender, saying: Saying): LoggedMessage | Refusal {
  return checkSpeech(room, sender.uid, saying) ?? record(room, sender, saying);
}

/** Stores a message that has nothing against it. */
export function record(room: Room, { isBot, hook, ...sender }: Sender, saying: Saying): LoggedMessage {
  const addressee = saying.to === undefined ? undefined : room.addressee(saying.to);
  const to = addressee && { uid: addressee.uid, nick: addressee.nick };
  const files = saying.files && filesOf(room, saying.files);

  const { log } = room.store;
  const message: LoggedMessage = {
    type: "message",
    id: log.cursor() + 1,
    at: room.now(),
    ...sender,
    ...{ to, text: saying.text, files: files?.map(shared), edited: false, reactions: undefined },
    manner: { ...mannerOf(saying), ...(isBot && { bot: true }), ...(hook !== undefined && { hook }) },
    tally: room.usage.count(sender.address),
  };
  log.append(message);
  if (files) room.files.claim(files, message.id);
  room.speech.note(sender.uid, room.clock.steady());
  room.subscriptions.hear(message);
  trim(room);
  return message;
}

/** What is said of a message besides its text, its files and its addressee. */
export function mannerOf({ text: _, to: __, files: ___, me, ...manner }: Saying): Manner {
  return { ...manner, ...(me && { me }) };
}

/** Refuses what can't be said now, or to whom. */
export function checkSpeech(room: Room, uid: string, saying: Saying): Refusal | undefined {
  const wrong = checkFiles(room, uid, saying) ?? checkPace(room, uid);
  if (wrong) return wrong;
  const { to: who, re } = saying;
  const to = who === undefined ? undefined : room.addressee(who)?.uid;
  if (who !== undefined && to === undefined) return refuse("no_such_nick");
  return re === undefined ? undefined : checkReply(room, uid, { re, to });
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
