import type { Database } from "../object/store/database.ts";
import type { Door } from "../protocol/http.ts";
import type { RoomList } from "../protocol/http-answer.ts";
import { dayOf, type RoomReport, type Used, type VapidKeys } from "../room/report.ts";
import { Ledger, type Round } from "./ledger.ts";
import { goRound, type RoomToTell } from "./rounds.ts";

/** What the door is told whenever it looks. */
export interface DoorState {
  /** To what the admin has put it; without, `DOOR` holds. */
  readonly door?: Door;
  readonly used: Used;
}

/** Which rooms are listed: those after a name, and how many. */
export interface RoomsAsked {
  readonly after?: string;
  readonly limit: number;
}

/** What a registrar stands on. */
export interface RegistrarSupport {
  readonly database: Database;
  /** What the deployment has chosen. */
  readonly settings: { readonly door: Door; readonly dayRows: number };
  /** The time of day, in ms since 1970. */
  now(): number;
  /** Has {@link Registrar.wake} called at that time (in ms since 1970), and at none that was given before. */
  ring(at: number): void;
  /** Makes keys that nobody has. */
  newVapidKeys(): Promise<VapidKeys>;
  /** A room, to be told something. */
  room(name: string): RoomToTell;
}

/** Rooms of which a late report is known as such. */
const MOST_FORGOTTEN = 100;

/** Rows that mods and owners may write beyond the day's, at least. */
const SPARE = 500;

/** Milliseconds after which all have heard that the door is closed: until then, somebody may still have come in. */
const HEARD_EVERYWHERE = 40_000;

/** Keeps the list of a deployment's rooms, what the day has cost, and how the door stands. */
export class Registrar {
  readonly #support: RegistrarSupport;
  readonly #ledger: Ledger;
  /** When rooms that were forgotten were made, by name: a report of theirs may still be on its way. */
  readonly #forgotten = new Map<string, number>();

  constructor(support: RegistrarSupport) {
    this.#support = support;
    this.#ledger = new Ledger(support.database);
  }

  look(): DoorState {
    const { door } = this.#ledger;
    return { ...(door !== undefined && { door }), used: this.#used };
  }

  /** Takes a room's report in, and tells all rooms where the day has come to a bound with it. */
  report(report: RoomReport): Used {
    if (this.#forgotten.get(report.room) === report.created) return this.#used;
    const { rows, told } = this.#total;
    const gained = this.#ledger.record(report, this.#today);
    const sum = rows + gained;
    const share = this.#shareOf(sum);
    if (gained > 0) this.#ledger.putTotal({ day: this.#today, rows: sum, told: Math.max(told, share) });
    if (gained > 0 && share > told) {
      this.#start("used");
      // Whoever stayed would cost rows by being lost and coming back, and each room by its alarm.
      if (share === 110) this.#close();
    }
    return this.#used;
  }

  /** Forgets a room. Its first report, too, may come later than this: `made` is when it was made, where that is known. */
  forget(room: string, made?: number): void {
    const created = this.#ledger.forget(room) ?? made;
    if (created !== undefined) this.#forgotten.set(room, created);
    const [oldest] = this.#forgotten.keys();
    if (oldest !== undefined && this.#forgotten.size > MOST_FORGOTTEN) this.#forgotten.delete(oldest);
  }

  list({ after, limit }: RoomsAsked): RoomList {
    const found = this.#ledger.page({ ...(after !== undefined && { after }), limit: limit + 1 }, this.#today);
    const rooms = found.slice(0, limit);
    const last = rooms.at(-1);
    return {
      rooms,
      day: { rows: this.#total.rows, limit: this.#support.settings.dayRows },
      more: found.length > limit,
      ...(found.length > limit && last && { after: last.room }),
    };
  }

  /** Puts the door; where `DOOR` says the same, that one holds again, and its changes count. */
  setDoor(door: Door): DoorState {
    this.#ledger.putDoor(door === this.#support.settings.door ? undefined : door);
    for (const round of this.#ledger.rounds) if (round.kind !== "used") this.#ledger.endRound(round);
    if (door === "closed") this.#close();
    return this.look();
  }

  /** By what push services know the deployment: made when somebody first asks, and then the same for ever. */
  async vapidKeys(): Promise<VapidKeys> {
    const known = this.#ledger.vapidKeys();
    if (known) return known;
    const made = await this.#support.newVapidKeys();
    // Somebody else may have asked meanwhile.
    const first = this.#ledger.vapidKeys();
    if (!first) this.#ledger.putVapidKeys(made);
    return first ?? made;
  }

  /** Tells some more rooms what is to be told. */
  async wake(): Promise<void> {
    await goRound({
      ledger: this.#ledger,
      now: this.#support.now(),
      used: () => this.#used,
      room: (name) => this.#support.room(name),
    });
    this.#ring();
  }

  /** Closes all rooms' sockets, and again those of who came in until the last had heard. */
  #close(): void {
    this.#start("close");
    this.#start("close_again", HEARD_EVERYWHERE);
  }

  /** Begins a round, in so many milliseconds. */
  #start(kind: Round["kind"], wait = 0): void {
    this.#ledger.startRound({ kind, day: this.#today, due: this.#support.now() + wait });
    this.#ring();
  }

  #ring(): void {
    const dues = this.#ledger.rounds.map(({ due }) => due);
    if (dues.length > 0) this.#support.ring(Math.max(this.#support.now(), Math.min(...dues)));
  }

  get #today(): number {
    return dayOf(this.#support.now());
  }

  get #total() {
    return this.#ledger.total(this.#today);
  }

  get #used(): Used {
    return { share: this.#shareOf(this.#total.rows), day: this.#today };
  }

  #shareOf(rows: number): Used["share"] {
    const { dayRows } = this.#support.settings;
    if (dayRows === 0 || rows < dayRows * 0.8) return 0;
    if (rows < dayRows) return 80;
    // Small budgets get some rows more, for rooms report a few of them at a time.
    return rows < dayRows + Math.max(dayRows / 20, SPARE) ? 100 : 110;
  }
}
