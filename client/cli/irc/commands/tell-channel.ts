import { oneLine } from "../../../core/text/one-line.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel/channel.ts";
import type { IrcClient } from "../irc-client.ts";
import type { Reply } from "../reply.ts";
import { prefixOf } from "../wire/modes.ts";

/** Bytes of nicknames in a line. */
const NAMES = 380;

export function tellTopic(reply: Reply, { name, chat, topicBy }: Channel): void {
  const { topic } = chat.room;
  if (topic === "") {
    reply.numeric("331", name, cliWords().irc.numerics.noTopic);
    return;
  }
  reply.numeric("332", name, oneLine(topic));
  if (topicBy !== undefined) reply.numeric("333", name, topicBy.nick, seconds(topicBy.at));
}

export function tellNames(client: IrcClient, reply: Reply, { name, members, voice }: Channel): void {
  let row: string[] = [];
  const tell = () => {
    if (row.length > 0) reply.numeric("353", "=", name, row.join(" "));
    row = [];
  };
  for (const member of members) {
    const told = client.has("userhost-in-names") ? voice.source(member) : voice.nick(member);
    const entry = prefixOf(member.role, client.has("multi-prefix")) + told;
    if (Buffer.byteLength([...row, entry].join(" ")) > NAMES) tell();
    row.push(entry);
  }
  tell();
}

/** As numerics have a time. */
export function seconds(at: number): string {
  return String(Math.floor(at / 1_000));
}
