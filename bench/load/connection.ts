import { connect, type Socket } from "node:net";
import type { Framing, Piece } from "./framing.ts";

/** All sockets read into this one buffer, which is dealt with before the next read: nothing is allocated. */
const SHARED = Buffer.allocUnsafeSlow(256 * 1024);

export interface ConnectionOptions {
  port: number;
  framing: Framing;
  onOpen: () => void;
  onFrame: (frame: Piece) => void;
  /** Called once, with a reason, when the connection ends without `end()`. */
  onLost: (reason: string) => void;
}

/** A TCP connection that costs its process little: frames are handed on where they were read. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #socket: Socket;
  /** The start of a frame whose end has not arrived. */
  #rest = Buffer.alloc(0);
  #restLength = 0;
  #opened = false;
  #ended = false;
  #received = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#socket = connect({
      host: "127.0.0.1",
      port: options.port,
      noDelay: true,
      onread: {
        buffer: SHARED,
        callback: (length) => {
          this.#take(length);
          return true;
        },
      },
    });
    this.#socket.on("connect", () => {
      const opening = options.framing.opening();
      if (opening) this.#socket.write(opening);
      this.#noticeOpen();
    });
    this.#socket.on("error", (error) => this.#lose(error.message));
    this.#socket.on("close", () => this.#lose("closed"));
  }

  /** Bytes received. */
  get received(): number {
    return this.#received;
  }

  send(text: string): void {
    if (!this.#ended) this.#socket.write(this.#options.framing.encode(text));
  }

  end(): void {
    this.#ended = true;
    this.#socket.destroy();
  }

  #take(length: number): void {
    if (this.#ended) return;
    this.#received += length;
    try {
      if (this.#restLength > 0) this.#takeAfterRest(length);
      else this.#keep(SHARED, this.#split(SHARED, length), length);
    } catch (error) {
      this.#lose(error instanceof Error ? error.message : String(error));
      this.#socket.destroy();
    }
  }

  #takeAfterRest(length: number): void {
    const whole = this.#restLength + length;
    if (this.#rest.length < whole)
      this.#rest = Buffer.concat([this.#rest.subarray(0, this.#restLength)], whole * 2);
    SHARED.copy(this.#rest, this.#restLength, 0, length);
    const consumed = this.#split(this.#rest, whole);
    this.#rest.copyWithin(0, consumed, whole);
    this.#restLength = whole - consumed;
  }

  #keep(bytes: Buffer, from: number, end: number): void {
    this.#restLength = end - from;
    if (this.#restLength === 0) return;
    if (this.#rest.length < this.#restLength) this.#rest = Buffer.allocUnsafeSlow(this.#restLength * 2);
    bytes.copy(this.#rest, 0, from, end);
  }

  #split(bytes: Buffer, end: number): number {
    const { framing, onFrame } = this.#options;
    const wasOpen = this.#opened;
    let at = framing.split({ bytes, start: 0, end }, onFrame);
    if (!wasOpen) {
      this.#noticeOpen();
      at = framing.split({ bytes, start: at, end }, onFrame);
    }
    return at;
  }

  #noticeOpen(): void {
    if (this.#opened || !this.#options.framing.open) return;
    this.#opened = true;
    this.#options.onOpen();
  }

  #lose(reason: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#options.onLost(reason);
  }
}
