import { LINE_BYTES, timeTag } from "./channel/said-lines.ts";
import { forOthers } from "./channel/said-manner.ts";
import type { HouseClient } from "./house-client.ts";
import type { IrcClient } from "./irc-client.ts";
import type { IrcLine } from "./wire/irc-message.ts";
import { splitText } from "./wire/split-text.ts";

export interface LocalTalk {
  readonly to: HouseClient;
  readonly command: "PRIVMSG" | "NOTICE" | "TAGMSG";
  readonly text: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Tells it apart from all else that was said through the gateway. */
  readonly msgid: string;
}

/** What one client of a gateway says to another where they share no room: the gateway passes it on, and nobody keeps it. */
export function localLines(from: IrcClient, { to, command, text, tags, msgid }: LocalTalk): IrcLine[] {
  const { source } = from;
  const told = { ...forOthers(tags), time: timeTag(from.house.clock.now()), msgid };
  if (command === "TAGMSG") return [{ tags: told, source, command, params: [to.nick] }];
  const overhead = Buffer.byteLength(`:${source} ${command} ${to.nick} :`);
  return splitText(text, LINE_BYTES - overhead).map((line, at) => ({
    tags: at === 0 ? told : { time: told.time },
    source,
    command,
    params: [to.nick, line.text],
  }));
}
