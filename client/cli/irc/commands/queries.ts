import { version } from "../../../../package.json";
import type { Member } from "../../../../src/protocol/event.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import { prefixOf } from "../modes.ts";
import { type Reply, SERVER } from "../reply.ts";

/** What a client asks about. */
export const QUERIES: IrcCommands = {
  WHO: {
    needs: 0,
    run(client, reply, { params: [mask = "*"] }) {
      const { numerics } = cliWords().irc;
      for (const { member, channel } of found(client, mask)) {
        const { nick, uid, role, bot, away } = member;
        const flags = `${away === undefined ? "H" : "G"}${bot ? "B" : ""}${prefixOf(role, client.has("multi-prefix"))}`;
        const user = nick === client.nick ? client.username : uid;
        const who = [
          user,
          client.house.host,
          SERVER,
          nick,
          flags,
          `0 ${nick === client.nick ? client.realname : nick}`,
        ];
        reply.numeric("352", channel?.name ?? "*", ...who);
      }
      reply.numeric("315", mask, numerics.endOfWho);
    },
  },
  WHOIS: {
    needs: 0,
    run(client, reply, { params }) {
      const { numerics, isBot } = cliWords().irc;
      const nick = params[1] ?? params[0];
      if (nick === undefined || nick === "") return reply.numeric("431", numerics.noNickname);
      const places = found(client, nick);
      const [first] = places;
      if (first === undefined) {
        reply.numeric("401", nick, numerics.noSuchNick);
      } else {
        const { member } = first;
        const isSelf = member.nick === client.nick;
        const name = isSelf ? client.realname : member.nick;
        reply.numeric(
          "311",
          member.nick,
          isSelf ? client.username : member.uid,
          client.house.host,
          "*",
          name,
        );
        const rooms = places.flatMap(({ channel, member: { role } }) =>
          channel === undefined ? [] : [prefixOf(role, false) + channel.name],
        );
        if (rooms.length > 0) reply.numeric("319", member.nick, rooms.join(" "));
        reply.numeric("312", member.nick, SERVER, client.house.host);
        if (member.away !== undefined) reply.numeric("301", member.nick, oneLine(member.away));
        if (member.bot) reply.numeric("335", member.nick, isBot);
      }
      reply.numeric("318", nick, numerics.endOfWhois);
    },
  },
  WHOWAS: {
    needs: 0,
    run(_client, reply, { params: [nick] }) {
      const { numerics } = cliWords().irc;
      if (nick === undefined || nick === "") return reply.numeric("431", numerics.noNickname);
      reply.numeric("406", nick, numerics.wasNoSuchNick);
      reply.numeric("369", nick, numerics.endOfWhowas);
    },
  },
  ISON: {
    needs: 1,
    run(client, reply, { params }) {
      const nicks = params.flatMap((each) => each.split(" ")).filter((nick) => nick !== "");
      reply.numeric("303", nicks.filter((nick) => found(client, nick).length > 0).join(" "));
    },
  },
  USERHOST: {
    needs: 1,
    run(client, reply, { params }) {
      const told = params.slice(0, 5).flatMap((nick) => {
        const [{ member } = { member: undefined }] = found(client, nick);
        if (member === undefined) return [];
        const user = member.nick === client.nick ? client.username : member.uid;
        return [`${member.nick}=${member.away === undefined ? "+" : "-"}${user}@${client.house.host}`];
      });
      reply.numeric("302", told.join(" "));
    },
  },
  LUSERS: { needs: 0, run: (client, reply) => tellUsers(client, reply) },
  MOTD: { needs: 0, run: (_client, reply) => reply.numeric("422", cliWords().irc.numerics.noMotd) },
  VERSION: {
    needs: 0,
    run: (_client, reply) => reply.numeric("351", `papo-${version}`, SERVER, cliWords().irc.about),
  },
  TIME: {
    needs: 0,
    run: ({ house }, reply) => reply.numeric("391", SERVER, new Date(house.clock.now()).toUTCString()),
  },
  INFO: {
    needs: 0,
    run(_client, reply) {
      reply.numeric("371", cliWords().irc.about);
      reply.numeric("374", cliWords().irc.numerics.endOfInfo);
    },
  },
  ADMIN: { needs: 0, run: (_client, reply) => reply.numeric("423", SERVER, cliWords().irc.numerics.noAdmin) },
};

interface Found {
  readonly member: Member;
  readonly channel: Channel | undefined;
}

/** Who is meant, in each room that the client is in; itself, wherever it is. */
function found(client: IrcClient, mask: string): Found[] {
  const channels = [...client.channels.values()];
  if (mask.startsWith("#")) {
    const channel = client.channels.get(mask.slice(1).toLowerCase());
    return (channel?.members ?? []).map((member) => ({ member, channel }));
  }
  const looks = matching(mask);
  const places = channels.flatMap((channel) =>
    channel.members.filter(({ nick }) => looks(nick)).map((member) => ({ member, channel })),
  );
  if (places.length > 0) return places;
  // A client of this gateway, in no room that both are in.
  const other = looks(client.nick) ? client : client.house.find(mask);
  if (other === undefined) return [];
  const { nick, username: uid, away } = other;
  return [{ member: { nick, uid, role: "member", ...(away !== undefined && { away }) }, channel: undefined }];
}

/** `*` and `?` stand for others. */
function matching(mask: string): (nick: string) => boolean {
  if (!/[*?]/.test(mask)) return (nick) => nick.toLowerCase() === mask.toLowerCase();
  const pattern = mask
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  const whole = new RegExp(`^${pattern}$`, "iu");
  return (nick) => whole.test(nick);
}

function tellUsers(client: IrcClient, reply: Reply): void {
  const { numerics, users } = cliWords().irc;
  reply.numeric("251", users);
  reply.numeric("252", "0", numerics.operators);
  reply.numeric("253", "0", numerics.unknownConnections);
  reply.numeric("254", String(client.channels.size), numerics.channelsFormed);
  reply.numeric("255", users);
  reply.numeric("265", "1", "1", users);
  reply.numeric("266", "1", "1", users);
}
