import { startNodeScript } from "./node-script.ts";
import type { Peer } from "./peer.ts";
import { withTemporaryDirectory } from "./temporary.ts";

/** The project itself: plain workerd, history stored on disk. */
export const papo: Peer = papoWith({});

/** The same with other settings. */
export function papoWith(vars: Readonly<Record<string, string>>): Peer {
  return {
    name: "papo",
    summary: "papo",
    dialect: "papo",
    start: () =>
      withTemporaryDirectory((directory) =>
        startNodeScript("papo-server.ts", { args: [directory, JSON.stringify(vars)], counted: "workerd" }),
      ),
  };
}
