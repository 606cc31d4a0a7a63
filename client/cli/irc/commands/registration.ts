import { isRefusal } from "../../../../src/protocol/error.ts";
import { LIMITS } from "../../../../src/protocol/limits.ts";
import { readNickname } from "../../../../src/protocol/nickname.ts";
import { nickKey } from "../../../../src/protocol/text/nick.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { sayProblem } from "../../../core/words/say-problem.ts";
import { passed } from "../../gateway/passed.ts";
import { cliWords } from "../../words/words.ts";
import type { IrcCommands } from "../irc-client.ts";
import { register } from "../register.ts";
import { renameEverywhere } from "../rename-everywhere.ts";
import { SERVER } from "../reply.ts";
import { fittingNick } from "../wire/fitting-nick.ts";
import { ircNick, papoNick } from "../wire/nick-form.ts";
import { noteIn } from "../wire/plain-text.ts";
import { goIn } from "./go-in.ts";

/** Milliseconds of a room's beat, and how many of them what others have said may be on its way. */
const BEAT = 50;
const BEATS = 2;
/** Bytes of a username, and of a name. */
const USERNAME = 20;
const REALNAME = 200;

/** Why a room would not take a nickname; otherwise it can't just now. */
const NICK_REFUSED: Readonly<Record<string, string>> = { nick_taken: "433", bad_nick: "432" };

/** What a client says before it is somebody. */
export const REGISTRATION: IrcCommands = {
  PASS: {
    needs: 1,
    run(client, reply, { params: [password] }) {
      if (client.isNamed) reply.numeric("462", cliWords().irc.numerics.alreadyRegistered);
      else client.password = password;
    },
  },
  NICK: {
    needs: 0,
    async run(client, reply, { params: [wanted = ""] }) {
      const { numerics, badNick, calledInstead } = cliWords().irc;
      if (wanted === "") return reply.numeric("431", numerics.noNickname);
      // Who comes may not have chosen it: clients take the name of the login.
      const nick = client.isNamed ? readNickname(papoNick(wanted)) : fittingNick(papoNick(wanted));
      if (isRefusal(nick)) return reply.numeric("432", wanted, badNick(LIMITS.nick));
      const before = papoNick(client.nick);
      if (nick === before) return;
      if (!client.house.claim(nick, client)) return reply.numeric("433", wanted, numerics.nicknameInUse);
      const isSame = nickKey(nick) === nickKey(before);
      if (!client.isNamed) {
        if (!isSame) client.house.release(before, client);
        client.nick = ircNick(nick);
        if (nick !== papoNick(wanted)) {
          const told = calledInstead({ nick: client.nick, limits: LIMITS.nick });
          reply.line({ source: SERVER, command: "NOTICE", params: [client.nick, told] });
        }
        register(client, reply);
        return;
      }
      const problem = await renameEverywhere(client, nick, reply);
      if (problem === undefined) {
        for (const wish of [...client.keptOut.values()]) await goIn(client, reply, wish);
        return;
      }
      if (!isSame) client.house.release(nick, client);
      const why = problem.problem === "nick_taken" ? numerics.nicknameInUse : oneLine(sayProblem(problem));
      reply.numeric(NICK_REFUSED[problem.problem] ?? "437", wanted, why);
    },
  },
  USER: {
    needs: 4,
    run(client, reply, { params: [username = "", , , realname = ""] }) {
      const { numerics } = cliWords().irc;
      if (client.isNamed) return reply.numeric("462", numerics.alreadyRegistered);
      if (realname === "") return reply.numeric("461", "USER", numerics.needMoreParams);
      client.username = username.replace(/[^\w.-]/g, "").slice(0, USERNAME) || "irc";
      client.realname = realname.slice(0, REALNAME);
      register(client, reply);
    },
  },
  SETNAME: {
    needs: 1,
    run(client, reply, { params: [realname = ""] }) {
      client.realname = realname.slice(0, REALNAME);
      const line = { source: client.source, command: "SETNAME", params: [client.realname] };
      reply.line(line);
      const rooms = [...client.channels.keys()];
      for (const other of client.house.clients) {
        const isNear = other.nick !== client.nick && rooms.some((room) => other.channels.has(room));
        if (isNear && other.has("setname")) other.send(line);
      }
    },
  },
  PING: {
    needs: 1,
    async run(client, reply, { params: [token = ""] }) {
      // Clients take it for a barrier: what others have said before is to stand before the answer.
      for (let beat = 0; beat < BEATS && client.channels.size > 0; beat++)
        await passed(client.house.clock, BEAT);
      reply.line({ source: SERVER, command: "PONG", params: [SERVER, token] });
    },
  },
  PONG: { needs: 0, run() {} },
  ERROR: { needs: 0, run() {} },
  AUTHENTICATE: {
    needs: 0,
    run: (_client, reply) => reply.numeric("904", cliWords().irc.numerics.saslFailed),
  },
  OPER: {
    needs: 2,
    run: (_client, reply) => reply.numeric("491", cliWords().irc.numerics.noOperators),
  },
  QUIT: {
    needs: 0,
    run: (client, _reply, { params: [reason] }) => client.hangUp(cliWords().irc.bye, noteIn(reason)),
  },
};
