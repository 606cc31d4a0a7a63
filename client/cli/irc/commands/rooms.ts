import { isProblem } from "../../../core/problem.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { LEAVE_WITHIN } from "../../end/leave-within.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel/channel.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import { type Reply, SERVER } from "../reply.ts";
import { noteIn } from "../wire/plain-text.ts";
import { channelOf, roomOf } from "./channel-of.ts";
import { goIn } from "./go-in.ts";
import { tellNames } from "./tell-channel.ts";

/** Going into rooms and out, and finding them. */
export const ROOMS: IrcCommands = {
  JOIN: {
    needs: 1,
    async run(client, reply, { params: [names = "", keys = ""] }) {
      if (names === "0") {
        for (const channel of client.channels.values()) await part(client, reply, { channel });
        return;
      }
      const given = keys.split(",");
      for (const [at, name] of names.split(",").entries()) {
        if (name !== "") await goIn(client, reply, { name, key: given[at] || client.password });
      }
    },
  },
  PART: {
    needs: 1,
    async run(client, reply, { params: [names = "", reason] }) {
      for (const name of names.split(",")) {
        client.keptOut.delete(roomOf(name) ?? "");
        const channel = channelOf(client, reply, name);
        if (channel !== undefined) await part(client, reply, { channel, reason });
      }
    },
  },
  NAMES: {
    needs: 0,
    run(client, reply, { params: [names] }) {
      const asked = names ?? Array.from(client.channels.values(), ({ name }) => name).join(",");
      for (const name of asked.split(",")) {
        const channel = client.channel(name);
        if (channel !== undefined) tellNames(client, reply, channel);
      }
      reply.numeric("366", asked === "" ? "*" : asked, cliWords().irc.numerics.endOfNames);
    },
  },
  LIST: {
    needs: 0,
    run(client, reply, { params: [names] }) {
      const { numerics } = cliWords().irc;
      const asked = names?.split(",").map(roomOf);
      reply.numeric("321", "Channel", numerics.listStart);
      for (const [room, channel] of knownRooms(client)) {
        if (asked !== undefined && !asked.includes(room)) continue;
        const { topic } = channel.chat.room;
        reply.numeric("322", channel.name, String(channel.members.length), oneLine(topic));
      }
      reply.numeric("323", numerics.listEnd);
    },
  },
  INVITE: {
    needs: 2,
    async run(client, reply, { params: [nick = "", name = ""] }) {
      const { irc } = cliWords();
      const channel = channelOf(client, reply, name);
      if (channel === undefined) return;
      if (channel.find(nick) !== undefined) {
        reply.numeric("443", nick, channel.name, irc.numerics.alreadyThere);
        return;
      }
      const guest = client.house.clientOf(nick);
      if (guest !== undefined) {
        reply.numeric("341", guest.nick, channel.name);
        guest.send({ source: client.source, command: "INVITE", params: [guest.nick, channel.name] });
        return;
      }
      const invitation = await channel.chat.invite({ days: 7 });
      if (isProblem(invitation)) reply.numeric("401", nick, irc.numerics.noSuchNick);
      else reply.line(noticeTo(client, irc.invitation(invitation.link)));
    },
  },
};

function noticeTo({ nick }: IrcClient, text: string) {
  return { source: SERVER, command: "NOTICE", params: [nick, text] };
}

/** The rooms in which somebody of this gateway is: papo has no list of all. What is locked is for those who are in. */
function knownRooms(client: IrcClient): ReadonlyMap<string, Channel> {
  const theirs = client.house.clients
    .flatMap(({ channels }) => [...channels])
    .filter(([, { chat }]) => !chat.room.locked);
  return new Map([...theirs, ...client.channels]);
}

async function part(
  client: IrcClient,
  reply: Reply,
  { channel, reason }: { channel: Channel; reason?: string | undefined },
): Promise<void> {
  client.gone(channel);
  const note = noteIn(reason);
  const said = note === undefined ? [] : [note];
  reply.line({ source: client.source, command: "PART", params: [channel.name, ...said] });
  await channel.chat.leave(LEAVE_WITHIN, ...said);
}
