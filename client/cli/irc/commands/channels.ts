import { roomName } from "../../../../src/protocol/room-name.ts";
import { isProblem, type Problem } from "../../../core/problem.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { sayProblem } from "../../../core/words/say-problem.ts";
import { LEAVE_WITHIN } from "../../end/leave-within.ts";
import { cliWords } from "../../words/words.ts";
import { Channel } from "../channel.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import { entryInto } from "../join-room.ts";
import { prefixOf, readModes, whoOfMask } from "../modes.ts";
import { type Reply, SERVER } from "../reply.ts";
import { channelOf } from "./channel-of.ts";

/** Rooms of one client. */
const MOST_ROOMS = 20;
/** Bytes of nicknames in a line. */
const NAMES = 380;

/** Rooms: going in and out, and keeping them in order. */
export const CHANNELS: IrcCommands = {
  JOIN: {
    needs: 1,
    async run(client, reply, { params: [names = "", keys = ""] }) {
      if (names === "0") {
        for (const channel of [...client.channels.values()]) await part(client, reply, { channel });
        return;
      }
      const given = keys.split(",");
      for (const [at, name] of names.split(",").entries()) {
        if (name !== "") await join(client, reply, { name, key: given[at] || client.password });
      }
    },
  },
  PART: {
    needs: 1,
    async run(client, reply, { params: [names = "", reason] }) {
      for (const name of names.split(",")) {
        const channel = channelOf(client, reply, name);
        if (channel !== undefined) await part(client, reply, { channel, reason });
      }
    },
  },
  NAMES: {
    needs: 0,
    run(client, reply, { params: [name] }) {
      const channels =
        name === undefined ? [...client.channels.values()] : [client.channels.get(roomOf(name) ?? "")];
      for (const channel of channels) if (channel !== undefined) tellNames(client, reply, channel);
      if (name !== undefined && channels[0] === undefined) {
        reply.numeric("366", name, cliWords().irc.numerics.endOfNames);
      }
    },
  },
  TOPIC: {
    needs: 1,
    run(client, reply, { params: [name = "", text] }) {
      const channel = channelOf(client, reply, name);
      if (channel === undefined) return;
      if (text === undefined) tellTopic(reply, channel, { evenNone: true });
      else order(reply, channel, () => channel.chat.topic(text));
    },
  },
  KICK: {
    needs: 2,
    run(client, reply, { params: [name = "", who = "", reason] }) {
      const channel = channelOf(client, reply, name);
      if (channel === undefined) return;
      const member = channel.find(who);
      if (member === undefined) {
        reply.numeric("441", who, channel.name, cliWords().irc.numerics.notOnChannel);
        return;
      }
      order(reply, channel, () => channel.chat.kick(member.uid, reason));
    },
  },
  INVITE: {
    needs: 2,
    async run(client, reply, { params: [, name = ""] }) {
      const channel = channelOf(client, reply, name);
      if (channel === undefined) return;
      const invitation = await channel.chat.invite({ days: 7 });
      if (isProblem(invitation)) refused(reply, channel, invitation);
      else {
        const params = [client.nick, cliWords().irc.invitation(invitation.link)];
        reply.line({ source: SERVER, command: "NOTICE", params });
      }
    },
  },
  MODE: {
    needs: 1,
    run: (client, reply, { params: [name = "", ...modes] }) => mode(client, reply, { name, modes }),
  },
  LIST: {
    needs: 0,
    run(client, reply) {
      const { numerics } = cliWords().irc;
      reply.numeric("321", "Channel", numerics.listStart);
      for (const channel of client.channels.values()) {
        const { topic } = channel.chat.room;
        reply.numeric("322", channel.name, String(channel.members.length), oneLine(topic));
      }
      reply.numeric("323", numerics.listEnd);
    },
  },
};

/** The room of a channel's name. */
function roomOf(name: string): string | undefined {
  return name.startsWith("#") ? roomName(name.slice(1)) : undefined;
}

async function join(
  client: IrcClient,
  reply: Reply,
  { name, key }: { name: string; key: string | undefined },
): Promise<void> {
  const { numerics } = cliWords().irc;
  const room = roomOf(name);
  if (room === undefined)
    return reply.numeric(name.startsWith("#") ? "476" : "403", name, numerics.noSuchChannel);
  if (client.channels.has(room)) return;
  if (client.channels.size >= MOST_ROOMS) return reply.numeric("405", name, numerics.tooManyChannels);
  const { chat, trouble } = client.house.at(room, { profile: client.profile, nick: client.nick, key });
  const entry = await entryInto(chat, trouble);
  if ("problem" in entry) return tellRefused(reply, `#${room}`, entry);
  const channel = new Channel(room, chat, client);
  client.channels.set(room, channel);
  channel.enter();
  const { you } = chat.room;
  client.house.journal({ event: "joined", client: client.name, nick: you?.nick ?? "", room });
  const more = client.has("extended-join") ? ["*", client.realname] : [];
  reply.line({ source: client.source, command: "JOIN", params: [channel.name, ...more] });
  tellTopic(reply, channel, { evenNone: false });
  tellNames(client, reply, channel);
  if (you !== undefined && you.nick !== client.nick) client.renamed(you.nick, channel);
  if (chat.room.slow > 0) {
    reply.line({
      source: SERVER,
      command: "NOTICE",
      params: [channel.name, cliWords().irc.slow(chat.room.slow)],
    });
  }
  // Who can ask for it does.
  if (client.has("draft/chathistory")) return;
  for (const event of entry.lately) {
    const time = new Date(event.at).toISOString();
    const mark = client.has("server-time") ? {} : { mark: `[${time.slice(0, 16).replace("T", " ")}] ` };
    channel.tell(event, { isOwn: event.own, ...mark });
  }
}

function tellRefused(
  reply: Reply,
  name: string,
  { problem, trouble }: { problem: Problem; trouble?: string },
): void {
  reply.numeric(JOIN_NUMERICS[problem.problem] ?? "403", name, trouble ?? oneLine(sayProblem(problem)));
}

const JOIN_NUMERICS: Readonly<Record<string, string>> = {
  locked: "475",
  bad_key: "475",
  banned: "474",
  room_full: "471",
  no_pass: "473",
  nick_taken: "433",
  bad_nick: "432",
};

async function part(
  client: IrcClient,
  reply: Reply,
  { channel, reason }: { channel: Channel; reason?: string | undefined },
): Promise<void> {
  client.channels.delete(channel.room);
  const said = reason === undefined || reason === "" ? [] : [reason];
  reply.line({ source: client.source, command: "PART", params: [channel.name, ...said] });
  await channel.chat.leave(LEAVE_WITHIN, ...said);
}

function tellTopic(reply: Reply, channel: Channel, { evenNone }: { evenNone: boolean }): void {
  const { topic } = channel.chat.room;
  if (topic !== "") reply.numeric("332", channel.name, oneLine(topic));
  else if (evenNone) reply.numeric("331", channel.name, cliWords().irc.numerics.noTopic);
}

function tellNames(client: IrcClient, reply: Reply, channel: Channel): void {
  const names = channel.members.map((member) => {
    const name = client.has("userhost-in-names") ? client.sourceOf(member) : member.nick;
    return prefixOf(member.role, client.has("multi-prefix")) + name;
  });
  let row: string[] = [];
  const tell = () => {
    if (row.length > 0) reply.numeric("353", "=", channel.name, row.join(" "));
    row = [];
  };
  for (const name of names) {
    if (Buffer.byteLength([...row, name].join(" ")) > NAMES) tell();
    row.push(name);
  }
  tell();
  reply.numeric("366", channel.name, cliWords().irc.numerics.endOfNames);
}

async function mode(
  client: IrcClient,
  reply: Reply,
  { name, modes }: { name: string; modes: readonly string[] },
): Promise<void> {
  const { numerics } = cliWords().irc;
  if (!name.startsWith("#")) {
    if (name.toLowerCase() !== client.nick.toLowerCase()) reply.numeric("502", numerics.usersDontMatch);
    else if (modes.length === 0) reply.numeric("221", "+");
    return;
  }
  const channel = channelOf(client, reply, name);
  if (channel === undefined) return;
  if (modes.length === 0) {
    reply.numeric("324", channel.name, channel.chat.room.locked ? "+ntk" : "+nt");
    return;
  }
  for (const wish of readModes(modes)) await setMode(reply, channel, wish);
}

async function setMode(
  reply: Reply,
  channel: Channel,
  { on, mode, param }: { on: boolean; mode: string; param: string | undefined },
): Promise<void> {
  const { chat } = channel;
  const { numerics } = cliWords().irc;
  switch (mode) {
    case "q":
    case "o": {
      if (param === undefined) return;
      const member = channel.find(param);
      if (member === undefined) return reply.numeric("441", param, channel.name, numerics.notOnChannel);
      const role = on ? (mode === "q" ? "owner" : "mod") : "member";
      return order(reply, channel, () => chat.role(member.uid, role));
    }
    case "k":
      if (!on) return order(reply, channel, () => chat.unlock());
      if (param === undefined) return reply.numeric("461", "MODE", numerics.needMoreParams);
      return order(reply, channel, () => chat.lock(param));
    case "b": {
      if (param === undefined) return tellBans(reply, channel);
      const who = whoOfMask(param);
      if (who === undefined) return reply.numeric("472", mode, cliWords().irc.banWho);
      return order(reply, channel, () => (on ? chat.ban(who) : chat.unban(who)));
    }
    case "n":
    case "t":
      return;
    default:
      reply.numeric("472", mode, numerics.unknownMode);
  }
}

async function tellBans(reply: Reply, channel: Channel): Promise<void> {
  // Clients ask by themselves, as they come in; who may not know is told of none.
  const isMod = channel.chat.room.you?.role !== "member";
  const bans = isMod ? await channel.chat.bans() : { list: [] };
  if (isProblem(bans)) return refused(reply, channel, bans);
  for (const { nick, uid, by, at } of bans.list) {
    reply.numeric("367", channel.name, `${nick}!${uid}@*`, by, String(Math.floor(at / 1_000)));
  }
  reply.numeric("368", channel.name, cliWords().irc.numerics.endOfBans);
}

/** What a client may not, it is told at once; what else the room refuses comes from there. */
function order(reply: Reply, channel: Channel, act: () => Problem | undefined): void {
  if (channel.chat.room.you?.role !== "member") refused(reply, channel, act());
  else reply.numeric("482", channel.name, cliWords().irc.numerics.needChanop);
}

function refused(reply: Reply, { name }: Channel, problem: Problem | undefined): void {
  if (problem !== undefined) reply.numeric("482", name, oneLine(sayProblem(problem)));
}
