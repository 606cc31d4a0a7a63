import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel.ts";
import type { IrcClient } from "../irc-client.ts";
import type { Reply } from "../reply.ts";

/** The room that a name means, if the client is in it; else it is told. */
export function channelOf(client: IrcClient, reply: Reply, name: string): Channel | undefined {
  const channel = name.startsWith("#") ? client.channels.get(name.slice(1).toLowerCase()) : undefined;
  const { numerics } = cliWords().irc;
  if (channel === undefined) {
    const isKnown = client.house.isKnown(name.slice(1).toLowerCase());
    reply.numeric(
      isKnown ? "442" : "403",
      name,
      isKnown ? numerics.notOnThatChannel : numerics.noSuchChannel,
    );
  }
  return channel;
}
