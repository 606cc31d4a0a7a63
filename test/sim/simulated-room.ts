import { Hub } from "../../src/object/hub.ts";
import { secrets } from "../../src/object/secrets.ts";
import type { Peer } from "../../src/object/sockets/peer.ts";
import type { Socket } from "../../src/object/sockets/socket.ts";
import { Room } from "../../src/room/state/room.ts";
import { RoomClock } from "../../src/room/state/room-clock.ts";
import { readSession, type SessionState } from "../../src/room/state/session.ts";
import { readSettings } from "../../src/settings.ts";
import type { FakeClock } from "../support/fake-clock.ts";
import type { FarEnd } from "../support/memory-connection.ts";
import { MemoryStore } from "../support/memory-store.ts";

/** Events that the simulated room keeps: more than any run makes. */
const KEEP = 10_000;

/** A store that knows how far it is on disk. */
class WatchedStore extends MemoryStore {
  /** The newest id that a crash could not undo. */
  committed = 0;

  override commit(): void {
    super.commit();
    this.committed = this.log.cursor();
  }
}

/** A socket in memory, with what outlives the instance. */
class SimulatedSocket implements Socket {
  readonly end: FarEnd;
  state: SessionState | undefined;
  pingedAt = 0;
  open = true;

  constructor(end: FarEnd) {
    this.end = end;
  }

  send(frame: string): void {
    if (this.open) this.end.send(frame);
  }

  close(code: number, reason: string): void {
    this.open = false;
    this.end.close(code, reason);
  }

  attach(state: SessionState): void {
    this.state = structuredClone(state);
  }

  lastPing(): number {
    return this.pingedAt;
  }

  buffered(): number {
    return 0;
  }
}

/**
 * The real hub and the real rules, over a store and a network in memory. It
 * can hibernate and crash as the platform does: hibernation keeps sockets and
 * their attachments, a crash keeps nothing but what was committed.
 */
export class SimulatedRoom {
  store = new WatchedStore(KEEP);
  readonly #clock: FakeClock;
  readonly #settings = readSettings({ MESSAGES_PER_SECOND: "50", NICK_HOLD_SECONDS: "5" });
  #hub: Hub;
  #sockets = new Map<SimulatedSocket, Peer>();
  #alarm: number | undefined;
  /** Tells the timers of an instance that is no more from those of the present one. */
  #instance = 0;
  #timers = 0;

  constructor(clock: FakeClock) {
    this.#clock = clock;
    this.#hub = this.#start([]);
  }

  get room(): Room {
    return this.#hub.room;
  }

  /** Takes a peer of the network in memory. */
  readonly accept = (end: FarEnd): void => {
    const socket = new SimulatedSocket(end);
    this.#sockets.set(socket, this.#hub.accept(socket, "somewhere"));
    end.onFrame = (frame) => this.#hear(socket, frame);
    end.onClosed = () => {
      const peer = this.#sockets.get(socket);
      this.#sockets.delete(socket);
      socket.open = false;
      if (peer) this.#hub.lose(peer);
    };
  };

  /** Rings the alarm if it is due. */
  ring(): void {
    if (this.#alarm === undefined || this.#alarm > this.#clock.now()) return;
    this.#alarm = undefined;
    this.#hub.wake();
  }

  /** Forgets all that is in memory, as an idle room does. A room with a timer running is not idle. */
  hibernate(): boolean {
    if (this.#timers > 0) return false;
    this.#hub = this.#start([...this.#sockets.keys()].filter((socket) => socket.open));
    return true;
  }

  /** Loses the instance, its sockets and what was not committed. The caller cuts the network. */
  crash(): void {
    this.store.crash();
    this.#hub = this.#start([]);
  }

  #start(sockets: readonly SimulatedSocket[]): Hub {
    const instance = ++this.#instance;
    this.#timers = 0;
    this.#sockets = new Map();
    const clock = new RoomClock(() => this.#clock.now());
    const hub = new Hub({
      clock,
      later: (milliseconds, run) => {
        this.#timers++;
        this.#clock.setTimer(milliseconds, () => {
          if (instance !== this.#instance) return;
          this.#timers--;
          run();
        });
      },
      open: () => this.#open(clock),
      ringBy: (at) => {
        this.#alarm = Math.min(at, this.#alarm ?? at);
      },
      abort: (reason) => {
        throw new Error(reason);
      },
      erase: () => {
        this.#alarm = undefined;
        this.store = new WatchedStore(KEEP);
      },
    });
    const open = sockets.flatMap((socket) => {
      const session = readSession(socket.state);
      return session ? [[socket, session] as const] : [];
    });
    for (const [index, peer] of hub.restore(open).entries()) {
      const socket = open[index]?.[0];
      if (socket) this.#sockets.set(socket, peer);
    }
    return hub;
  }

  #open(clock: RoomClock): Room {
    return new Room({
      name: "lobby",
      salt: "salt",
      store: this.store,
      settings: this.#settings,
      secrets,
      clock,
    });
  }

  #hear(socket: SimulatedSocket, frame: string): void {
    if (frame === "ping") {
      socket.pingedAt = this.#clock.now();
      socket.send("pong");
      return;
    }
    const peer = this.#sockets.get(socket);
    if (peer) this.#hub.receive(peer, frame);
  }
}
