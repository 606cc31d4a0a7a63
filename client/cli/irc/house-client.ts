import type { Channel, ChannelClient } from "./channel/channel.ts";

/** A client of the gateway, as the others can ask about it. */
export interface HouseClient extends ChannelClient {
  readonly username: string;
  readonly realname: string;
  /** Whether only those find it who are in a room with it. */
  readonly isInvisible: boolean;
  /** Whether it has said who it is. */
  readonly isNamed: boolean;
  /** The rooms that it is in, by their names without the `#`. */
  readonly channels: ReadonlyMap<string, Channel>;
}
