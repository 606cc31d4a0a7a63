import type { Saying } from "../../../../src/protocol/command.ts";
import type { Member } from "../../../../src/protocol/event.ts";
import { isProblem } from "../../../core/problem.ts";
import { OUTBOX_BOUND } from "../../../core/sending/outbox.ts";
import { placeInOutbox } from "../../../core/sending/place.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { sayProblem } from "../../../core/words/say-problem.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel/channel.ts";
import { readMsgid } from "../channel/said-lines.ts";
import { mannerKey, otherTags } from "../channel/said-manner.ts";
import type { IrcClient } from "../irc-client.ts";
import { localLines } from "../local-talk.ts";
import type { Reply } from "../reply.ts";
import { saidIn } from "../wire/plain-text.ts";
import type { TextLine } from "../wire/split-text.ts";

export interface Utterance {
  readonly tags: Readonly<Record<string, string>>;
  readonly command: "PRIVMSG" | "NOTICE" | "TAGMSG";
  readonly target: string;
  readonly text: string;
  /** How it was cut, where it has several lines. */
  readonly lines?: readonly TextLine[];
}

/** Says something in a room, or to somebody there. */
export async function utter(client: IrcClient, reply: Reply, utterance: Utterance): Promise<void> {
  const { tags, command, target, text, lines } = utterance;
  const said = saidIn(text);
  if (said === undefined) return;
  const place = placeOf(client, target);
  if (place === undefined) {
    sayHere(client, reply, utterance);
    return;
  }
  const { channel, to } = place;
  const { chat } = channel;
  // What is pasted waits for its turn; offline, nobody knows how long that is.
  if (chat.outbox.length >= OUTBOX_BOUND && chat.state.state === "online") await placeInOutbox(chat);
  const answered = readMsgid(tags["+draft/reply"] ?? tags["+reply"] ?? "");
  const saying: Saying = {
    text: said.text,
    ...(said.me && { me: true }),
    ...(to !== undefined && { to: to.uid }),
    ...(answered?.room === channel.room && { re: answered.id }),
  };
  const uid = chat.room.you?.uid ?? "";
  client.house.manners.keep(mannerKey({ room: channel.room, uid, text: said.text }), {
    command: command === "NOTICE" ? "NOTICE" : "PRIVMSG",
    tags: otherTags(tags),
    lines,
  });
  const entry = chat.say(saying);
  if (isProblem(entry)) {
    if (command !== "NOTICE") reply.numeric("404", target, oneLine(sayProblem(entry)));
    return;
  }
  client.talkedIn(channel);
  if (to?.away !== undefined && command === "PRIVMSG") reply.numeric("301", target, oneLine(to.away));
  const hears = client.has("echo-message");
  channel.answers.expect(entry.key, { label: hears ? reply.label : undefined });
  // With the label comes what is stored.
  if (hears) reply.later();
}

interface TalkPlace {
  readonly channel: Channel;
  /** Whom it is for, alone. */
  readonly to?: Member;
}

/** The room that a target means: itself, or the one of those in which somebody is where the client talked last. */
function placeOf(client: IrcClient, target: string): TalkPlace | undefined {
  if (target.startsWith("#")) {
    const channel = client.channel(target);
    return channel && { channel };
  }
  const places = [...client.channels.values()].flatMap((channel: Channel) => {
    const to = channel.find(target);
    return to === undefined || channel.voice.isSelf(to) ? [] : [{ channel, to }];
  });
  return places.sort((a, b) => b.channel.talkedAt - a.channel.talkedAt)[0];
}

/** Says something to somebody of this gateway, with whom the client shares no room. */
export function sayHere(client: IrcClient, reply: Reply, { tags, command, target, text }: Utterance): void {
  const { numerics } = cliWords().irc;
  const to = target.startsWith("#") ? undefined : client.house.clientOf(target);
  if (to === undefined) {
    if (command === "NOTICE") return;
    if (target.startsWith("#")) reply.numeric("403", target, numerics.noSuchChannel);
    else reply.numeric("401", target, numerics.noSuchNick);
    return;
  }
  if (to.away !== undefined && command === "PRIVMSG") reply.numeric("301", to.nick, oneLine(to.away));
  const lines = localLines(client, { to, command, text, tags, msgid: client.house.msgid() });
  // Nobody keeps it, so that it could be put together again.
  if (lines.length > 1) {
    reply.numeric("417", numerics.inputTooLong);
    return;
  }
  if (command !== "TAGMSG" || to.has("message-tags")) for (const line of lines) to.send(line);
  if (client.has("echo-message")) for (const line of lines) reply.line(line);
}
