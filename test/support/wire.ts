import type { CommandInput } from "../../src/protocol/command.ts";
import type { EventOf, RoomEvent } from "../../src/protocol/event.ts";

/** As much of a WebSocket as a wire needs: the one of workerd and the one of `ws` both fit. */
export interface WireSocket {
  send(data: string | ArrayBuffer): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { code: number; reason: string }) => void): void;
}

export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** Milliseconds after which what is waited for never comes. */
const DEADLINE = 30_000;

/** One socket that speaks the protocol as it is, without a client's cleverness. It waits for events, never for time. */
export class Wire {
  /** Every frame of events heard, in order. */
  readonly frames: RoomEvent[][] = [];
  /** How often `pong` was heard. */
  pongs = 0;
  closed: Closing | undefined;
  readonly #socket: WireSocket;
  readonly #watchers = new Set<() => void>();
  /** How many events {@link next} has gone past. */
  #taken = 0;

  constructor(socket: WireSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      if (data === "pong") this.pongs++;
      else this.frames.push(JSON.parse(String(data)));
      this.#look();
    });
    socket.addEventListener("close", ({ code, reason }) => {
      this.closed = { code, reason };
      this.#look();
    });
  }

  /** Every event heard, in order. */
  get events(): RoomEvent[] {
    return this.frames.flat();
  }

  /** The events heard of one type. */
  heard<Type extends RoomEvent["type"]>(type: Type): EventOf<Type>[] {
    return this.events.filter((event): event is EventOf<Type> => event.type === type);
  }

  /** The texts of the messages heard live, in order. */
  get texts(): (string | undefined)[] {
    return this.heard("message").map(({ text }) => text);
  }

  send(...commands: CommandInput[]): void {
    for (const command of commands) this.raw(JSON.stringify(command));
  }

  /** Sends anything at all. */
  raw(frame: string | ArrayBuffer): void {
    this.#socket.send(frame);
  }

  close(code?: number): void {
    this.#socket.close(code);
  }

  /** The next event of a type that fits, after the last one that was waited for. */
  next<Type extends RoomEvent["type"]>(
    type: Type,
    fits: (event: EventOf<Type>) => boolean = () => true,
  ): Promise<EventOf<Type>> {
    return this.#until(`"${type}"`, () => {
      const { events } = this;
      const is = (event: RoomEvent): event is EventOf<Type> => event.type === type;
      const at = events.findIndex((event, index) => index >= this.#taken && is(event) && fits(event));
      const found = events[at];
      if (!found || !is(found)) return undefined;
      this.#taken = at + 1;
      return found;
    });
  }

  /** Resolves once something holds of this wire, looked at whenever anything is heard. */
  when(holds: (wire: Wire) => boolean): Promise<true> {
    return this.#until("what holds", () => holds(this) || undefined);
  }

  /** Resolves when the socket is closed. */
  closing(): Promise<Closing> {
    return this.#until("its close", () => this.closed, true);
  }

  /** Drops what was heard, where it is too much to keep. */
  forget(): void {
    this.frames.splice(0, this.frames.length);
    this.#taken = 0;
  }

  /** Resolves once the room has heard all that was sent before, and all that it told before is here. */
  async sync(): Promise<void> {
    this.send({ type: "join", nick: "nobody" });
    await this.next("error", ({ code }) => code === "already_joined");
  }

  async ping(): Promise<void> {
    const { pongs } = this;
    this.raw("ping");
    await this.when((wire) => wire.pongs > pongs);
  }

  #until<Value>(what: string, look: () => Value | undefined, evenClosed = false): Promise<Value> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.#watchers.delete(check);
        settle();
      };
      const fail = (why: string) =>
        end(() => reject(new Error(`${why} while waiting for ${what}. Heard: ${this.#tail()}`)));
      const check = () => {
        const value = look();
        if (value !== undefined) end(() => resolve(value));
        else if (this.closed && !evenClosed) fail(`Closed ${this.closed.code}`);
      };
      const timer = setTimeout(() => fail("Nothing came"), DEADLINE);
      this.#watchers.add(check);
      check();
    });
  }

  #tail(): string {
    return this.events
      .slice(-5)
      .map((event) => JSON.stringify(event).slice(0, 200))
      .join("\n");
  }

  #look(): void {
    for (const check of [...this.#watchers]) check();
  }
}
