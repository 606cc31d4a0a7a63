import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { Clock } from "../clock.ts";
import type { Problem } from "../problem.ts";
import { backoff } from "./backoff.ts";
import type { Connect, Connection, ConnectionEvent } from "./connection.ts";
import { Heartbeat } from "./heartbeat.ts";

/** Milliseconds in which a connection must open. */
const OPEN_WITHIN = 20_000;
/** Milliseconds for which it must hold once the room has welcomed, before the next attempt counts as a first one. */
const HOLDS = 10_000;

/** `attempt` counts from 0 since a connection last held; `until` is in ms since 1970. */
export type Lifecycle =
  | { state: "idle" }
  | { state: "connecting"; attempt: number }
  | { state: "online" }
  | { state: "waiting"; attempt: number; until: number }
  | { state: "stopped"; code: number; reason: string; refusal?: Problem };

type Closed = Omit<Extract<ConnectionEvent, { type: "closed" }>, "type">;

export interface ReconnectOptions {
  connect: Connect;
  clock: Clock;
  /** A number from 0 up to 1. */
  random(): number;
  changed(lifecycle: Lifecycle): void;
  /** Whether a close with this code, or a refusal to open at all, is for good. */
  isFinal(code: number, refusal?: Problem): boolean;
  /** A frame of the connection that counts; never one of an older one. */
  frame(text: string): void;
}

/** A connection that comes back by itself until it is stopped, or closed for good. */
export class Reconnecting {
  readonly #options: ReconnectOptions;
  #lifecycle: Lifecycle = { state: "idle" };
  /** Of the present state: its connection, its timer, its heartbeat. */
  #connection: Connection | undefined;
  #heartbeat: Heartbeat | undefined;
  #cancelTimer = () => {};
  #attempt = 0;
  /** Until then (ms since 1970) the server wants no attempt. */
  #notBefore = 0;
  #offlineSince: number | undefined;

  constructor(options: ReconnectOptions) {
    this.#options = options;
  }

  get lifecycle(): Lifecycle {
    return this.#lifecycle;
  }

  /** Begins, or begins again after a stop. */
  start(): void {
    const { state } = this.#lifecycle;
    if (state === "idle" || state === "stopped") {
      this.#reset();
      this.#open();
    }
  }

  send(text: string): void {
    this.#connection?.send(text);
  }

  /** The room has let us in: if that holds, the next attempt is a first one again. An open socket, or a welcome that is followed by a close, proves little. */
  settled(): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#options.clock.setTimer(HOLDS, () => this.#reset());
  }

  /** The network is back or the machine awake: tries at once, if it may, or makes sure that the connection still lives. */
  wake(): void {
    const mayTry = this.#options.clock.now() >= this.#notBefore;
    if (this.#lifecycle.state === "waiting" && mayTry) this.#open();
    this.#heartbeat?.check();
  }

  /** Gives the present connection up and comes back by another, `wait` milliseconds later at the earliest. */
  drop(wait = 0): void {
    if (this.#connection !== undefined) this.#lost(wait);
  }

  /** Ends it from this side, with the code under which it is to be known. */
  stop(why: { code: number; reason: string } = { code: CLOSE.left, reason: "closed" }): void {
    if (this.#lifecycle.state !== "stopped") this.#end(why);
  }

  #open(): void {
    this.#clear();
    const connection = this.#options.connect((event) => {
      // What an abandoned connection still has to say counts no more.
      if (this.#connection !== connection) return;
      switch (event.type) {
        case "open":
          return this.#opened(connection);
        case "frame":
          this.#heartbeat?.received(event.text);
          if (event.text !== "pong") this.#options.frame(event.text);
          return;
        case "closed":
          return this.#options.isFinal(event.code, event.refusal)
            ? this.#end(event)
            : this.#lost(event.retryAfter);
        default:
          return event satisfies never;
      }
    });
    this.#connection = connection;
    this.#cancelTimer = this.#options.clock.setTimer(OPEN_WITHIN, () => this.#lost());
    this.#change({ state: "connecting", attempt: this.#attempt });
  }

  #opened(connection: Connection): void {
    this.#cancelTimer();
    this.#heartbeat = new Heartbeat({
      clock: this.#options.clock,
      ping: () => connection.send("ping"),
      dead: () => this.#lost(),
    });
    this.#change({ state: "online" });
  }

  #lost(least = 0): void {
    this.#clear();
    const { clock, random } = this.#options;
    const now = clock.now();
    this.#offlineSince ??= now;
    this.#notBefore = now + least;
    // Behind what the server asked for, too: it may have told many the same.
    const wait = least + backoff(this.#attempt, now - this.#offlineSince, random());
    this.#attempt += 1;
    this.#cancelTimer = clock.setTimer(wait, () => this.#open());
    this.#change({ state: "waiting", attempt: this.#attempt, until: now + wait });
  }

  #end({ code, reason, refusal }: Closed): void {
    this.#clear();
    this.#change({ state: "stopped", code, reason, ...(refusal && { refusal }) });
  }

  #reset(): void {
    this.#attempt = 0;
    this.#offlineSince = undefined;
    this.#notBefore = 0;
  }

  #clear(): void {
    this.#cancelTimer();
    this.#heartbeat?.stop();
    this.#heartbeat = undefined;
    const connection = this.#connection;
    this.#connection = undefined;
    connection?.close();
  }

  #change(lifecycle: Lifecycle): void {
    this.#lifecycle = lifecycle;
    this.#options.changed(lifecycle);
  }
}
