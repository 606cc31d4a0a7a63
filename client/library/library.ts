import "./words/speak-english.ts";
import { Agent } from "node:http";
import { inspect } from "node:util";
import { systemClock } from "../core/clock.ts";
import { doorHeaders } from "../core/http/door-headers.ts";
import type { Problem as CoreProblem } from "../core/problem.ts";
import { nodeConnect } from "../node/node-connect.ts";
import { nodePost } from "../node/node-post.ts";
import { joinIn, type Platform } from "./join-in.ts";
import { PapoError } from "./papo-error.ts";
import type { JoinRoom, NodeJoinOptions } from "./types/join.ts";
import { libraryWords } from "./words/library-words.ts";

export { isPapoProblem as isProblem } from "./is-papo-problem.ts";
export { PapoError } from "./papo-error.ts";
export type * from "./types/types.ts";

/** Programs in Node. */
const node: Platform<NodeJoinOptions> = {
  clock: systemClock,
  random: Math.random,
  wayTo(address, { pass, options }) {
    const { admin, headers, agent } = options;
    if (agent !== undefined && !(agent instanceof Agent)) throw new TypeError(libraryWords.noAgent);
    let refusal: CoreProblem | undefined;
    let cause: unknown;
    const connect = nodeConnect(address.socketUrl, {
      headers: () => doorHeaders({ pass, admin, gate: headers }),
      agent,
      observe(attempt) {
        refusal = attempt.type === "answered" ? attempt.refusal : undefined;
        cause = attempt.type === "failed" ? attempt.error : undefined;
      },
    });
    const message = libraryWords.problems.offline(new URL(address.origin).host);
    return {
      connect,
      refusal: () => refusal,
      unreached: () => new PapoError({ code: "offline", message }, { cause }),
      post: ({ headers: shown, ...sent }) => nodePost({ ...sent, headers: { ...headers, ...shown }, agent }),
    };
  },
  // An exception that nobody catches would end the process, and with it the connection.
  report: (error) => void process.stderr.write(`papo: ${inspect(error)}\n`),
};

/** Joins a room from Node 20 or later. */
export const joinRoom: JoinRoom<NodeJoinOptions> = joinIn(node);
