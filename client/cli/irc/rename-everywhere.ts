import { nickKey } from "../../../src/protocol/text/nick.ts";
import { isProblem, localProblem, type Problem } from "../../core/problem.ts";
import { passed } from "../gateway/passed.ts";
import type { Channel } from "./channel/channel.ts";
import type { Listener } from "./channel/voice.ts";
import type { IrcClient } from "./irc-client.ts";
import type { Reply } from "./reply.ts";
import { personKey } from "./shared-memory.ts";
import { ircNick, papoNick } from "./wire/nick-form.ts";

/** Milliseconds in which a room has to take a nickname. */
const ANSWER_WITHIN = 3_000;

/** Changes a nickname in all rooms, or in none: then it tells why. */
export async function renameEverywhere(
  client: IrcClient,
  nick: string,
  reply: Reply,
): Promise<Problem | undefined> {
  const { source, nick: before } = client;
  const changed: Channel[] = [];
  const { renamings } = client.house;
  const keys = [...client.channels.values()].map(({ room, chat }) => personKey(room, chat.room.you?.uid));
  const renaming = { nick, told: new Set<Listener>() };
  for (const key of keys) renamings.keep(key, renaming);
  client.isRenaming = true;
  try {
    for (const channel of client.channels.values()) {
      const problem = await renamedIn(client, channel, { nick, reply });
      if (isProblem(problem)) {
        for (const key of keys) renamings.forget(key);
        for (const { chat } of changed) chat.rename(papoNick(before));
        return problem;
      }
      changed.push(channel);
    }
  } finally {
    client.isRenaming = false;
  }
  if (nickKey(papoNick(before)) !== nickKey(nick)) client.house.release(before, client);
  client.nick = ircNick(nick);
  reply.line({ source, command: "NICK", params: [client.nick] });
  return undefined;
}

/** Makes one room call the client's person so. */
export async function renamedIn(
  { house }: IrcClient,
  { chat, answers }: Channel,
  { nick, reply }: { nick: string; reply: Reply },
): Promise<Problem | undefined> {
  if (chat.room.you?.nick === nick) return undefined;
  const answered = answers.ordered({ type: "nick", reply }, passed(house.clock, ANSWER_WITHIN));
  const problem = chat.rename(nick) ?? (await answered);
  if (problem !== undefined) {
    answers.endOrder("nick");
    return problem;
  }
  return chat.room.you?.nick === nick ? undefined : localProblem("no_answer");
}
