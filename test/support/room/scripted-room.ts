import type { RoomEvent, Welcome } from "../../../src/protocol/event.ts";
import { uidOf } from "../token-of.ts";
import { type FarEnd, MemoryNetwork } from "./memory-connection.ts";

/** A room that does what a test tells it to, and remembers what it was sent. */
export class ScriptedRoom {
  readonly network: MemoryNetwork;
  /** Every text frame, in order of arrival over all connections. */
  readonly frames: string[] = [];
  readonly ends: FarEnd[] = [];
  readonly closed: number[] = [];

  constructor() {
    this.network = new MemoryNetwork((end) => {
      this.ends.push(end);
      end.onFrame = (text) => this.frames.push(text);
      end.onClosed = (code) => this.closed.push(code);
    });
  }

  /** The connection that came last. */
  get end(): FarEnd {
    const end = this.ends.at(-1);
    if (end === undefined) throw new Error("Nobody has connected.");
    return end;
  }

  /** The commands among the frames, and forgets them. */
  take(): Record<string, unknown>[] {
    this.network.run();
    return this.frames
      .splice(0)
      .filter((text) => text !== "ping")
      .map((text) => JSON.parse(text));
  }

  /** Sends one frame over the last connection, and lets it arrive. */
  tell(...events: RoomEvent[]): void {
    this.network.run();
    this.end.send(JSON.stringify(events));
    this.network.run();
  }

  close(code: number): void {
    this.network.run();
    this.end.close(code);
    this.network.run();
  }
}

/** A welcome to ana, alone in a new room, but for what is given. */
export function welcome(given: Partial<Welcome> = {}): Welcome {
  const ana = { nick: "ana", uid: "ana---------", role: "member" } as const;
  return {
    type: "welcome",
    protocol: 1,
    room: "lobby",
    epoch: 1,
    you: ana,
    members: [ana],
    topic: "",
    locked: false,
    slow: 0,
    cursor: 0,
    sent: 0,
    seen: 0,
    features: [],
    events: [],
    gap: false,
    limits: { nick: [3, 10], text: 4_000, frame: 16_384, burst: 10, perSecond: 5 },
    at: 0,
    ...given,
  };
}

/** A public message of somebody's. */
export function messageOf(id: number, nick = "bob") {
  return { type: "message" as const, id, at: id, nick, uid: uidOf(nick), text: `text ${id}` };
}
