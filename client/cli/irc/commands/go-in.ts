import { localProblem, type Problem } from "../../../core/problem.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { sayProblem } from "../../../core/words/say-problem.ts";
import { LEAVE_WITHIN } from "../../end/leave-within.ts";
import { entryInto, type GuestEntry } from "../../gateway/entry-into.ts";
import { passed } from "../../gateway/passed.ts";
import { cliWords } from "../../words/words.ts";
import { Channel } from "../channel/channel.ts";
import type { ChannelWish, IrcClient } from "../irc-client.ts";
import { renamedIn } from "../rename-everywhere.ts";
import { type Reply, SERVER } from "../reply.ts";
import { papoNick } from "../wire/nick-form.ts";
import { roomOf } from "./channel-of.ts";
import { tellNames, tellTopic } from "./tell-channel.ts";
import { tellLately } from "./tell-lately.ts";

/** Rooms of one client. */
const MOST_ROOMS = 20;
/** Milliseconds in which a room has to let somebody in. */
const IN_WITHIN = 10_000;

/** Goes into one room. */
export async function goIn(client: IrcClient, reply: Reply, { name, key }: ChannelWish): Promise<void> {
  const { numerics } = cliWords().irc;
  const room = roomOf(name);
  if (room === undefined) {
    reply.numeric(name.startsWith("#") ? "476" : "403", name, numerics.noSuchChannel);
    return;
  }
  client.keptOut.delete(room);
  if (client.channels.has(room)) return;
  if (client.channels.size >= MOST_ROOMS) {
    reply.numeric("405", name, numerics.tooManyChannels);
    return;
  }
  const nick = papoNick(client.nick);
  const { chat, trouble } = client.house.door.at(room, { profile: client.profile, nick, key });
  const entry = await entryInto(chat, passed(client.house.clock, IN_WITHIN));
  if ("keptOut" in entry) {
    tellKeptOut(client, reply, { room, key, ...whyOf(entry, trouble) });
    return;
  }
  const channel = new Channel(room, chat, client);
  channel.enter();
  entry.end();
  // Who was there already goes by the nickname of then. IRC has one for all rooms.
  const problem = await renamedIn(client, channel, { nick, reply });
  if (problem !== undefined) {
    await chat.leave(LEAVE_WITHIN);
    tellKeptOut(client, reply, { room, key, problem });
    return;
  }
  client.channels.set(room, channel);
  client.house.quits.forget(chat.room.you?.uid ?? "");
  client.house.journal({ event: "joined", client: client.name, nick, room });
  if (client.away !== undefined) channel.tellAway();
  const more = client.has("extended-join") ? ["*", client.realname] : [];
  reply.line({ source: client.source, command: "JOIN", params: [channel.name, ...more] });
  if (chat.room.topic !== "") tellTopic(reply, channel);
  tellNames(client, reply, channel);
  reply.numeric("366", channel.name, numerics.endOfNames);
  channel.voice.sink = reply;
  if (chat.room.slow > 0) channel.voice.notice(cliWords().irc.slow(chat.room.slow));
  tellLately(client, channel, entry.lately);
  channel.voice.sink = undefined;
}

/** `trouble`: why the server could not be reached, in a sentence. */
function whyOf(
  { keptOut }: Extract<GuestEntry, { keptOut: unknown }>,
  trouble: () => string,
): Pick<ClosedChannel, "problem" | "trouble"> {
  const { state, problem } = keptOut;
  if (problem !== undefined) return { problem };
  if (state === "stopped") return { problem: localProblem("offline") };
  return { problem: localProblem("no_answer"), trouble: trouble() };
}

interface ClosedChannel {
  readonly room: string;
  readonly key: string | undefined;
  readonly problem: Problem;
  readonly trouble?: string;
}

const NUMERICS: Readonly<Record<string, string>> = {
  locked: "475",
  bad_key: "475",
  banned: "474",
  room_full: "471",
  no_pass: "473",
  no_such_room: "403",
};

function tellKeptOut(
  { nick, keptOut }: IrcClient,
  reply: Reply,
  { room, key, problem, trouble }: ClosedChannel,
): void {
  const why = trouble ?? oneLine(sayProblem(problem));
  const name = `#${room}`;
  const { irc } = cliWords();
  const isTaken = problem.problem === "nick_taken";
  if (!isTaken && problem.problem !== "bad_nick") {
    reply.numeric(NUMERICS[problem.problem] ?? "437", name, why);
    return;
  }
  if (isTaken) reply.numeric("433", nick, irc.takenIn(name));
  else reply.numeric("432", nick, why);
  // Clients have words of their own for these, and forget where it was.
  reply.line({ source: SERVER, command: "NOTICE", params: [nick, irc.otherNick({ name, nick, why })] });
  if (keptOut.size < MOST_ROOMS) keptOut.set(room, { name, key });
}
