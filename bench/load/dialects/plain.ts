import type { Dialect } from "../dialect.ts";

/** Our own plain servers: connecting is joining, and what one says is relayed to all as it is. */
export const plain: Dialect = {
  framing: "websocket",
  echoes: true,
  tellsRoster: false,
  upgrade: (who) => ({ path: `/${who.room}`, headers: {} }),
  greeting: () => [],
  say: ({ who, text }) => JSON.stringify({ type: "message", nick: who.nick, text }),
  hear: (frame) => ({ joined: frame.includes('"welcome"') }),
};
