import type { Dialect } from "../dialect.ts";

/** Socket.IO 4 over a WebSocket: packets of Engine.IO (first digit) around those of Socket.IO (second). */
export const socketIo: Dialect = {
  framing: "websocket",
  echoes: true,
  tellsRoster: false,
  upgrade: () => ({ path: "/socket.io/?EIO=4&transport=websocket", headers: {} }),
  greeting: () => [],
  say: ({ who, text }) => `42${JSON.stringify(["message", { nick: who.nick, text }])}`,
  hear(frame) {
    if (frame.startsWith("0")) return { reply: "40" };
    if (frame === "2") return { reply: "3" };
    return { joined: frame.startsWith('42["welcome"') };
  },
};
