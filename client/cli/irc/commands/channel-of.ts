import { roomName } from "../../../../src/protocol/room-name.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel/channel.ts";
import type { IrcClient } from "../irc-client.ts";
import type { Reply } from "../reply.ts";

/** The room of a channel's name. */
export function roomOf(name: string): string | undefined {
  return name.startsWith("#") ? roomName(name.slice(1)) : undefined;
}

/** The room that a name means, if the client is in it; else it is told. */
export function channelOf(client: IrcClient, reply: Reply, name: string): Channel | undefined {
  const channel = client.channel(name);
  if (channel !== undefined) return channel;
  const { numerics } = cliWords().irc;
  // Of a room where nobody of this gateway is, nothing is known.
  const room = roomOf(name);
  const isKnown = room !== undefined && client.house.clients.some(({ channels }) => channels.has(room));
  if (isKnown) reply.numeric("442", name, numerics.notOnThatChannel);
  else reply.numeric("403", name, numerics.noSuchChannel);
  return undefined;
}
