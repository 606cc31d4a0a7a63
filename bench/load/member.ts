import { Connection } from "./connection.ts";
import type { Dialect, Who } from "./dialect.ts";
import type { Piece } from "./framing.ts";
import { LineFraming } from "./line-framing.ts";
import { eachText } from "./text.ts";
import { WebSocketFraming } from "./websocket-framing.ts";

/** Bytes of the longest sign of life ("pong"), which is no news. */
const SIGN_OF_LIFE = 4;

export interface MemberOptions {
  who: Who;
  dialect: Dialect;
  port: number;
  onMessage: (number: number) => void;
  onFailure: (report: string) => void;
}

/** One simulated person: connects, joins, talks, and hands on the numbers of the messages it hears. */
export class Member {
  readonly who: Who;
  readonly #options: MemberOptions;
  readonly #connection: Connection;
  readonly #joined = Promise.withResolvers<void>();
  #isIn = false;
  #said = 0;
  #arrivals = 0;
  #news = 0;
  #pinged = 0;
  #pingTimer: NodeJS.Timeout | undefined;

  constructor(options: MemberOptions) {
    const { who, dialect, port } = options;
    this.who = who;
    this.#options = options;
    this.#connection = new Connection({
      port,
      framing: dialect.framing === "lines" ? new LineFraming() : new WebSocketFraming(dialect.upgrade(who)),
      onOpen: () => {
        for (const text of dialect.greeting(who)) this.#connection.send(text);
      },
      onFrame: (frame) => this.#hear(frame),
      onLost: (reason) => this.#fail(`lost: ${reason}`),
    });
    this.#startPings();
  }

  /** Fulfilled once the server has let this member in. */
  get joined(): Promise<void> {
    return this.#joined.promise;
  }
  /** Other members that the server has told of. */
  get arrivals(): number {
    return this.#arrivals;
  }
  /** Frames heard that held no message, but more than a sign of life. */
  get news(): number {
    return this.#news;
  }

  say(text: string): void {
    this.#connection.send(this.#options.dialect.say({ who: this.who, text, count: ++this.#said }));
  }

  end(): void {
    clearInterval(this.#pingTimer);
    this.#connection.end();
  }

  #hear(frame: Piece): void {
    const heard = this.#isIn ? eachText(frame, this.#options.onMessage) : 0;
    if (heard === 0) this.#hearOther(frame);
    this.#pingByBytes();
  }

  #hearOther({ bytes, start, end }: Piece): void {
    const { dialect } = this.#options;
    if (end - start > SIGN_OF_LIFE) this.#news++;
    const { joined, arrivals, reply, failure } = dialect.hear(bytes.toString("latin1", start, end), this.who);
    if (failure) this.#fail(failure);
    if (reply) this.#connection.send(reply);
    this.#arrivals += arrivals ?? 0;
    if (!joined || this.#isIn) return;
    this.#isIn = true;
    this.#joined.resolve();
  }

  #startPings(): void {
    const { ping } = this.#options.dialect;
    if (ping) this.#pingTimer = setInterval(() => this.#connection.send(ping.text), ping.everyMs);
  }

  #pingByBytes(): void {
    const { ping } = this.#options.dialect;
    if (!ping || this.#connection.received - this.#pinged < ping.everyBytes) return;
    this.#pinged = this.#connection.received;
    this.#connection.send(ping.text);
  }

  #fail(report: string): void {
    const message = `${this.who.nick} ${report}`;
    this.#joined.reject(new Error(message));
    this.#options.onFailure(message);
  }
}
