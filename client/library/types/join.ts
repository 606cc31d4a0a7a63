import type { Room } from "./room.ts";
import type { Saved } from "./saved.ts";

/** As much of an `AbortSignal` as is needed. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export interface JoinOptions {
  /** Up to 10 letters, digits, `_` and `-`, first a letter. Who is here already keeps the nickname that they have. */
  readonly nick: string;
  /** Who you are: 22 to 128 characters of `A-Za-z0-9_-`, a secret. By default that of `saved`, or a new person. */
  readonly token?: string | undefined;
  /** The room's passphrase. */
  readonly key?: string | undefined;
  /** An invitation; by default the one in the address (`https://HOST/lobby#pass=…`). */
  readonly pass?: string | undefined;
  /** The server's admin token, which makes you an owner for as long as you are connected. */
  readonly admin?: string | undefined;
  /** Tells the others that a program speaks here. */
  readonly bot?: boolean | undefined;
  /** What an earlier run has kept: tells all that was missed since, and sends what was left. */
  readonly saved?: Saved | undefined;
  /** Tells the latest messages first, where nothing was kept. By default nothing old is told. */
  readonly history?: boolean | undefined;
  /** Aborted, it leaves the room at once, or stops joining it. */
  readonly signal?: Signal | undefined;
}

/** What a program in Node may say besides. */
export interface NodeJoinOptions extends JoinOptions {
  /** Sent along with each connection, where something stands in front of the server. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** An `http.Agent`, such as one of a proxy. */
  readonly agent?: object | undefined;
}

/**
 * Joins a room: `https://HOST/lobby`, or its invitation. Resolves when you are in, and all that was missed is told.
 * Rejects with a `PapoError` where the room does not let you in or can't be reached, and with the signal's reason where
 * that was aborted first.
 */
export type JoinRoom<Options extends JoinOptions = JoinOptions> = (
  url: string | { readonly href: string },
  options: Options,
) => Promise<Room>;
