import type { Dialect } from "../dialect.ts";

/** papo's wire protocol, version 1. */
export const papo: Dialect = {
  framing: "websocket",
  echoes: true,
  tellsRoster: true,
  upgrade: (who) => ({
    path: `/api/rooms/${who.room}/socket`,
    headers: { "Sec-WebSocket-Protocol": "papo.v1", "CF-Connecting-IP": who.address },
  }),
  greeting: (who) => [
    JSON.stringify({
      type: "join",
      nick: who.nick,
      token: `bench-token-of-member-${who.room}-${who.nick}`,
      client: "bench",
    }),
  ],
  say: ({ text, count }) => JSON.stringify({ type: "say", cid: count, text }),
  hear(frame, who) {
    const failure = frame.includes('"type":"error"') ? { failure: frame.slice(0, 200) } : {};
    if (!frame.startsWith('[{"type":"welcome"'))
      return { ...failure, arrivals: countOf(frame, '"type":"joined"') };
    const from = frame.indexOf('"members":[');
    const members = frame.slice(from, frame.indexOf("]", from));
    const others = countOf(members, '"nick"') - (members.includes(`"${who.nick}"`) ? 1 : 0);
    return { ...failure, joined: true, arrivals: others + countOf(frame, '"type":"joined"') };
  },
  ping: { text: "ping", everyMs: 25_000, everyBytes: 512 * 1024 },
};

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}
