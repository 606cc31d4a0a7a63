import { secrets } from "../../src/object/secrets.ts";
import type { Room } from "../../src/room/state/room.ts";
import { readSettings } from "../../src/settings/settings.ts";
import type { FakeClock } from "../support/fake-clock.ts";
import type { FarEnd } from "../support/room/memory-connection.ts";
import { MemoryRoom, MemorySocket } from "../support/room/memory-room.ts";

/** A room in memory at the far end of a network in memory, under a clock that a test moves. */
export class SimulatedRoom {
  readonly #clock: FakeClock;
  readonly #memory: MemoryRoom;
  /** The newest id that is known to be stored. */
  #stored = 0;

  constructor(clock: FakeClock) {
    this.#clock = clock;
    this.#memory = new MemoryRoom({
      clock,
      secrets,
      settings: readSettings({ MESSAGES_PER_SECOND: "50", NICK_HOLD_SECONDS: "5" }),
      later: (milliseconds, run) => clock.setTimer(milliseconds, run),
    });
  }

  get room(): Room {
    return this.#memory.hub.room;
  }

  /** Takes a connection of the network in memory. */
  readonly accept = (end: FarEnd): void => {
    let pingedAt = 0;
    const socket = new MemorySocket({
      send: (frame) => end.send(frame),
      close: (code, reason) => end.close(code, reason),
      lastPing: () => pingedAt,
    });
    this.#memory.accept(socket, "somewhere");
    end.onFrame = (frame) => {
      if (frame !== "ping") return this.#memory.hear(socket, frame);
      pingedAt = this.#clock.now();
      socket.send("pong");
    };
    end.onClosed = () => this.#memory.lose(socket);
  };

  /** Whether a crash could not undo an event any more. */
  survives(id: number): boolean {
    if (id > this.#stored) this.#stored = this.#memory.stored.log.cursor();
    return id <= this.#stored;
  }

  ring(): void {
    this.#memory.ring();
  }

  hibernate(): boolean {
    return this.#memory.hibernate();
  }

  /** Loses the instance, its sockets and what was not stored. The caller cuts the network. */
  crash(): void {
    this.#memory.crash();
  }
}
