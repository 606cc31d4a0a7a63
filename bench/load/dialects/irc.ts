import type { Dialect } from "../dialect.ts";

/** IRC: one channel; one is in when the list of names has ended (numeric 366). */
export const irc: Dialect = {
  framing: "lines",
  echoes: false,
  tellsRoster: false,
  upgrade: () => ({ path: "", headers: {} }),
  greeting: (who) => [`NICK ${who.nick}`, "USER bench 0 * :bench", `JOIN #${who.room}`],
  say: ({ who, text }) => `PRIVMSG #${who.room} :${text}`,
  hear(lines) {
    const ping = /^PING (.*)\r$/m.exec(lines);
    return {
      ...(ping ? { reply: `PONG ${ping[1]}` } : {}),
      ...(/^ERROR/m.test(lines) ? { failure: lines.trim() } : {}),
      joined: /^\S+ 366 /m.test(lines),
    };
  },
};
