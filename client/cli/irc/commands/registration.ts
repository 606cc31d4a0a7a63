import { version } from "../../../../package.json";
import { isRefusal } from "../../../../src/protocol/error.ts";
import { readNickname } from "../../../../src/protocol/nickname.ts";
import { passed } from "../../gateway/passed.ts";
import { cliWords } from "../../words/words.ts";
import { CAPABILITIES } from "../capabilities.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import { PREFIX_TOKEN } from "../modes.ts";
import { renameEverywhere } from "../rename-everywhere.ts";
import { type Reply, SERVER } from "../reply.ts";

/** Milliseconds for which what others have said may be on its way: a PONG comes behind it. A room's beat is 50 ms. */
const BEAT = 80;
/** Bytes of a username, and of a name. */
const USERNAME = 20;
const REALNAME = 200;

/** What a client says before it is somebody. */
export const REGISTRATION: IrcCommands = {
  CAP: {
    needs: 1,
    run(client, reply, { params: [verb = "", list = ""] }) {
      switch (verb.toUpperCase()) {
        case "LS":
          client.isNegotiating ||= !client.isNamed;
          capability(client, reply, ["LS", capabilitiesFor(list)]);
          return;
        case "LIST":
          capability(client, reply, ["LIST", [...client.capabilities].join(" ")]);
          return;
        case "REQ":
          client.isNegotiating ||= !client.isNamed;
          capability(client, reply, [asked(client, list) ? "ACK" : "NAK", list.trim()]);
          return;
        case "END":
          client.isNegotiating = false;
          register(client, reply);
          return;
        default:
          reply.numeric("410", verb, cliWords().irc.numerics.invalidCap);
      }
    },
  },
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
      const { numerics } = cliWords().irc;
      if (wanted === "") return reply.numeric("431", numerics.noNickname);
      const nick = readNickname(wanted);
      if (isRefusal(nick)) return reply.numeric("432", wanted, numerics.erroneousNickname);
      if (nick === client.nick) return;
      if (!client.house.claim(nick, client)) return reply.numeric("433", nick, numerics.nicknameInUse);
      if (!client.isNamed) {
        if (client.nick !== "") client.house.release(client.nick, client);
        client.nick = nick;
        register(client, reply);
        return;
      }
      if (await renameEverywhere(client, nick)) return;
      client.house.release(nick, client);
      reply.numeric("433", nick, numerics.nicknameInUse);
    },
  },
  USER: {
    needs: 4,
    run(client, reply, { params: [username = "", , , realname = ""] }) {
      if (client.isNamed) return reply.numeric("462", cliWords().irc.numerics.alreadyRegistered);
      client.username = username.replace(/[^\w.-]/g, "").slice(0, USERNAME) || "irc";
      client.realname = realname.slice(0, REALNAME);
      register(client, reply);
    },
  },
  SETNAME: {
    needs: 1,
    run(client, reply, { params: [realname = ""] }) {
      client.realname = realname.slice(0, REALNAME);
      reply.line({ source: client.source, command: "SETNAME", params: [client.realname] });
    },
  },
  PING: {
    needs: 1,
    async run(client, reply, { params: [token = ""] }) {
      // Clients take it for a barrier: what others have said before is to stand before the answer.
      if (client.channels.size > 0) await passed(client.house.clock, BEAT);
      reply.line({ source: SERVER, command: "PONG", params: [SERVER, token] });
    },
  },
  PONG: { needs: 0, run() {} },
  ERROR: { needs: 0, run() {} },
  AUTHENTICATE: {
    needs: 0,
    run: (_client, reply) => reply.numeric("904", cliWords().irc.numerics.saslFailed),
  },
  QUIT: {
    needs: 0,
    run: (client, _reply, { params: [reason] }) => client.hangUp(cliWords().irc.bye, reason),
  },
};

function capability(client: IrcClient, reply: Reply, said: readonly string[]): void {
  const nick = client.nick === "" ? "*" : client.nick;
  reply.line({ source: SERVER, command: "CAP", params: [nick, ...said] });
}

function capabilitiesFor(version: string): string {
  const takesValues = Number(version) >= 302;
  return Object.entries(CAPABILITIES)
    .map(([name, value]) => (takesValues && value !== "" ? `${name}=${value}` : name))
    .join(" ");
}

/** Takes on all that was asked for, or nothing. */
function asked(client: IrcClient, list: string): boolean {
  const names = list.split(" ").filter((name) => name !== "");
  if (!names.every((name) => Object.hasOwn(CAPABILITIES, name.replace(/^-/, "")))) return false;
  for (const name of names) {
    if (name.startsWith("-")) client.capabilities.delete(name.slice(1));
    else client.capabilities.add(name);
  }
  return true;
}

/** What clients are told of the server: https://modern.ircdocs.horse/#rplisupport-parameters. */
const SUPPORT = [
  "AWAYLEN=200",
  "CASEMAPPING=ascii",
  "CHANLIMIT=#:20",
  "CHANMODES=b,k,,nt",
  "CHANNELLEN=33",
  "CHANTYPES=#",
  "CHATHISTORY=200",
  "KICKLEN=200",
  "MODES=10",
  "MSGREFTYPES=msgid,timestamp",
  "NETWORK=papo",
  "NICKLEN=64",
  PREFIX_TOKEN,
  "TARGMAX=JOIN:,KICK:1,NAMES:1,PART:,PRIVMSG:1,NOTICE:1,WHOIS:1",
  "TOPICLEN=200",
  "UTF8ONLY",
];

function register(client: IrcClient, reply: Reply): void {
  if (client.isNamed || client.isNegotiating || client.nick === "" || client.username === "") return;
  client.isNamed = true;
  const { irc } = cliWords();
  const { host, begun } = client.house;
  reply.numeric("001", irc.welcome({ nick: client.nick, host }));
  reply.numeric("002", irc.yourHost(version));
  reply.numeric("003", irc.created(new Date(begun).toISOString()));
  reply.numeric("004", SERVER, `papo-${version}`, "i", "bknoqt", "bkoq");
  for (let at = 0; at < SUPPORT.length; at += 10) {
    reply.numeric("005", ...SUPPORT.slice(at, at + 10), irc.numerics.areSupported);
  }
  reply.numeric("251", irc.users);
  reply.numeric("422", irc.numerics.noMotd);
}
