import { CLOSE, isFinal } from "../../../src/protocol/close-code.ts";
import type { CommandInput } from "../../../src/protocol/command.ts";
import type { EventOf, RoomEvent, Unread, Welcome } from "../../../src/protocol/event.ts";
import type { ChatOptions } from "../chat.ts";
import type { ChatState } from "../chat-event.ts";
import { localProblem, type Problem, problemOf, waitOf } from "../problem.ts";
import type { HistoryPoint } from "../timeline/position.ts";
import { Ghosts } from "./ghosts.ts";
import { type Lifecycle, Reconnecting } from "./reconnect.ts";

/** Milliseconds in which the room must answer a join. */
const ANSWER_WITHIN = 30_000;

/** Why a server opens no connection, and will not by itself: its person is told, and may have an invitation. */
const CLOSED_DOORS: ReadonlySet<Problem["problem"]> = new Set(["no_pass", "no_such_room", "closed"]);

export interface AttendanceOptions extends Pick<ChatOptions, "connect" | "clock" | "random"> {
  identity: Joiner;
  /** What a frame tells. */
  read(frame: string): (RoomEvent | Unread)[];
  /** Where a join resumes. */
  place(): HistoryPoint;
  /** `welcome` comes with `online`. */
  changed(state: ChatState, welcome?: Welcome): void;
  /** What the room tells after its welcome. */
  event(event: RoomEvent | Unread): void;
}

/** Who joins. */
type Joiner = Pick<ChatOptions, "nick" | "token" | "client" | "key" | "admin" | "bot">;

/** One person's being in the room: joins on every new connection, and asks where the room refuses. */
export class Attendance {
  readonly #options: AttendanceOptions;
  readonly #connection: Reconnecting;
  #identity: Joiner;
  #state: ChatState = { state: "idle" };
  #cancelTimer = () => {};
  /** Why the room closes the connection that it refused. */
  #problem: Problem | undefined;
  #left: (() => void) | undefined;
  readonly #ghosts = new Ghosts();

  constructor(options: AttendanceOptions) {
    this.#options = options;
    this.#identity = options.identity;
    this.#connection = new Reconnecting({
      ...options,
      changed: (lifecycle) => this.#follow(lifecycle),
      isFinal: (code, refusal) => this.#isFinal(code, refusal),
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

  /** `anew`: by another connection, for this one was refused for how it was made. */
  rejoin({ anew = false, ...change }: Partial<Joiner> & { anew?: boolean }): void {
    if (this.#state.state === "online") return;
    this.#left = undefined;
    if (anew) this.#connection.stop();
    this.#identity = { ...this.#identity, ...change };
    // A join that is not answered yet must not be followed by another.
    if (this.#hasSocket() && this.#state.state !== "connecting") this.#join();
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

  /** Tries again by another connection, when the room wants that. */
  comeBack(problem: Problem): void {
    this.#problem = problem;
    this.#connection.drop(problem.retryAfter === undefined ? 0 : waitOf(problem));
  }

  leave(within: number, reason?: string): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.setTimer(within, () => this.#connection.stop());
      const left = this.#left;
      this.#left = () => {
        left?.();
        cancel();
        resolve();
      };
      // Behind a join that is not answered yet, it counts too.
      if (this.#hasSocket() && this.#state.state !== "refused") {
        this.send({ type: "leave", ...(reason !== undefined && { reason }) });
      } else this.close();
    });
  }

  close(): void {
    this.#connection.stop();
    if (this.#state.state === "refused") this.#end({ state: "stopped", code: CLOSE.left, reason: "closed" });
    this.#left?.();
  }

  send(command: CommandInput): void {
    this.#connection.send(JSON.stringify(command));
  }

  /** The nickname to come back under. */
  renamed(nick: string): void {
    this.#identity = { ...this.#identity, nick };
  }

  #isFinal(code: number, refusal: Problem | undefined): boolean {
    if (refusal !== undefined && CLOSED_DOORS.has(refusal.problem)) return true;
    return isFinal(code) && !(code === CLOSE.replaced && this.#ghosts.mayHaveReplacedUs());
  }

  #hasSocket(): boolean {
    return this.#connection.lifecycle.state === "online";
  }

  #follow(lifecycle: Lifecycle) {
    this.#cancelTimer();
    switch (lifecycle.state) {
      case "idle":
        return;
      case "connecting":
        this.#problem = undefined;
        return this.#change(lifecycle);
      case "online":
        return this.#join();
      case "waiting":
        // A room that awaits its person's answer, or was left, is not knocked at again.
        if (this.#state.state === "refused" || this.#left !== undefined) this.#connection.stop();
        else this.#end(lifecycle);
        return;
      case "stopped":
        if (lifecycle.refusal !== undefined) this.#change({ state: "refused", problem: lifecycle.refusal });
        else if (this.#state.state !== "refused" || lifecycle.code !== CLOSE.left) this.#end(lifecycle);
        this.#left?.();
        return;
      default:
        lifecycle satisfies never;
    }
  }

  #join(): void {
    this.#cancelTimer();
    this.#ghosts.joinSent();
    if (this.#state.state !== "connecting") this.#change({ state: "connecting", attempt: 0 });
    this.#cancelTimer = this.#options.clock.setTimer(ANSWER_WITHIN, () =>
      this.comeBack(localProblem("no_answer")),
    );
    this.send({ type: "join", ...this.#identity, ...this.#options.place() });
  }

  #receive(frame: string): void {
    for (const event of this.#options.read(frame)) {
      if (this.#state.state === "online") {
        if (event.type === "error" && event.code === "not_joined") this.drop();
        else this.#options.event(event);
      } else if (this.#state.state === "connecting") {
        if (event.type === "welcome") this.#welcome(event);
        if (event.type === "unreadable_welcome") {
          this.#ghosts.joinAnswered();
          this.comeBack(localProblem("unreadable"));
        }
        if (event.type === "error") this.#refused(event);
      }
    }
  }

  #welcome(welcome: Welcome): void {
    this.#cancelTimer();
    this.#ghosts.joinAnswered();
    this.#connection.settled();
    this.renamed(welcome.you.nick);
    this.#change({ state: "online" }, welcome);
  }

  #refused(error: EventOf<"error">) {
    this.#cancelTimer();
    this.#ghosts.joinAnswered();
    const problem = problemOf(error);
    switch (error.code) {
      case "banned":
        this.#problem = problem;
        return this.#connection.stop({ code: CLOSE.banned, reason: error.message });
      case "room_full":
      case "internal":
      case "already_joined":
      case "rate_limited":
        return this.comeBack(problem);
      default:
        return this.#change({ state: "refused", problem });
    }
  }

  /** Waiting or stopped, for the reason that the room gave. */
  #end(state: Extract<Lifecycle, { state: "waiting" | "stopped" }>): void {
    this.#change(this.#problem === undefined ? state : { ...state, problem: this.#problem });
  }

  #change(state: ChatState, welcome?: Welcome): void {
    this.#state = state;
    this.#options.changed(state, welcome);
  }
}
