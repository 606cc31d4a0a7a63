import {
  clientKey,
  type LoggedEvent,
  type LoggedMessage,
  type MessageLog,
  type Profile,
  type Store,
  type StoredAllowed,
  type StoredBan,
  type StoredMember,
  type StoredNumbers,
  type StoredRole,
} from "../../src/room/state/store.ts";

/** How to take back a write that has not been committed. */
type Undo = () => void;

/** A room's storage in memory: what is not committed is lost in a crash. */
export class MemoryStore implements Store {
  readonly log: MemoryLog;
  readonly #members: MemoryTable<StoredMember>;
  readonly #roles: MemoryTable<StoredRole>;
  readonly #bans: MemoryTable<StoredBan>;
  readonly #allowed: MemoryTable<StoredAllowed>;
  #profile: Profile | undefined;
  #undo: Undo[] = [];

  /** `keep` is how many events readers are shown at most. */
  constructor(keep: number) {
    const onWrite = (undo: Undo) => this.#undo.push(undo);
    this.log = new MemoryLog(keep, onWrite);
    this.#members = new MemoryTable(onWrite);
    this.#roles = new MemoryTable(onWrite);
    this.#bans = new MemoryTable(onWrite);
    this.#allowed = new MemoryTable(onWrite);
  }

  get isDirty(): boolean {
    return this.#undo.length > 0;
  }

  /** Whatever was written so far survives. */
  commit(): void {
    this.#undo = [];
  }

  /** Loses what was written since the last commit. */
  crash(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
  }

  profile(): Profile | undefined {
    return this.#profile;
  }

  putProfile(profile: Profile): void {
    const old = this.#profile;
    this.#undo.push(() => {
      this.#profile = old;
    });
    this.#profile = profile;
  }

  members(): StoredMember[] {
    return this.#members.all();
  }

  putMember(member: StoredMember): void {
    this.#members.put(member);
  }

  dropMember(uid: string): void {
    this.#members.drop(uid);
  }

  roles(): StoredRole[] {
    return this.#roles.all();
  }

  putRole(role: StoredRole): void {
    this.#roles.put(role);
  }

  dropRole(uid: string): void {
    this.#roles.drop(uid);
  }

  bans(): StoredBan[] {
    return this.#bans.all();
  }

  putBan(ban: StoredBan): void {
    this.#bans.put(ban);
  }

  dropBan(uid: string): void {
    this.#bans.drop(uid);
  }

  allowed(): StoredAllowed[] {
    return this.#allowed.all();
  }

  putAllowed(allowed: StoredAllowed): void {
    this.#allowed.put(allowed);
  }

  dropAllowed(uid: string): void {
    this.#allowed.drop(uid);
  }
}

/** Rows by `uid`. */
class MemoryTable<Row extends { readonly uid: string }> {
  readonly #rows = new Map<string, Row>();
  readonly #onWrite: (undo: Undo) => void;

  constructor(onWrite: (undo: Undo) => void) {
    this.#onWrite = onWrite;
  }

  all(): Row[] {
    return [...this.#rows.values()];
  }

  put(row: Row): void {
    this.#restoreLater(row.uid);
    this.#rows.set(row.uid, row);
  }

  drop(uid: string): void {
    this.#restoreLater(uid);
    this.#rows.delete(uid);
  }

  #restoreLater(uid: string): void {
    const old = this.#rows.get(uid);
    this.#onWrite(() => {
      if (old) this.#rows.set(uid, old);
      else this.#rows.delete(uid);
    });
  }
}

/** The log as an array of rows. Its ids have no holes, so a row's place tells its id. */
export class MemoryLog implements MessageLog {
  readonly #rows: LoggedEvent[] = [];
  readonly #keep: number;
  readonly #onWrite: (undo: Undo) => void;
  #removed = 0;
  #lastAt = 0;

  constructor(keep: number, onWrite: (undo: Undo) => void) {
    this.#keep = keep;
    this.#onWrite = onWrite;
  }

  cursor(): number {
    return this.#removed + this.#rows.length;
  }

  floor(): number {
    return Math.max(this.#removed, this.cursor() - this.#keep);
  }

  removed(): number {
    return this.#removed;
  }

  lastAt(): number {
    return this.#lastAt;
  }

  timeOf(id: number): number | undefined {
    return this.#row(id)?.at;
  }

  append(event: LoggedEvent): void {
    const lastAt = this.#lastAt;
    this.#rows.push(event.type === "message" ? event : { ...event, text: undefined });
    this.#lastAt = event.at;
    this.#onWrite(() => {
      this.#rows.pop();
      this.#lastAt = lastAt;
    });
  }

  rewrite(id: number, text: string | undefined): void {
    const place = id - this.#removed - 1;
    const old = this.#rows[place];
    if (old?.type !== "message") return;
    this.#rows[place] = { ...old, text, edited: true };
    this.#onWrite(() => {
      this.#rows[place] = old;
    });
  }

  find(id: number, uid: string): LoggedMessage | undefined {
    const row = this.#row(id);
    return row && isMessage(row) && this.#isVisible(row, uid) ? row : undefined;
  }

  after(
    id: number,
    uid: string,
    { through, limit }: { readonly through: number; readonly limit: number },
  ): LoggedEvent[] {
    const rows = this.#shownAfter(id, uid).filter((row) => row.id <= through);
    return rows.slice(0, limit);
  }

  newestAfter(id: number, uid: string, limit: number): LoggedEvent[] {
    const rows = this.#shownAfter(id, uid);
    return rows.slice(Math.max(0, rows.length - limit));
  }

  before(
    id: number,
    uid: string,
    { above, limit }: { readonly above: number; readonly limit: number },
  ): LoggedMessage[] {
    return Array.from(this.scan(id, uid, above))
      .slice(0, limit)
      .reverse();
  }

  *scan(id: number, uid: string, above: number): Iterable<LoggedMessage> {
    for (let at = Math.min(id - 1, this.cursor()); at > Math.max(above, this.floor()); at--) {
      const row = this.find(at, uid);
      if (row) yield row;
    }
  }

  numbers(): StoredNumbers {
    const numbers: StoredNumbers = { cids: new Map(), firsts: new Map(), lastSaid: new Map() };
    for (const { id, type, uid, client, cid, at } of this.#rows) {
      if (type !== "deleted") numbers.lastSaid.set(uid, at);
      if (client === undefined || cid === undefined) continue;
      const key = clientKey(uid, client);
      numbers.cids.set(key, Math.max(cid, numbers.cids.get(key) ?? 0));
      if (cid === 1) numbers.firsts.set(key, id);
    }
    return numbers;
  }

  lastNick(uid: string, above: number): string | undefined {
    return this.#rows.findLast((row) => row.id > above && row.uid === uid)?.nick;
  }

  removeThrough(id: number): void {
    const removed = this.#removed;
    const taken = this.#rows.splice(0, id - removed);
    this.#removed = id;
    this.#onWrite(() => {
      this.#rows.unshift(...taken);
      this.#removed = removed;
    });
  }

  lastBefore(at: number): number {
    const kept = this.#rows.findIndex((row) => row.at >= at);
    const old = kept === -1 ? this.#rows.length : kept;
    return this.#rows[old - 1]?.id ?? 0;
  }

  #row(id: number): LoggedEvent | undefined {
    return this.#rows[id - this.#removed - 1];
  }

  #isVisible({ id, uid, to }: LoggedEvent, reader: string): boolean {
    return id > this.floor() && (to === undefined || to.uid === reader || uid === reader);
  }

  /** What a reader is shown after an id: an edit comes with its message's present text, or not at all. */
  #shownAfter(id: number, uid: string): LoggedEvent[] {
    return this.#rows
      .slice(Math.max(0, id - this.#removed))
      .filter((row) => this.#isVisible(row, uid))
      .map((row) => this.#present(row))
      .filter((row) => row.type !== "edited" || row.text !== undefined);
  }

  #present(row: LoggedEvent): LoggedEvent {
    if (row.type !== "edited") return row;
    const target = this.#row(row.target);
    return { ...row, text: target && isMessage(target) ? target.text : undefined };
  }
}

function isMessage(row: LoggedEvent): row is LoggedMessage {
  return row.type === "message";
}
