import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse } from "../../protocol/error.ts";
import { nickLength } from "../../protocol/nickname.ts";
import { isReserved } from "../../protocol/text/look-alike.ts";
import type { Room } from "../state/room.ts";

/** Whoever reads these knows 0 from O; and names are made of them by counting. */
const ASCII = /^[\0-\x7f]*$/;

/** Whether a nickname is long enough for this deployment; of its other rules it keeps all. */
export function checkNickLength({ settings }: Room, nick: string): Refusal | undefined {
  const least = settings.nickMin;
  return nickLength(nick) < least ? refuseAs("nick_too_short", { least }) : undefined;
}

/** Whether somebody may go by a nickname, or whose it is. Nobody stands in their own way. */
export function checkNickname({ people }: Room, uid: string, nick: string): Refusal | undefined {
  if (isReserved(nick)) return refuseAs("nick_reserved");
  const holder = people.named(nick);
  if (holder && holder.uid !== uid) return refuse("nick_taken");
  if (holder?.nick === nick) return undefined;
  const double = people
    .lookingLike(nick)
    .find((person) => person.uid !== uid && !(ASCII.test(nick) && ASCII.test(person.nick)));
  return double && refuseAs("nick_look_alike", { nick: double.nick });
}
