import { version } from "../../../package.json";
import { cliWords } from "../words/words.ts";
import type { IrcClient } from "./irc-client.ts";
import { type Reply, SERVER } from "./reply.ts";
import { PREFIX_TOKEN } from "./wire/modes.ts";

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
  "TARGMAX=JOIN:,KICK:,NAMES:,PART:,PRIVMSG:10,NOTICE:10,WHOIS:1",
  "TOPICLEN=200",
  "UTF8ONLY",
  "WHOX",
];

/** Lets a client in once it has said all that is needed. */
export function register(client: IrcClient, reply: Reply): void {
  if (client.isNamed || client.isNegotiating || client.nick === "" || client.username === "") return;
  client.isNamed = true;
  client.house.letIn();
  const { irc } = cliWords();
  const { host, begun } = client.house;
  reply.numeric("001", irc.welcome({ nick: client.nick, host }));
  reply.numeric("002", irc.yourHost(version));
  reply.numeric("003", irc.created(new Date(begun).toISOString()));
  reply.numeric("004", SERVER, `papo-${version}`, "i", "bknoqt", "bkoq");
  for (let at = 0; at < SUPPORT.length; at += 10) {
    reply.numeric("005", ...SUPPORT.slice(at, at + 10), irc.numerics.areSupported);
  }
  reply.numeric("251", irc.users(client.house.clients.length));
  reply.numeric("422", irc.numerics.noMotd);
}
