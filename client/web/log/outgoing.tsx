import type { Names } from "../../../src/protocol/text/mention.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { type MessageItem, messageItem } from "../model/item.ts";
import { rowsOf } from "../model/rows.ts";
import { type Action, buttons } from "../panel/actions.tsx";
import type { InRoom } from "../session/in-room.ts";
import type { RoomSession } from "../session/room-session.ts";
import { pageWords } from "../words/page-words.ts";
import { DayLine } from "./day-line.tsx";
import { OwnRow } from "./own-row.tsx";

const { outgoing } = pageWords;

interface Unarrived {
  entry: Entry;
  mark: "failed" | "sending" | "waiting";
  why: string;
  actions: readonly Action[];
}

/** What has not arrived. It looks as it will in the log, so that nothing moves when it does. */
export function Outgoing({ session, names }: InRoom & { names: Names }) {
  const all = new Map(unarrivedIn(session).map((each) => [`o${each.mark}${each.entry.key}`, each]));
  const items = [...all].map(([key, { entry }]) => ({ ...ownMessage(entry, session), key }));
  const rows = rowsOf(items, { before: session.feed.log.items.at(-1) });
  return (
    <>
      {rows.map((row) => {
        if (row.kind === "day") return <DayLine key={row.key} at={row.at} />;
        const unarrived = all.get(row.key);
        if (row.kind !== "message" || unarrived === undefined) return null;
        const { mark, why, actions } = unarrived;
        return (
          <OwnRow key={row.key} {...{ row, names, session }} marks={{ [mark]: true }}>
            <p class="state">
              {why}
              {buttons(actions)}
            </p>
          </OwnRow>
        );
      })}
    </>
  );
}

/** What was refused, in doubt, or on its way. */
function unarrivedIn({ chat, desk, talk }: RoomSession): Unarrived[] {
  const online = chat.state.state === "online";
  // A change that is on its way is shown where it will be.
  const own = chat.outbox.filter(({ draft, state }) => draft.type === "say" || !online || state === "unsure");
  const pending = own.map((entry): Unarrived => {
    const unsure = entry.state === "unsure";
    return {
      entry,
      mark: unsure ? "failed" : online ? "sending" : "waiting",
      why: unsure ? outgoing.unsure : online ? outgoing.sending : outgoing.waiting,
      actions: [
        unsure && [outgoing.retry, () => chat.resend(entry.key)],
        entry.state !== "sent" && !(online && !unsure) && [outgoing.discard, () => desk.drop(entry.key)],
      ],
    };
  });
  const failed = desk.failed.map(
    (each): Unarrived => ({
      ...each,
      mark: "failed",
      actions: [
        each.entry.draft.type === "say" && [outgoing.retry, () => desk.retry(each)],
        "text" in each.entry.draft && [outgoing.revise, () => desk.revise(each)],
        [outgoing.discard, () => desk.discard(each)],
      ],
    }),
  );
  // A private talk has what is for its person alone.
  return [...failed, ...pending].filter(
    ({ entry: { draft } }) => !talk || (draft.type === "say" && draft.to === talk.to.uid),
  );
}

/** A draft as the message that it will be, dated by the room's clock. */
export function ownMessage({ draft, at }: Pick<Entry, "draft" | "at">, session: RoomSession): MessageItem {
  const { chat, ahead, late } = session;
  const { part } = late;
  const { uid = "", nick = "" } = chat.room.you ?? {};
  const author = { type: "message", id: 0, at: at + ahead, uid, nick } as const;
  if (draft.type !== "say") return messageItem({ ...author, text: outgoing[draft.type] }, true);
  const { type: _, to, files: ids, ...saying } = draft;
  const files = ids && typeof part !== "string" && { files: part.filesIn(session, ids) };
  const addressee = chat.room.members.find((member) => member.uid === to)?.nick ?? to;
  const direction = to === undefined ? {} : { to: { uid: to, nick: addressee ?? to } };
  return messageItem({ ...author, ...saying, ...files, ...direction }, true);
}
