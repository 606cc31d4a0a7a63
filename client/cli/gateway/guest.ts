import type { Socket } from "node:net";
import type { CutReason } from "./journal.ts";

/** Bytes that a program may leave unread. */
const MOST_UNREAD = 1024 * 1024;
/** Milliseconds that it has to read the last of what it is told. */
const LAST_WORDS = 1_000;

/** A program at the other end of a connection, as far as its service needs to know. */
export interface Guest {
  /** How the journal names it: where it comes from. */
  readonly name: string;
  /** Tells it something. Whoever reads nothing for long is cut off: nothing here may grow with their patience. */
  write(text: string): void;
  /** Ends the connection once all is read that was written. */
  end(): void;
}

/** One that the gateway can cut off. */
export interface ServedGuest extends Guest {
  cut(why: CutReason): void;
}

export function guestOf(socket: Socket, cutFor: (why: CutReason, name: string) => void): ServedGuest {
  const name = `${socket.remoteAddress}:${socket.remotePort}`;
  let isOver = false;
  const cut = (why: CutReason) => {
    if (isOver) return;
    isOver = true;
    cutFor(why, name);
    socket.destroy();
  };
  return {
    name,
    cut,
    write(text) {
      if (isOver || !socket.writable) return;
      socket.write(text);
      if (socket.writableLength > MOST_UNREAD) cut("reads_nothing");
    },
    end() {
      if (isOver) return;
      isOver = true;
      socket.end();
      setTimeout(() => socket.destroy(), LAST_WORDS).unref();
    },
  };
}
