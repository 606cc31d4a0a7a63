import type { LoggedChange, LoggedEvent, LoggedMessage } from "../../room/state/store.ts";

/** The columns that an event is inserted with: all but `edited`. */
export const INSERTED = "id, type, at, uid, nick, client, cid, to_uid, to_nick, text, re, me, target, digest";

/** A row of the table `events`. */
export type Row = {
  id: number;
  type: LoggedEvent["type"];
  at: number;
  uid: string;
  nick: string;
  client: string | null;
  cid: number | null;
  to_uid: string | null;
  to_nick: string | null;
  text: string | null;
  re: number | null;
  me: number;
  edited: number;
  target: number | null;
  digest: string | null;
};

/** What is inserted for an event, in the order of {@link INSERTED}. */
export function valuesOf(event: LoggedEvent): SqlStorageValue[] {
  const { id, type, at, uid, nick, client = null, cid = null, to } = event;
  const kind =
    event.type === "message"
      ? [event.text ?? null, event.re ?? null, event.me ? 1 : 0, null, event.digest ?? null]
      : [null, null, 0, event.target, null];
  return [id, type, at, uid, nick, client, cid, to?.uid ?? null, to?.nick ?? null, ...kind];
}

export function toEvent(row: Row): LoggedEvent {
  return row.type === "message" ? toMessage(row) : toChange(row, row.type);
}

export function toMessage(row: Row): LoggedMessage {
  return {
    ...common(row),
    type: "message",
    text: row.text ?? undefined,
    re: row.re ?? undefined,
    me: row.me === 1,
    edited: row.edited === 1,
    digest: row.digest ?? undefined,
  };
}

function toChange(row: Row, type: LoggedChange["type"]): LoggedChange {
  return { ...common(row), type, target: row.target ?? 0, text: row.text ?? undefined };
}

function common({ id, at, uid, nick, client, cid, to_uid, to_nick }: Row) {
  const to = to_uid === null ? undefined : { uid: to_uid, nick: to_nick ?? to_uid };
  return { id, at, uid, nick, client: client ?? undefined, cid: cid ?? undefined, to };
}
