import type { LoggedChange, LoggedEvent, LoggedMessage, Manner } from "../../room/state/store.ts";
import type { SqlValue } from "./database.ts";

/** How a field that may be missing stands in the column of its name. */
interface Keeping<Value> {
  keep(value: Value): SqlValue;
  read(kept: SqlValue): Value;
}

const number: Keeping<number | undefined> = {
  keep: (value) => value ?? null,
  read: (kept) => (typeof kept === "number" ? kept : undefined),
};
const flag: Keeping<boolean | undefined> = {
  keep: (value) => (value ? 1 : 0),
  read: (kept) => kept === 1 || undefined,
};

function column<Field extends keyof Manner>(name: Field, kind: Keeping<Manner[Field]>) {
  return {
    name,
    keep: (manner: Manner) => kind.keep(manner[name]),
    read: (row: EventRow): Manner => {
      const value = kind.read(row[name]);
      return value === undefined ? {} : { [name]: value };
    },
  };
}

/** A column for all that a message is said with. */
const MANNER = [column("re", number), column("me", flag)];

/** The columns that an event is inserted with, besides. */
const COMMON = [
  ...(["id", "type", "at", "uid", "nick", "client", "cid"] as const),
  ...(["to_uid", "to_nick", "text", "target", "digest"] as const),
  ...(["address", "said", "rows"] as const),
] as const;

/** The columns that an event is inserted with: all but `edited`, which is so by a later change only. */
export const INSERTED = [...COMMON, ...MANNER.map(({ name }) => name)];

/** All columns of the table `events`. */
export const COLUMNS = [...INSERTED, "edited"];

/** A row of the table `events`. */
export type EventRow = {
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
  target: number | null;
  digest: string | null;
  address: string;
  said: number;
  rows: number;
  edited: number;
} & { [Field in keyof Manner]-?: SqlValue };

/** What is inserted for an event, in the order of {@link INSERTED}; `rows` are those that were written on its day before. */
export function valuesOf(event: LoggedEvent, rows: number): SqlValue[] {
  const { id, type, at, uid, nick, client = null, cid = null, to, address, tally } = event;
  const isMessage = event.type === "message";
  const values: Pick<EventRow, (typeof COMMON)[number]> = {
    ...{ id, type, at, uid, nick, client, cid, to_uid: to?.uid ?? null, to_nick: to?.nick ?? null },
    text: isMessage ? (event.text ?? null) : null,
    target: isMessage ? null : event.target,
    digest: isMessage ? (event.digest ?? null) : null,
    ...{ address, said: tally.said, rows },
  };
  const manner = isMessage ? event.manner : {};
  return [...COMMON.map((name) => values[name]), ...MANNER.map(({ keep }) => keep(manner))];
}

export function toEvent(row: EventRow): LoggedEvent {
  return row.type === "message" ? toMessage(row) : toChange(row, row.type);
}

export function toMessage(row: EventRow): LoggedMessage {
  return {
    ...common(row),
    type: "message",
    text: row.text ?? undefined,
    manner: mannerIn(row),
    edited: row.edited === 1,
    digest: row.digest ?? undefined,
  };
}

function mannerIn(row: EventRow): Manner {
  let manner: Manner = {};
  for (const { read } of MANNER) manner = { ...manner, ...read(row) };
  return manner;
}

function toChange(row: EventRow, type: LoggedChange["type"]): LoggedChange {
  return { ...common(row), type, target: row.target ?? 0, text: row.text ?? undefined };
}

function common({ id, at, uid, nick, client, cid, to_uid, to_nick, ...row }: EventRow) {
  const to = to_uid === null ? undefined : { uid: to_uid, nick: to_nick ?? to_uid };
  const origin = { address: row.address, tally: { said: row.said } };
  return { id, at, uid, nick, client: client ?? undefined, cid: cid ?? undefined, to, ...origin };
}
