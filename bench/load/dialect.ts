import type { Upgrade } from "./websocket-framing.ts";

/** One member, as the dialects name them. */
export interface Who {
  /** 0 to members - 1. */
  index: number;
  /** "m00042": all of one length, so that frames are too. */
  nick: string;
  room: string;
  /** A network address of their own, since all come from one machine. */
  address: string;
}

/** What a frame that holds no message meant. */
export interface Heard {
  /** The room has let this member in. */
  joined?: boolean;
  /** Members that this frame made known. */
  arrivals?: number;
  /** To be sent back at once. */
  reply?: string;
  /** The room refused something. */
  failure?: string;
}

/** How one server is spoken to. */
export interface Dialect {
  readonly framing: "websocket" | "lines";
  /** Whether a member hears its own messages. */
  readonly echoes: boolean;
  /** Whether members are told who is here, so that rosters can be checked. */
  readonly tellsRoster: boolean;
  upgrade(who: Who): Upgrade;
  /** Sent as soon as the connection is open. */
  greeting(who: Who): string[];
  /** `count` is 1 for a member's first message, then 2 … */
  say(message: { who: Who; text: string; count: number }): string;
  hear(frame: string, who: Who): Heard;
  /** A sign of life that clients owe the server. */
  readonly ping?: { text: string; everyMs: number; everyBytes: number };
}
