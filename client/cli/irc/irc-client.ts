import type { Channel } from "./channel/channel.ts";
import type { HouseClient } from "./house-client.ts";
import type { IrcHouse } from "./irc-house.ts";
import type { Reply } from "./reply.ts";
import type { IrcMessage } from "./wire/irc-message.ts";
import type { OpenBatch } from "./wire/open-batch.ts";

/** A channel that a client wants to be in. */
export interface ChannelWish {
  readonly name: string;
  readonly key: string | undefined;
}

/** A client as its commands see it. */
export interface IrcClient extends HouseClient {
  readonly house: IrcHouse;
  /** Where it comes from, as the journal names it. */
  readonly name: string;
  readonly profile: string;
  /** The rooms that it is in, by their names without the `#`. */
  readonly channels: Map<string, Channel>;
  /** Those that would not have its nickname: it tries again by the next. */
  readonly keptOut: Map<string, ChannelWish>;
  readonly capabilities: Set<string>;
  /** What it said it is called, as IRC has it; "" for nothing yet. */
  nick: string;
  username: string;
  realname: string;
  /** Where its person is. */
  away: string | undefined;
  /** The key of rooms that it joins without one. */
  password: string | undefined;
  /** Whether only those find it who are in a room with it. */
  isInvisible: boolean;
  /** Whether it still says what it speaks. */
  isNegotiating: boolean;
  /** Whether it has said who it is. */
  isNamed: boolean;
  /** Lines that belong together, while they come. */
  open: OpenBatch | undefined;
  /** Whether its nickname is being changed, room by room. */
  isRenaming: boolean;
  /** The channel of that name, if it is in there. */
  channel(name: string): Channel | undefined;
  /** An answer that goes under a label. */
  answer(label: string | undefined): Reply;
  /** Up to which event it has heard a room when it was there before; 0 where it was not. */
  heardIn(channel: Channel): number;
  talkedIn(channel: Channel): void;
  hangUp(why: string, reason?: string): void;
  /** Something went wrong that nobody has expected: it is told, and the client is let go. */
  failed(error: unknown): void;
}

/** Something that a client can ask for. */
export interface IrcCommand {
  /** How many words must stand behind it. */
  readonly needs: number;
  run(client: IrcClient, reply: Reply, message: IrcMessage): void | Promise<void>;
}

export type IrcCommands = Readonly<Record<string, IrcCommand>>;
