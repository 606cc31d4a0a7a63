import type { CommandInput } from "../../../src/protocol/command.ts";
import type { Clock } from "../clock.ts";
import type { Asks } from "../timeline/asks.ts";
import type { Draft } from "./entry.ts";
import type { Outbox } from "./outbox.ts";
import { Pacer } from "./pacer.ts";

/** Commands that may wait for their turn, besides outbox and questions. */
const BOUND = 20;

export interface CourierOptions {
  clock: Clock;
  outbox: Outbox;
  asks: Asks;
  send(command: CommandInput): void;
  /** A draft as it is sent. */
  encode(draft: Draft): Draft;
  /** Something of the outbox is on its way. */
  flying(): void;
}

/** Sends what waits, as fast as the room takes it: commands, questions, then the outbox. */
export class Courier {
  readonly #options: CourierOptions;
  readonly #pacer: Pacer;
  #commands: CommandInput[] = [];
  /** Outbox entries that may be unanswered; 0 while not in the room. */
  #window = 0;
  #pausedUntil = 0;
  #cancelTimer = () => {};

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#pacer = new Pacer({ burst: 1, perSecond: 1 }, options.clock.now());
  }

  /** In the room, or its rules have changed: what it asked for before no longer counts. */
  open({ burst, perSecond, window }: { burst: number; perSecond: number; window: number }): void {
    this.#pacer.setPace({ burst, perSecond });
    this.#window = window;
    this.#pausedUntil = 0;
    this.pump();
  }

  /** Out of the room. What was not sent is told. */
  close(): CommandInput[] {
    const unsent = this.#commands;
    this.#commands = [];
    this.#window = 0;
    this.#cancelTimer();
    return unsent;
  }

  /** Takes a command, if there is place. */
  take(command: CommandInput): boolean {
    if (this.#commands.length >= BOUND) return false;
    this.#commands.push(command);
    this.pump();
    return true;
  }

  /** The room refused something as too much for now. */
  slowDown(): void {
    this.#pacer.drain(this.#options.clock.now());
  }

  /** The outbox waits, for the room has said until when. */
  pause(until: number): void {
    this.#pausedUntil = until;
  }

  pump(): void {
    this.#cancelTimer();
    if (this.#window === 0) return;
    const now = this.#options.clock.now();
    for (let send = this.#next(now); send !== undefined; send = this.#next(now)) {
      const refused = this.#pacer.take(now);
      if (refused !== undefined) {
        this.#pumpIn(refused.wait);
        return;
      }
      send();
    }
    if (now < this.#pausedUntil) this.#pumpIn(this.#pausedUntil - now);
  }

  /** How to send the next thing that waits; nothing is taken before it is done. */
  #next(now: number): (() => void) | undefined {
    const { asks, outbox, send, encode, flying } = this.#options;
    if (this.#commands.length > 0) {
      return () => {
        const command = this.#commands.shift();
        if (command !== undefined) send(command);
      };
    }
    if (asks.waiting) {
      return () => {
        const question = asks.next();
        if (question !== undefined) send(question);
      };
    }
    const next = now < this.#pausedUntil ? undefined : outbox.peek(this.#window);
    if (next === undefined) return undefined;
    return () => {
      outbox.sent(next.entry.key, next.cid);
      send({ ...encode(next.entry.draft), cid: next.cid });
      flying();
    };
  }

  #pumpIn(ms: number): void {
    this.#cancelTimer = this.#options.clock.setTimer(ms, () => this.pump());
  }
}
