import { Hub } from "../../../src/object/hub.ts";
import type { Peer } from "../../../src/object/sockets/peer.ts";
import type { Socket } from "../../../src/object/sockets/socket.ts";
import { SqlStore } from "../../../src/object/store/sql-store.ts";
import type { Introduction } from "../../../src/room/introduction.ts";
import type { RoomReport } from "../../../src/room/report.ts";
import {
  isWanted,
  type PushOutcome,
  pushDue,
  pushSoon,
  settlePush,
  takeDue,
} from "../../../src/room/rules/push/push.ts";
import type { PushOrder } from "../../../src/room/rules/push/push-order.ts";
import { Room } from "../../../src/room/state/room.ts";
import { RoomClock } from "../../../src/room/state/room-clock.ts";
import type { Secrets } from "../../../src/room/state/secrets.ts";
import { readSession, type Session, type SessionState } from "../../../src/room/state/session.ts";
import type { Settings } from "../../../src/settings/settings.ts";
import type { FakeClock } from "../fake-clock.ts";
import { MemoryDatabase } from "./sqlite.ts";

/** The peer at the other end of a socket. */
export interface FarSide {
  send(frame: string): void;
  close(code: number, reason: string): void;
  /** When it last sent a ping, in ms since 1970. */
  lastPing(): number;
}

/** A socket in memory, with what outlives the instance. */
export class MemorySocket implements Socket {
  open = true;
  #kept = "null";
  readonly #far: FarSide;

  constructor(far: FarSide) {
    this.#far = far;
  }

  send(frame: string): void {
    if (this.open) this.#far.send(frame);
  }

  close(code: number, reason: string): void {
    this.open = false;
    this.#far.close(code, reason);
  }

  attach(state: SessionState): void {
    this.#kept = JSON.stringify(state);
  }

  /** The state that it has kept; undefined where there is none to go on with. */
  attached(): Session | undefined {
    return readSession(JSON.parse(this.#kept));
  }

  lastPing(): number {
    return this.#far.lastPing();
  }

  buffered(): number {
    return 0;
  }
}

/** What a room in memory stands on. */
export interface MemoryRoomOptions {
  readonly clock: FakeClock;
  readonly settings: Settings;
  readonly secrets: Secrets;
  /** One in which another room has stored something. */
  readonly database?: MemoryDatabase | undefined;
  /** Runs something after so many milliseconds. */
  later(milliseconds: number, run: () => void): () => void;
}

/**
 * The real hub, rules and store, over sockets and a database in memory. It can
 * hibernate and crash as the platform does: hibernation keeps sockets and
 * their attachments, a crash keeps nothing but what is in the database.
 */
export class MemoryRoom {
  database: MemoryDatabase;
  /** In how many ms a network may make a room: 0 for now. */
  roomWait = 0;
  /** What waits for whoever counts rooms; undefined where they answer at once. */
  counts: (() => void)[] | undefined;
  /** The files whose bytes were to be removed, by id. */
  readonly wiped: string[] = [];
  /** What was pushed, and what push services answer to it. */
  readonly pushed: PushOrder[] = [];
  answerPush: (order: PushOrder) => PushOutcome = () => ({ type: "sent" });
  /** Devices to which one invocation pushes. */
  mostPushes = 40;
  /** What the registry was told. */
  readonly reports: RoomReport[] = [];
  /** When the room wants to be woken. */
  alarm: number | undefined;
  readonly #options: MemoryRoomOptions;
  #hub: Hub;
  #sockets = new Map<MemorySocket, Peer>();
  /** Those of the present instance; those of one that is no more do nothing. */
  readonly #timers = new Set<object>();

  constructor(options: MemoryRoomOptions) {
    this.#options = options;
    this.database = options.database ?? new MemoryDatabase();
    this.#hub = this.#start([]);
  }

  get hub(): Hub {
    return this.#hub;
  }

  /** What is kept of the room if it crashes now. */
  get stored(): SqlStore {
    return new SqlStore(this.database, this.#options.settings.historyMessages, () =>
      this.#options.clock.now(),
    );
  }

  accept(socket: MemorySocket, address: string, introduction: Introduction = {}): void {
    this.#sockets.set(socket, this.#hub.accept(socket, { address, network: address, introduction }));
  }

  hear(socket: MemorySocket, frame: string): void {
    const peer = this.#sockets.get(socket);
    if (peer) this.#hub.receive(peer, frame);
  }

  lose(socket: MemorySocket): void {
    const peer = this.#sockets.get(socket);
    this.#sockets.delete(socket);
    socket.open = false;
    if (peer) this.#hub.lose(peer);
  }

  /** Rings the alarm if it is due. */
  ring(): void {
    if (this.alarm === undefined || this.alarm > this.#options.clock.now()) return;
    this.alarm = undefined;
    this.#hub.wake();
  }

  /** Forgets all that is in memory, as an idle room does. A room with a timer running is not idle. */
  hibernate(): boolean {
    if (this.#timers.size > 0) return false;
    this.#hub = this.#start([...this.#sockets.keys()].filter((socket) => socket.open));
    // Something has woken it.
    this.#hub.run([]);
    return true;
  }

  /** Loses the instance, its sockets and what it had not stored. */
  crash(): void {
    this.#hub = this.#start([]);
  }

  /** As an invocation of its own, and with answers at once. */
  #push(): void {
    const { room } = this.#hub;
    const orders = takeDue(room, this.mostPushes);
    this.#hub.store();
    if (pushDue(room) <= this.#options.clock.now()) this.alarm = this.#options.clock.now();
    for (const order of orders) {
      if (!isWanted(room, order)) continue;
      this.pushed.push(order);
      settlePush(room, order, this.answerPush(order));
    }
    if (pushDue(room) > this.#options.clock.now()) this.#hub.run(pushSoon(room));
  }

  #start(sockets: readonly MemorySocket[]): Hub {
    this.#timers.clear();
    const clock = new RoomClock(() => this.#options.clock.now());
    const hub = new Hub({
      clock,
      later: (milliseconds, run) => {
        const timer = {};
        this.#timers.add(timer);
        const stop = this.#options.later(milliseconds, () => {
          if (this.#timers.delete(timer)) run();
        });
        return () => {
          this.#timers.delete(timer);
          stop();
        };
      },
      open: () => this.#open(clock),
      ringBy: (at) => {
        this.alarm = Math.min(at, this.alarm ?? at);
      },
      abort: (reason) => {
        throw new Error(reason);
      },
      countRoom: (_, then) => {
        const answer = () => then(this.roomWait);
        if (this.counts) this.counts.push(answer);
        else answer();
      },
      report: (report) => {
        this.reports.push(report);
      },
      push: () => this.#push(),
      wipe: () => {
        const { files } = hub.room;
        for (const file of files.toWipe()) {
          this.wiped.push(file.id);
          files.wiped(file);
        }
      },
      erase: () => {
        this.alarm = undefined;
        this.database = new MemoryDatabase();
      },
    });
    const open = sockets.flatMap((socket) => {
      const session = socket.attached();
      return session ? [[socket, session] as const] : [];
    });
    const peers = hub.restore(open);
    this.#sockets = new Map(
      open.flatMap(([socket], index) => {
        const peer = peers[index];
        return peer ? [[socket, peer]] : [];
      }),
    );
    return hub;
  }

  #open(clock: RoomClock): Room {
    const { settings, secrets } = this.#options;
    return new Room({ name: "lobby", salt: "salt", store: this.stored, settings, secrets, clock });
  }
}
