import type { FileLedger, FileTotals, StoredFile } from "../../room/state/store.ts";
import type { SqlValue } from "./database.ts";
import type { Statements } from "./sql-acts.ts";

/** A row of the table `files`. */
type FileRow = {
  [Field in "id" | "place" | "name" | "type" | "uid" | "address" | "state"]: string;
} & { [Field in "size" | "at" | "wiped"]: number } & {
  [Field in "width" | "height" | "message"]: number | null;
};

const COLUMNS = "id, place, name, type, size, width, height, uid, address, at, state, message, wiped";

const STATES = ["coming", "here", "gone"] as const;

/** The files in SQLite. A row that needs to be looked after stands in an index, and no other does. */
export class SqlFiles implements FileLedger {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  find(id: string): StoredFile | undefined {
    return this.#read("WHERE id = ?", id)[0];
  }

  add({ id, place, uid, address, at, ...file }: StoredFile): void {
    this.#statements.write(
      `INSERT INTO files (id, place, uid, address, at, ${CHANGING.join(", ")}) ` +
        `VALUES (?, ?, ?, ?, ?, ${CHANGING.map(() => "?").join(", ")})`,
      ...[id, place, uid, address, at, ...changing(file)],
    );
  }

  change({ id, ...file }: StoredFile): void {
    const set = CHANGING.map((name) => `${name} = ?`).join(", ");
    this.#statements.write(`UPDATE files SET ${set} WHERE id = ?`, ...changing(file), id);
  }

  drop(id: string): void {
    this.#statements.write("DELETE FROM files WHERE id = ?", id);
  }

  waiting(): StoredFile[] {
    return this.#read("WHERE waiting = 1 ORDER BY at");
  }

  ofMessagesThrough(id: number): StoredFile[] {
    return this.#read("WHERE message <= ?", id);
  }

  totals({
    uid,
    address,
    since,
  }: {
    readonly uid: string;
    readonly address: string;
    readonly since: number;
  }): FileTotals {
    const unclaimed = "message IS NULL AND state <> 'gone'";
    const [row] = this.#statements.rows<Record<keyof FileTotals, number>>(
      "SELECT TOTAL(size * (wiped = 0)) AS kept, " +
        `TOTAL(size * (${unclaimed})) AS unclaimed, ` +
        `TOTAL(size * (${unclaimed} AND address = ?1)) AS unclaimedOfNetwork, ` +
        `TOTAL(${unclaimed} AND uid = ?2) AS unclaimedOfPerson, ` +
        "TOTAL(size * (at >= ?3 AND address = ?1)) AS sentByNetwork FROM files",
      ...[address, uid, since],
    );
    return row ?? NONE;
  }

  #read(where: string, ...values: SqlValue[]): StoredFile[] {
    return this.#statements.rows<FileRow>(`SELECT ${COLUMNS} FROM files ${where}`, ...values).map(toFile);
  }
}

const NONE: FileTotals = {
  ...{ kept: 0, unclaimed: 0, unclaimedOfNetwork: 0, unclaimedOfPerson: 0, sentByNetwork: 0 },
};

/** What becomes of a file. */
const CHANGING = ["name", "type", "size", "width", "height", "state", "message", "wiped", "waiting"];

function changing(file: Omit<StoredFile, "id" | "place" | "uid" | "address" | "at">): SqlValue[] {
  const { name, type, size, width, height, state, message, isWiped } = file;
  const isWaiting = message === undefined || (state === "gone" && !isWiped);
  const known = [name, type, size, width ?? null, height ?? null, state, message ?? null];
  return [...known, isWiped ? 1 : 0, isWaiting ? 1 : 0];
}

function toFile({ place, state, width, height, message, wiped, ...row }: FileRow): StoredFile {
  return {
    ...row,
    place: place === "bucket" ? "bucket" : "object",
    state: STATES.find((each) => each === state) ?? "gone",
    ...(width !== null && { width }),
    ...(height !== null && { height }),
    message: message ?? undefined,
    isWiped: wiped === 1,
  };
}
