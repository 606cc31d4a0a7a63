import type { Clock } from "../../core/clock.ts";

/** Bytes kept of a line that does not end; more than any message may have, so that a longer one is found too long. */
const LONGEST = 65_536;
/** Milliseconds that the rest of a character may take. */
const REST_OF_CHARACTER = 2_000;
/** Milliseconds that the rest of a line may take, of a program that ends its lines. */
const REST = 100;

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * Makes messages of what a socket brings. Who ends lines with a line feed (nc,
 * telnet) says a line each, however the network has cut them; of who never
 * does, as many a first client of one's own, what comes at once is one.
 */
export class Packets {
  readonly #clock: Clock;
  readonly #take: (text: string) => Promise<void>;
  #rest: Uint8Array = new Uint8Array();
  #endsLines = false;
  #waiting = 0;
  #cancel: (() => void) | undefined;
  /** What is being taken: one after the other, whether more has come or nothing has. */
  #taken: Promise<void> = Promise.resolve();

  constructor(clock: Clock, take: (text: string) => Promise<void>) {
    this.#clock = clock;
    this.#take = take;
  }

  /** Messages that are not taken yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Resolves when all is taken that came whole. */
  read(bytes: Uint8Array): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    // What was no half of a character was a message.
    if (!this.#endsLines && !isRest(bytes)) this.#end();
    const all = Buffer.concat([this.#rest, bytes]);
    let start = 0;
    for (let end = lineEnd(all, start); end !== -1; end = lineEnd(all, start)) {
      this.#endsLines = true;
      this.#give(all.subarray(start, end));
      start = end + 1;
    }
    // What follows in an endless line is dropped: the beginning is long enough to be refused.
    this.#rest = all.subarray(start, start + LONGEST);
    if (this.#rest.length > 0) {
      const ms = isCut(this.#rest) ? REST_OF_CHARACTER : REST;
      if (this.#endsLines || ms > REST) this.#cancel = this.#clock.setTimer(ms, () => this.#end());
      else this.#end();
    }
    return this.#taken;
  }

  /** Nothing more comes. Resolves when all is taken. */
  close(): Promise<void> {
    this.#cancel?.();
    this.#end();
    return this.#taken;
  }

  #end(): void {
    if (this.#rest.length > 0) this.#give(this.#rest);
    this.#rest = new Uint8Array();
  }

  #give(bytes: Uint8Array): void {
    const text = new TextDecoder().decode(withoutTelnet(bytes)).replace(/\0/g, "");
    if (text.trim() === "") return;
    this.#waiting += 1;
    this.#taken = this.#taken
      .then(() => this.#take(text))
      .finally(() => {
        this.#waiting -= 1;
      });
  }
}

/** A telnet in character mode ends its lines with a return alone. However many lines there are, each byte is looked at once. */
function lineEnd(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === LINE_FEED || bytes[at] === RETURN) return at;
  }
  return -1;
}

/** Whether the last character has more bytes than have come. */
function isCut(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(-3);
  const lead = tail.findLastIndex((byte) => byte >= 0xc0);
  if (lead === -1) return false;
  const byte = tail[lead] ?? 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
  return tail.length - lead < length;
}

/** Whether bytes go on in a character. */
function isRest([first = 0]: Uint8Array): boolean {
  return first >= 0x80 && first < 0xc0;
}

/** Interpret as command (RFC 854): what telnet says to telnet, and nobody to anybody. No UTF-8 has such a byte. */
const IAC = 0xff;
const WILL = 0xfb;

function withoutTelnet(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(IAC)) return bytes;
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== IAC) kept.push(byte);
    else at += (bytes[at + 1] ?? 0) >= WILL ? 2 : 1;
  }
  return Uint8Array.from(kept);
}
