import { cliWords } from "../../words/words.ts";
import type { IrcCommands } from "../irc-client.ts";
import { noteIn } from "../wire/plain-text.ts";
import { channelOf } from "./channel-of.ts";
import { mode } from "./mode.ts";
import { order } from "./order.ts";
import { tellTopic } from "./tell-channel.ts";

/** People of one line. */
const MOST_AT_ONCE = 10;

/** Keeping a room in order. */
export const ORDERS: IrcCommands = {
  TOPIC: {
    needs: 1,
    async run(client, reply, { params: [name = "", text] }) {
      const channel = channelOf(client, reply, name);
      if (channel === undefined) return;
      if (text === undefined) tellTopic(reply, channel);
      else {
        const topic = noteIn(text) ?? "";
        await order(client, reply, { channel, type: "topic", act: () => channel.chat.topic(topic) });
      }
    },
  },
  KICK: {
    needs: 2,
    async run(client, reply, { params: [names = "", nicks = "", reason] }) {
      const rooms = names.split(",");
      for (const [at, nick] of nicks.split(",").slice(0, MOST_AT_ONCE).entries()) {
        const channel = channelOf(client, reply, rooms[at] ?? rooms[0] ?? "");
        if (channel === undefined) return;
        const member = channel.find(nick);
        if (member === undefined) {
          // Some clients ban first, and kick then.
          if (channel.roster.hasBanned(nick)) continue;
          reply.numeric("441", nick, channel.name, cliWords().irc.numerics.notOnChannel);
          continue;
        }
        const why = noteIn(reason);
        await order(client, reply, { channel, type: "kick", act: () => channel.chat.kick(member.uid, why) });
      }
    },
  },
  MODE: {
    needs: 1,
    run: (client, reply, { params: [name = "", ...modes] }) => mode(client, reply, { name, modes }),
  },
};
