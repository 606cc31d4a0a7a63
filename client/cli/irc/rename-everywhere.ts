import type { Chat } from "../../core/chat.ts";
import { passed } from "../gateway/passed.ts";
import type { IrcClient } from "./irc-client.ts";

/** Milliseconds in which a room has to take a nickname. */
const ANSWER_WITHIN = 3_000;

/** Changes a nickname in all rooms, or in none. Tells whether it did. */
export async function renameEverywhere(client: IrcClient, nick: string): Promise<boolean> {
  const before = client.nick;
  const source = client.source;
  const changed: Chat[] = [];
  client.isRenaming = true;
  try {
    for (const { chat } of client.channels.values()) {
      if (!(await renamedIn(client, chat, nick))) {
        for (const each of changed) each.rename(before);
        return false;
      }
      changed.push(chat);
    }
  } finally {
    client.isRenaming = false;
  }
  client.house.release(before, client);
  client.nick = nick;
  client.send({ source, command: "NICK", params: [nick] });
  return true;
}

async function renamedIn({ house }: IrcClient, chat: Chat, nick: string): Promise<boolean> {
  if (chat.room.you?.nick === nick) return true;
  let stop = () => {};
  const answered = new Promise<boolean>((resolve) => {
    stop = chat.subscribe((event) => {
      if (event.type === "renamed" && event.uid === chat.room.you?.uid) resolve(true);
      if (event.type === "error" && event.of === "nick") resolve(false);
      if (event.type === "state") resolve(false);
    });
  });
  const isAsked = chat.rename(nick) === undefined;
  const isDone =
    isAsked && (await Promise.race([answered, passed(house.clock, ANSWER_WITHIN).then(() => false)]));
  stop();
  return isDone;
}
