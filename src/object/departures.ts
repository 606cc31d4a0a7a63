import type { CloseCode } from "../protocol/close-code.ts";

/** A socket, as the fan-out sees it. */
export interface Recipient {
  /** Sends one text frame of so many bytes (UTF-8). */
  send(frame: string, bytes: number): void;
  close(code: CloseCode, reason: string): void;
}

/** An event that everybody is to get but some. */
interface SharedEvent {
  /** Where its JSON begins among that of all of them. */
  readonly start: number;
  readonly except: ReadonlySet<Recipient> | undefined;
}

/** What is different for a recipient who came, goes, or is told something of their own. */
interface Span {
  /** The first shared event that is for them, and the first that is not any more, by their places. */
  from: number;
  until: number;
  /** What they alone are told, each before the shared event of a place. */
  own: { readonly before: number; readonly json: string }[];
  /** Whether they are among those whom a shared event is not for. */
  misses: boolean;
  closing?: { readonly code: CloseCode; readonly reason: string };
}

/**
 * What waits to be sent, and for whom. Who gets just what everybody gets is
 * sent one and the same string; only those who are told something of their own,
 * or who came or go meanwhile, get a frame made for them. Order is kept across
 * both kinds.
 */
export class Departures {
  /** Whether a recipient hears what everyone hears. */
  readonly #hears: (recipient: Recipient) => boolean;
  #shared: SharedEvent[] = [];
  /** All that is shared as JSON, a comma after each: whoever gets a run of it gets that in one piece. */
  #text = "";
  #spans = new Map<Recipient, Span>();
  #hasOwn = false;

  constructor(hears: (recipient: Recipient) => boolean) {
    this.#hears = hears;
  }

  /** Whether something waits for everybody. */
  get hasShared(): boolean {
    return this.#shared.length > 0;
  }

  /** Whether somebody is to be told something of their own, or to be closed. */
  get hasOwn(): boolean {
    return this.#hasOwn;
  }

  share(json: string, except?: ReadonlySet<Recipient>): void {
    for (const recipient of except ?? []) this.#span(recipient).misses = true;
    this.#shared.push({ start: this.#text.length, except });
    this.#text += `${json},`;
  }

  give(recipient: Recipient, json: string): void {
    this.#span(recipient).own.push({ before: this.#shared.length, json });
    this.#hasOwn = true;
  }

  /** From here on a recipient gets what is shared. */
  begin(recipient: Recipient): void {
    if (this.hasShared || this.#spans.has(recipient)) this.#span(recipient).from = this.#shared.length;
  }

  /** From here on a recipient gets nothing of it any more. */
  end(recipient: Recipient): void {
    const span = this.#spans.get(recipient);
    if (span) span.until = this.#shared.length;
  }

  /** A recipient gets what waits for them so far, and is closed then. */
  close(recipient: Recipient, closing: { readonly code: CloseCode; readonly reason: string }): void {
    this.#span(recipient).closing ??= closing;
    this.#hasOwn = true;
  }

  /** Sends what waits to those alone who are told something of their own, or closed: to them all of it, so that order is kept. */
  sendOwn(): void {
    for (const [recipient, span] of this.#spans) {
      if (span.own.length === 0 && !span.closing) continue;
      this.#send(recipient, span);
      if (this.hasShared && this.#hears(recipient)) this.#spans.set(recipient, begunAt(this.#shared.length));
      else this.#spans.delete(recipient);
    }
    this.#hasOwn = false;
  }

  /** Sends all that waits. */
  sendAll(listeners: Iterable<Recipient>): void {
    // Many have had the same part of it.
    const rests = new Map<number, WireFrame | undefined>();
    const restFrom = (from: number) => {
      if (!rests.has(from)) rests.set(from, frameOf(this.#run(from, this.#shared.length)));
      return rests.get(from);
    };
    for (const [recipient, span] of this.#spans) {
      const { from, until, own, misses, closing } = span;
      const isPlain = own.length === 0 && !misses && !closing && until >= this.#shared.length;
      if (isPlain) send(recipient, restFrom(Math.min(from, this.#shared.length)));
      else this.#send(recipient, span);
    }
    const whole = restFrom(0);
    if (whole) for (const listener of listeners) if (!this.#spans.has(listener)) send(listener, whole);
    this.#shared = [];
    this.#text = "";
    this.#spans = new Map();
    this.#hasOwn = false;
  }

  #send(recipient: Recipient, { from, until, own, misses, closing }: Span): void {
    const pieces: string[] = [];
    let place = Math.min(from, this.#shared.length);
    const shareUntil = (end: number) => {
      const last = Math.min(until, end);
      for (let index = place; misses && index < last; index++) {
        if (!this.#shared[index]?.except?.has(recipient)) continue;
        pieces.push(...this.#run(place, index));
        place = index + 1;
      }
      pieces.push(...this.#run(place, last));
      place = Math.max(place, end);
    };
    for (const { before, json } of own) {
      shareUntil(before);
      pieces.push(json);
    }
    shareUntil(this.#shared.length);
    send(recipient, frameOf(pieces));
    if (closing) recipient.close(closing.code, closing.reason);
  }

  /** The shared events from one place to before another, in one piece; none where there are none. */
  #run(from: number, until: number): string[] {
    if (from >= until) return [];
    const startOf = (place: number) => this.#shared[place]?.start ?? this.#text.length;
    return [this.#text.slice(startOf(from), startOf(until) - 1)];
  }

  /** Marks a recipient as one for whom something is different. */
  #span(recipient: Recipient): Span {
    const known = this.#spans.get(recipient);
    if (known) return known;
    const span = begunAt(this.#hears(recipient) ? 0 : Number.POSITIVE_INFINITY);
    this.#spans.set(recipient, span);
    return span;
  }
}

const begunAt = (from: number): Span => ({ from, until: Number.POSITIVE_INFINITY, own: [], misses: false });

interface WireFrame {
  readonly text: string;
  readonly bytes: number;
}

function frameOf(pieces: readonly string[]): WireFrame | undefined {
  const [first, ...others] = pieces;
  if (first === undefined) return undefined;
  let text = `[${first}`;
  for (const piece of others) text += `,${piece}`;
  text += "]";
  return { text, bytes: Buffer.byteLength(text) };
}

function send(recipient: Recipient, frame: WireFrame | undefined): void {
  if (frame) recipient.send(frame.text, frame.bytes);
}
