import { CLOSE, isFinal } from "../../src/protocol/close-code.ts";
import type { CommandInput } from "../../src/protocol/command.ts";
import { type EventOf, parseEvents, type RoomEvent, type Welcome } from "../../src/protocol/event.ts";
import type { ChatState } from "./chat-event.ts";
import type { Clock } from "./clock.ts";
import type { Connect } from "./connection.ts";
import type { Problem } from "./problem.ts";
import { type Lifecycle, Reconnecting } from "./reconnect.ts";

/** Milliseconds in which the room must answer a join. */
const ANSWER_WITHIN = 30_000;

/** Who joins. */
export interface Identity {
  nick: string;
  token: string;
  client: string;
  key?: string;
  admin?: string;
}

export interface SessionOptions {
  connect: Connect;
  clock: Clock;
  random(): number;
  identity: Identity;
  /** Where a join resumes. */
  position(): { after?: number; epoch?: number };
  /** `welcome` comes with `online`. */
  changed(state: ChatState, welcome?: Welcome): void;
  /** What the room tells after its welcome. */
  event(event: RoomEvent): void;
}

/** One person's being in the room: joins on every new connection, and asks where the room refuses. */
export class Session {
  readonly #options: SessionOptions;
  readonly #connection: Reconnecting;
  #identity: Identity;
  #state: ChatState = { state: "idle" };
  #cancelTimer = () => {};
  /** Why the room closes the connection that it refused. */
  #problem: Problem | undefined;
  #left: (() => void) | undefined;
  /** Joins sent on connections that were then given up: the room may hear them yet. */
  #unanswered = 0;

  constructor(options: SessionOptions) {
    const { connect, clock, random } = options;
    this.#options = options;
    this.#identity = options.identity;
    this.#connection = new Reconnecting({
      connect,
      clock,
      random,
      changed: (lifecycle) => this.#follow(lifecycle),
      isFinal: (code) => isFinal(code) && !(code === CLOSE.replaced && this.#isGhost()),
      frame: (text) => this.#receive(text),
    });
  }

  get state(): ChatState {
    return this.#state;
  }

  start(): void {
    this.#left = undefined;
    this.#connection.start();
  }

  rejoin(change: Partial<Identity>): void {
    if (this.#state.state === "online") return;
    this.#left = undefined;
    this.#identity = { ...this.#identity, ...change };
    if (this.#connection.lifecycle.state === "online") this.#join();
    this.#connection.start();
    this.#connection.wake();
  }

  wake(): void {
    this.#connection.wake();
  }

  /** Gives up a connection on which both sides no longer mean the same. */
  drop(): void {
    this.#connection.drop();
  }

  leave(within: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.setTimer(within, () => this.#connection.stop());
      this.#left = () => {
        cancel();
        resolve();
      };
      // Behind a join that is not answered yet, it counts too.
      const mayBeIn = this.#connection.lifecycle.state === "online" && this.#state.state !== "refused";
      if (mayBeIn) this.send({ type: "leave" });
      else this.close();
    });
  }

  close(): void {
    this.#connection.stop();
    if (this.#state.state !== "stopped")
      this.#change({ state: "stopped", code: CLOSE.left, reason: "closed" });
    this.#left?.();
  }

  send(command: CommandInput): void {
    this.#connection.send(JSON.stringify(command));
  }

  /** The nickname to come back under. */
  renamed(nick: string): void {
    this.#identity = { ...this.#identity, nick };
  }

  #follow(lifecycle: Lifecycle): void {
    this.#cancelTimer();
    switch (lifecycle.state) {
      case "idle":
        return;
      case "connecting":
        this.#problem = undefined;
        this.#change(lifecycle);
        return;
      case "online":
        this.#join();
        return;
      case "waiting":
        // A room that awaits its person's answer, or was left, is not knocked at again.
        if (this.#state.state === "refused" || this.#left !== undefined) this.#connection.stop();
        else this.#change({ ...lifecycle, ...(this.#problem && { problem: this.#problem }) });
        return;
      case "stopped":
        if (this.#state.state !== "refused" || lifecycle.code !== CLOSE.left) {
          this.#change({ ...lifecycle, ...(this.#problem && { problem: this.#problem }) });
        }
        this.#left?.();
        return;
      default:
        lifecycle satisfies never;
    }
  }

  /** Whether it may have been a late join of our own that replaced us; each can do so once. */
  #isGhost(): boolean {
    if (this.#unanswered === 0) return false;
    this.#unanswered -= 1;
    return true;
  }

  #join(): void {
    this.#cancelTimer();
    this.#unanswered += 1;
    if (this.#state.state !== "connecting") this.#change({ state: "connecting", attempt: 0 });
    this.#cancelTimer = this.#options.clock.setTimer(ANSWER_WITHIN, () => this.#connection.drop());
    this.send({ type: "join", ...this.#identity, ...this.#options.position() });
  }

  #receive(frame: string): void {
    for (const event of parseEvents(frame) ?? []) {
      if (this.#state.state === "online") {
        if (event.type === "error" && event.code === "not_joined") this.drop();
        else this.#options.event(event);
      } else if (this.#state.state === "connecting") {
        if (event.type === "welcome") this.#welcome(event);
        if (event.type === "error") this.#refused(event);
      }
    }
  }

  #welcome(welcome: Welcome): void {
    this.#cancelTimer();
    this.#unanswered -= 1;
    this.#connection.settled();
    this.renamed(welcome.you.nick);
    this.#change({ state: "online" }, welcome);
  }

  #refused({ code, message, retryAfter }: EventOf<"error">): void {
    this.#cancelTimer();
    this.#unanswered -= 1;
    const problem = { problem: code, message, ...(retryAfter !== undefined && { retryAfter }) };
    switch (code) {
      case "banned":
        this.#problem = problem;
        this.#connection.stop({ code: CLOSE.banned, reason: message });
        return;
      case "room_full":
      case "internal":
      case "already_joined":
        this.#problem = problem;
        this.#connection.drop();
        return;
      case "rate_limited":
        this.#joinLater(problem, retryAfter ?? 1_000);
        return;
      default:
        this.#change({ state: "refused", problem });
    }
  }

  #joinLater(problem: Problem, wait: number): void {
    const { clock } = this.#options;
    this.#cancelTimer = clock.setTimer(wait, () => this.#join());
    this.#change({ state: "waiting", attempt: 0, until: clock.now() + wait, problem });
  }

  #change(state: ChatState, welcome?: Welcome): void {
    this.#state = state;
    this.#options.changed(state, welcome);
  }
}
