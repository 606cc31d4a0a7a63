import type { Reactions } from "../../room/state/reactions.ts";
import type {
  LoggedEvent,
  LoggedMessage,
  LoggedReaction,
  LoggedRevision,
  Manner,
} from "../../room/state/store.ts";
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
const text: Keeping<string | undefined> = {
  keep: (value) => value ?? null,
  read: (kept) => (typeof kept === "string" ? kept : undefined),
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
const MANNER = [column("re", number), column("me", flag), column("bot", flag), column("hook", text)];

/** The columns that an event is inserted with, besides. */
const COMMON = [
  ...(["id", "type", "at", "uid", "nick", "client", "cid"] as const),
  ...(["to_uid", "to_nick", "text", "target", "digest"] as const),
  ...(["address", "said", "rows", "reacted", "is_on", "files"] as const),
] as const;

/** The columns that an event is inserted with: all but those which have something by a later change only. */
export const INSERTED = [...COMMON, ...MANNER.map(({ name }) => name)];

/** All columns of the table `events`. */
export const COLUMNS = [...INSERTED, "edited", "reactions"];

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
  reacted: number;
  is_on: number;
  files: string | null;
  edited: number;
  reactions: string | null;
} & { [Field in keyof Manner]-?: SqlValue };

/** What had been written with an event: rows on its day, reactions in all. */
type Counts = Pick<EventRow, "rows" | "reacted">;

/** What is inserted for an event, in the order of {@link INSERTED}. */
export function valuesOf(event: LoggedEvent, counts: Counts): SqlValue[] {
  const { id, type, at, uid, nick, client = null, cid = null, to, address, tally } = event;
  const isMessage = event.type === "message";
  const values: Pick<EventRow, (typeof COMMON)[number]> = {
    ...{ id, type, at, uid, nick, client, cid, to_uid: to?.uid ?? null, to_nick: to?.nick ?? null },
    text: isMessage ? (event.text ?? null) : event.type === "reacted" ? event.emoji : null,
    target: isMessage ? null : event.target,
    digest: isMessage ? (event.digest ?? null) : null,
    ...{ address, said: tally.said, ...counts, is_on: event.type === "reacted" && event.on ? 1 : 0 },
    files: isMessage && event.files ? JSON.stringify(event.files) : null,
  };
  const manner = isMessage ? event.manner : {};
  return [...COMMON.map((name) => values[name]), ...MANNER.map(({ keep }) => keep(manner))];
}

/** An event as it is shown, where it still is; what became of a message's reactions, `reactionsTo` tells by its id. */
export function toEvent(
  row: EventRow,
  reactionsTo: (target: number) => Reactions | undefined,
): LoggedEvent | undefined {
  switch (row.type) {
    case "message":
      return toMessage(row);
    case "reacted":
      return toReaction(row, reactionsTo(row.target ?? 0));
    default:
      return toRevision(row, row.type);
  }
}

export function toMessage(row: EventRow): LoggedMessage {
  return {
    ...common(row),
    type: "message",
    text: row.text ?? undefined,
    manner: mannerIn(row),
    edited: row.edited === 1,
    files: row.files === null ? undefined : JSON.parse(row.files),
    digest: row.digest ?? undefined,
    reactions: row.reactions ?? undefined,
  };
}

function mannerIn(row: EventRow): Manner {
  let manner: Manner = {};
  for (const { read } of MANNER) manner = { ...manner, ...read(row) };
  return manner;
}

function toRevision(row: EventRow, type: LoggedRevision["type"]): LoggedRevision {
  return { ...common(row), type, target: row.target ?? 0, text: row.text ?? undefined };
}

/** Undefined where its message is no longer kept, or a later one of the same person and emoji has taken its place. */
function toReaction(row: EventRow, reactions: Reactions | undefined): LoggedReaction | undefined {
  const { id, uid, target, text: emoji, is_on } = row;
  const on = is_on === 1;
  if (target === null || emoji === null || !reactions?.isNewest({ uid, emoji, id }, on)) return undefined;
  return { ...common(row), type: "reacted", target, emoji, on, count: reactions.countOf(emoji) };
}

function common({ id, at, uid, nick, client, cid, to_uid, to_nick, ...row }: EventRow) {
  const to = to_uid === null ? undefined : { uid: to_uid, nick: to_nick ?? to_uid };
  const origin = { address: row.address, tally: { said: row.said } };
  return { id, at, uid, nick, client: client ?? undefined, cid: cid ?? undefined, to, ...origin };
}
