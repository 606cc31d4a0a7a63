import { authorOf, isDurable } from "../../src/protocol/change.ts";
import type { CommandInput, CommandOf } from "../../src/protocol/command.ts";
import type { DurableEvent, EventOf, RoomEvent, Unread, Welcome } from "../../src/protocol/event.ts";
import type { ChatOptions } from "./chat.ts";
import type { ChatEvent, ChatState } from "./chat-event.ts";
import { encoded, plainCodec, readFrame } from "./codec.ts";
import { Attendance } from "./connection/attendance.ts";
import { Listeners } from "./listeners.ts";
import { isProblem, localProblem, type Problem, problemOf } from "./problem.ts";
import { type Reading, readingOf } from "./reading.ts";
import { RoomRecord } from "./room-record.ts";
import { checkFrame } from "./sending/check.ts";
import { Courier } from "./sending/courier.ts";
import type { Draft } from "./sending/entry.ts";
import { Outbox } from "./sending/outbox.ts";
import { Sending } from "./sending/sending.ts";
import { type Answer, Asks, type Query } from "./timeline/asks.ts";
import { Recent } from "./timeline/recent.ts";
import { Timeline } from "./timeline/timeline.ts";

/** The parts of a chat, tied together: each event of the room goes to the part that it concerns, and to the listeners. */
export class Engine {
  readonly room = new RoomRecord();
  readonly recent = new Recent();
  readonly listeners = new Listeners<ChatEvent>();
  readonly outbox: Outbox;
  readonly timeline: Timeline;
  readonly attendance: Attendance;
  readonly sending: Sending;
  readonly reading: Reading;
  /** Whether this client is being looked at, where anybody has said. */
  visible: boolean | undefined;
  readonly #asks: Asks;
  readonly #courier: Courier;

  constructor({ connect, clock, random, codec = plainCodec, saved = {}, ...identity }: ChatOptions) {
    const encode = (draft: Draft) => encoded(draft, codec);
    this.outbox = new Outbox(saved);
    this.reading = readingOf(this.room, clock, (id) => this.#send({ type: "seen", id }, "seen"));
    this.#asks = new Asks(clock, () => this.#courier.pump());
    this.timeline = new Timeline(
      {
        ask: (question, done) => this.#asks.ask(question, done),
        tell: (event, replayed) => this.#seen(event, replayed),
        broken: (why) => this.#broken(why),
        proved: (continuity) => this.sending.proved(continuity),
        caughtUp: () => this.#tell({ type: "caught_up" }),
        stuck: (problem) => this.attendance.comeBack(problem),
      },
      saved,
    );
    this.attendance = new Attendance({
      connect,
      clock,
      random,
      identity,
      read: (frame) => readFrame(frame, codec),
      place: () => this.timeline.position.place,
      changed: (state, welcome) => this.#changed(state, welcome),
      event: (event) => this.#receive(event),
    });
    this.#courier = new Courier({
      clock,
      outbox: this.outbox,
      asks: this.#asks,
      send: (command) => this.attendance.send(command),
      encode,
      flying: () => this.sending.expectAnswer(),
    });
    this.sending = new Sending({
      clock,
      outbox: this.outbox,
      courier: this.#courier,
      limits: () => this.room.limits,
      encode,
      tell: (event) => this.#tell(event),
      confused: () => this.attendance.drop(),
      silent: () => this.attendance.comeBack(localProblem("no_answer")),
    });
  }

  command(command: CommandInput): Problem | undefined {
    return (
      this.#hindrance(command) ?? (this.#courier.take(command) ? undefined : localProblem("outbox_full"))
    );
  }

  ask<Type extends Answer["type"]>(question: Query, type: Type): Promise<EventOf<Type> | Problem> {
    const problem = this.#hindrance(question);
    if (problem !== undefined) return Promise.resolve(problem);
    return new Promise((resolve) => {
      this.#asks.ask(question, (answer) => {
        if (isProblem(answer) || isOf(answer, type)) resolve(answer);
      });
    });
  }

  /** Why a command can't go out now. */
  #hindrance(command: CommandInput): Problem | undefined {
    if (this.attendance.state.state !== "online") return localProblem("offline");
    return checkFrame(JSON.stringify(command), this.room.limits.frame);
  }

  /** Whoever is pushed to wants to know it, and nobody else. */
  sayVisible(): void {
    if (this.visible !== undefined) this.#send({ type: "visible", on: this.visible }, "push");
  }

  /** Sends what takes no token, where the room has the feature and can be told now. */
  #send(command: CommandOf<"seen" | "visible">, feature: string): boolean {
    const isHeard = this.room.features.includes(feature) && !this.#hindrance(command);
    if (isHeard) this.attendance.send(command);
    return isHeard;
  }

  #changed(state: ChatState, welcome: Welcome | undefined): void {
    if (welcome !== undefined) this.room.welcome(welcome);
    this.#tell({ type: "state", state });
    if (welcome !== undefined) this.#welcome(welcome);
    else this.#offline();
  }

  #welcome(welcome: Welcome): void {
    const { position } = this.timeline;
    const continuity = position.continuity(welcome);
    if (continuity === "other") this.room.seen = 0;
    this.reading.reach(welcome.seen, welcome.seen);
    this.sayVisible();
    this.#tell({ type: "welcomed", resumed: position.resumes(welcome) });
    this.sending.welcomed(welcome.sent, continuity);
    this.timeline.welcome(welcome);
    this.#setPace();
  }

  #offline(): void {
    const unsent = this.#courier.close();
    this.sending.disconnected();
    this.timeline.disconnected();
    this.#asks.disconnected();
    this.reading.hurry();
    for (const { type } of unsent) this.#tell({ type: "error", of: type, problem: localProblem("offline") });
  }

  #receive(event: RoomEvent | Unread): void {
    if (isDurable(event) || event.type === "skipped") {
      this.timeline.live(event);
      return;
    }
    switch (event.type) {
      case "welcome":
      case "unreadable_welcome":
        return;
      case "stored":
        this.sending.stored(event);
        return;
      case "error":
        this.#refused(event);
        return;
      case "history":
      case "found":
      case "bans":
      case "acts":
      case "invite":
      case "hook":
      case "hooks":
      case "unhook":
      case "push":
        this.#asks.answered(event);
        return;
      case "seen":
        this.reading.reach(event.id, event.id);
        this.#tell(event);
        return;
      case "typing":
        if (event.uid !== this.room.you?.uid) this.#tell(event);
        return;
      default:
        this.room.apply(event);
        if (event.type === "renamed" && event.uid === this.room.you?.uid) this.attendance.renamed(event.nick);
        this.#tell(event);
        if (event.type === "slow" || event.type === "role") this.#setPace();
    }
  }

  #refused(error: EventOf<"error">): void {
    const { code, of, cid } = error;
    const problem = problemOf(error);
    if (code === "rate_limited") this.#courier.slowDown();
    switch (of) {
      case "say":
      case "edit":
      case "delete":
      case "react":
        if (cid !== undefined) this.sending.refused(cid, problem);
        return;
      case "history":
      case "search":
      case "bans":
      case "acts":
      case "invite":
      case "hook":
      case "hooks":
      case "unhook":
      case "push":
        this.#asks.refused(cid, problem);
        return;
      default:
        this.#tell({ type: "error", problem, ...(of !== undefined && { of }) });
    }
  }

  #seen(event: DurableEvent, replayed: boolean): void {
    const entry = this.sending.entryOf(event.id);
    this.recent.add(event, this.room.you?.uid);
    const own = authorOf(event) === this.room.you?.uid;
    this.#tell({ ...event, own, replayed, ...(entry !== undefined && { entry }) });
  }

  #broken(why: "retention" | "erased"): void {
    if (why === "erased") this.recent.clear();
    this.#tell({ type: "break", why });
  }

  /** Slow mode takes a member's messages one by one. */
  #setPace(): void {
    const { limits, slow, you } = this.room;
    const window = slow > 0 && you?.role === "member" ? 1 : limits.burst;
    this.#courier.open({ burst: limits.burst, perSecond: limits.perSecond, window });
  }

  #tell(event: ChatEvent): void {
    this.listeners.tell(event);
  }
}

function isOf<Type extends Answer["type"]>(
  answer: Answer,
  type: Type,
): answer is Extract<Answer, { type: Type }> {
  return answer.type === type;
}
