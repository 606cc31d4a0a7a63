import type { Dialect } from "../dialect.ts";

/** IRC: one channel, joined once one is known (numeric 001); one is in when the list of names has ended (366). */
export const irc: Dialect = {
  framing: "lines",
  echoes: false,
  tellsRoster: true,
  upgrade: () => ({ path: "", headers: {} }),
  greeting: (who) => [`NICK ${who.nick}`, "USER bench 0 * :bench"],
  say: ({ who, text }) => `PRIVMSG #${who.room} :${text}`,
  hear(lines, who) {
    const ping = /^PING (.*)\r$/m.exec(lines);
    const replies = [
      ...(ping ? [`PONG ${ping[1]}`] : []),
      ...(/^\S+ 001 /m.test(lines) ? [`JOIN #${who.room}`] : []),
    ];
    return {
      ...(replies.length > 0 ? { reply: replies.join("\r\n") } : {}),
      ...(/^ERROR/m.test(lines) ? { failure: lines.trim() } : {}),
      joined: /^\S+ 366 /m.test(lines),
      arrivals: named(lines).filter((nick) => nick !== who.nick).length,
    };
  },
};

/** Who is here by the list of names (numeric 353), and who came since. */
function named(lines: string): string[] {
  const here = Array.from(
    lines.matchAll(/^\S+ 353 .*:(.*)$/gm),
    ([, names = ""]) => names.match(/[^\s@+]+/g) ?? [],
  );
  const came = Array.from(lines.matchAll(/^:([^!\s]+)!\S+ JOIN /gm), ([, nick = ""]) => nick);
  return [...here.flat(), ...came];
}
