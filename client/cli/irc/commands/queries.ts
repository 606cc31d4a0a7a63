import { version } from "../../../../package.json";
import { oneLine } from "../../../core/text/one-line.ts";
import { cliWords } from "../../words/words.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import { type Reply, SERVER } from "../reply.ts";
import { prefixOf } from "../wire/modes.ts";
import { peopleLike } from "./people-like.ts";
import { readWhox, whoFields, whoxFields } from "./who-fields.ts";

/** What a client asks about. */
export const QUERIES: IrcCommands = {
  WHO: {
    needs: 0,
    run(client, reply, { params: [mask = "*", filter = ""] }) {
      const { numerics } = cliWords().irc;
      const fields = readWhox(filter);
      for (const each of peopleLike(client, mask)) {
        // Nobody here is an operator of the server.
        if (filter === "o") break;
        if (fields === undefined) reply.numeric("352", ...whoFields(client, each));
        else reply.numeric("354", ...whoxFields(client, each, fields));
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
      const places = /[*?#]/.test(nick) ? [] : peopleLike(client, nick);
      const [first] = places;
      if (first === undefined) {
        reply.numeric("401", nick, numerics.noSuchNick);
      } else {
        const { nick: shown, user, realname, away, bot } = first;
        reply.numeric("311", shown, user, client.host, "*", oneLine(realname));
        const rooms = places.flatMap(({ channel, role }) =>
          channel === undefined ? [] : [prefixOf(role, client.has("multi-prefix")) + channel.name],
        );
        if (rooms.length > 0) reply.numeric("319", shown, rooms.join(" "));
        reply.numeric("312", shown, SERVER, client.host);
        if (away !== undefined) reply.numeric("301", shown, oneLine(away));
        if (bot) reply.numeric("335", shown, isBot);
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
      reply.numeric("303", nicks.filter((nick) => peopleLike(client, nick).length > 0).join(" "));
    },
  },
  USERHOST: {
    needs: 1,
    run(client, reply, { params }) {
      const told = params.slice(0, 5).flatMap((asked) => {
        const [person] = peopleLike(client, asked);
        if (person === undefined) return [];
        const { nick, user, away } = person;
        return [`${nick}=${away === undefined ? "+" : "-"}${user}@${client.host}`];
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

/** How many are here: of all who are in the rooms, nobody knows. */
function tellUsers({ house }: IrcClient, reply: Reply): void {
  const { irc } = cliWords();
  const { length } = house.clients;
  const rooms = new Set(house.clients.flatMap(({ channels }) => [...channels.keys()]));
  const most = house.mostClients;
  reply.numeric("251", irc.users(length));
  reply.numeric("252", "0", irc.numerics.operators);
  reply.numeric("253", "0", irc.numerics.unknownConnections);
  reply.numeric("254", String(rooms.size), irc.numerics.channelsFormed);
  reply.numeric("255", irc.clients(length));
  reply.numeric("265", String(length), String(most), irc.localUsers({ length, most }));
  reply.numeric("266", String(length), String(most), irc.globalUsers({ length, most }));
}
