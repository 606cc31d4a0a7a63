import type { SeenEvent } from "../../../core/chat-event.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel/channel.ts";
import type { IrcClient } from "../irc-client.ts";

/** Tells what was said before a client came, parted from what is said now: some show all with the time of now. */
export function tellLately(client: IrcClient, channel: Channel, lately: readonly SeenEvent[]): void {
  const { messages, voice } = channel;
  const { irc } = cliWords();
  // Who can ask for what was said before does.
  const isTold = !client.has("draft/chathistory");
  const known = client.heardIn(channel);
  const old = lately.filter(
    (event) => event.replayed && event.id > known && !(event.type === "message" && event.deleted),
  );
  const [first] = isTold ? old : [];
  if (first !== undefined) voice.notice(irc.earlier({ count: old.length, since: minuteOf(first.at) }));
  for (const event of isTold ? old : []) {
    messages.tell(event, client.has("server-time") ? {} : { mark: `[${minuteOf(event.at)}] ` });
  }
  if (first !== undefined) voice.notice(irc.untilHere);
  for (const event of lately) if (!event.replayed) messages.tell(event);
}

function minuteOf(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}
