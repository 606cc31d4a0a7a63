import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel.ts";
import type { IrcClient } from "../irc-client.ts";
import type { Reply } from "../reply.ts";

/** The room that a name means, if the client is in it; else it is told. */
export function channelOf(client: IrcClient, reply: Reply, name: string): Channel | undefined {
  const channel = name.startsWith("#") ? client.channels.get(name.slice(1).toLowerCase()) : undefined;
  const { numerics } = cliWords().irc;
  if (channel === undefined) {
    const isName = /^#[a-z0-9-]{1,32}$/i.test(name);
    reply.numeric(isName ? "442" : "403", name, isName ? numerics.notOnThatChannel : numerics.noSuchChannel);
  }
  return channel;
}
