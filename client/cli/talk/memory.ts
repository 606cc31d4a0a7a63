import type { Chat, Saved } from "../../core/chat.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import type { ProfileInRoom } from "../person/identity.ts";
import { type Stop, StoppedAt } from "../person/stopped-at.ts";
import { UnsentLines } from "../person/unsent-lines.ts";
import { Homecoming, type HomecomingOptions } from "./homecoming.ts";

/** Milliseconds after which it is kept how far the room was seen. */
const SOON = 2_000;

export interface MemoryOptions {
  readonly settings: ProfileInRoom;
  readonly token: string;
  chat(): Chat;
  /** Told why something cannot be kept. */
  complain(sentence: string): void;
}

type Home = Pick<HomecomingOptions, "judge" | "tell" | "missed"> & {
  /** Whether the screen goes on from what it has shown. */
  readonly isGoingOn: boolean;
};

/** What the next run needs to know of this one: where it stopped, and what it has not sent. */
export class Memory {
  readonly #options: MemoryOptions;
  readonly #unsent: UnsentLines;
  readonly #stopped: StoppedAt;
  #timer: NodeJS.Timeout | undefined;
  /** Whether what was seen is all that there was, so that its end is where somebody stops. */
  #isHere = false;
  /** How far the room was shown. */
  #shown: Stop | undefined;

  constructor(options: MemoryOptions) {
    const { settings, token, complain } = options;
    this.#options = options;
    this.#unsent = new UnsentLines(settings, token, complain);
    this.#stopped = new StoppedAt(settings, token, complain);
  }

  get client(): string {
    return this.#unsent.client;
  }

  get earlier(): Saved | undefined {
    return this.#unsent.earlier;
  }

  /** Where a chat's events go on their way to the screen. */
  homecoming({ isGoingOn, ...home }: Home): (event: ChatEvent) => void {
    const since = this.#stopped.place;
    if (isGoingOn) return home.tell;
    const chat = this.#options.chat();
    const homecoming = new Homecoming({ ...home, chat, since, anew: () => this.#stopped.forget() });
    return (event) => homecoming.take(event);
  }

  /** To be called with each event before anything else: what is about to be sent must be kept before. */
  follow({ type }: ChatEvent): void {
    if (type === "caught_up") this.#isHere = true;
    if (OF_THE_OUTBOX.has(type)) this.keep();
    // Then it knows its number.
    if (type === "pending") setImmediate(() => this.keep());
  }

  /** The newest event that is on the screen. */
  get newest(): number | undefined {
    return this.#shown?.id;
  }

  /** An event is on the screen, and all that came before it. */
  showed(event: ChatEvent): void {
    if (event.type === "caught_up") this.showedAll();
    if (event.type !== "message" && event.type !== "edited" && event.type !== "deleted") return;
    const { epoch } = this.#options.chat().saved();
    if (epoch !== undefined) this.#stop({ id: event.id, at: event.at, epoch });
  }

  /** All that was told so far is on the screen. */
  showedAll(): void {
    const { after, afterAt, epoch } = this.#options.chat().saved();
    if (after === undefined || epoch === undefined) return;
    this.#stop({ id: after, epoch, ...(afterAt && { at: afterAt }) });
  }

  /** Keeps what waits to be sent. */
  keep(): void {
    const chat = this.#options.chat();
    this.#unsent.keep(chat.saved(), chat.state.state !== "online");
  }

  /** At the end. Whether the next run finds what was not sent. */
  close(): boolean {
    this.#reach();
    this.keep();
    return this.#unsent.isKept;
  }

  #stop(shown: Stop): void {
    this.#shown = shown;
    this.#timer ??= setTimeout(() => this.#reach(), SOON).unref();
  }

  #reach(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isHere && this.#shown !== undefined) this.#stopped.keep(this.#shown);
  }
}

const OF_THE_OUTBOX: ReadonlySet<ChatEvent["type"]> = new Set([
  "state",
  "pending",
  "stored",
  "failed",
  "unsure",
  "paused",
]);
