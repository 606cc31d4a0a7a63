import type { CommandOf } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import type { Message } from "../../protocol/event.ts";
import type { Range } from "../../protocol/http.ts";
import type { MessagePage } from "../../protocol/http-answer.ts";
import { ROOM_LIMITS } from "../../protocol/limits.ts";
import { fold } from "../../protocol/text/fold.ts";
import type { Actor } from "../actor.ts";
import { answer } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import type { Room } from "../state/room.ts";
import { viewMessage } from "../view.ts";
import { fitting, pageAfter, pageBefore } from "./page.ts";

/** A page of what somebody may see: messages before an id, or all events after one. */
export function pageOf({ store: { log } }: Room, uid: string, { before, after, limit }: Range): MessagePage {
  return after === undefined
    ? pageBefore(log, before ?? log.cursor() + 1, { uid, limit })
    : pageAfter(log, after, { uid, limit });
}

export function history(room: Room, { person, session }: Actor, command: CommandOf<"history">): Outcome {
  if (command.before !== undefined && command.after !== undefined) {
    return refuseAs("before_and_after");
  }
  const page = pageOf(room, person.uid, command);
  return [answer(session, { type: "history", ...tagOf(command), ...page })];
}

/** Looks for a text, newest messages first, in a bounded number of rows. */
export function search(room: Room, { person, session }: Actor, command: CommandOf<"search">): Outcome {
  const { log } = room.store;
  const before = Math.min(command.before ?? Number.MAX_SAFE_INTEGER, log.cursor() + 1);
  const wanted = fold(command.text);
  const found: Message[] = [];
  const above = Math.max(log.floor(), log.back(before, ROOM_LIMITS.rows));
  let oldest = above + 1;
  let length = 0;
  for (const row of log.scan(before, person.uid, above)) {
    if (row.text === undefined) continue;
    length += row.text.length;
    const names = row.files?.map(({ name }) => name) ?? [];
    if ([row.text, ...names].some((each) => fold(each).includes(wanted)))
      found.push(viewMessage(row, person.uid));
    if (found.length < command.limit && length < ROOM_LIMITS.searchText) continue;
    oldest = row.id;
    break;
  }
  const fit = fitting(found);
  const events = found.slice(0, fit);
  if (fit < found.length) oldest = events.at(-1)?.id ?? oldest;
  const more = oldest > log.floor() + 1;
  return [
    answer(session, { type: "found", ...tagOf(command), events, more, ...(more && { before: oldest }) }),
  ];
}

function tagOf({ cid }: { readonly cid?: number }): { cid?: number } {
  return cid === undefined ? {} : { cid };
}
