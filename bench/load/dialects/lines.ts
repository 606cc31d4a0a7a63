import type { Dialect } from "../dialect.ts";

/** Newline framing, as the thread-per-client server speaks it: the first line is one's name. */
export const lines: Dialect = {
  framing: "lines",
  echoes: true,
  tellsRoster: false,
  upgrade: () => ({ path: "", headers: {} }),
  greeting: (who) => [who.nick],
  say: ({ text }) => text,
  hear: (heard) => ({ joined: heard.startsWith("welcome") }),
};
