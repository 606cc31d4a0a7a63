import type { JoinRoom, NodeJoinOptions } from "./types/join.ts";

// For `require`: CommonJS loads a module only later, so that is done when somebody joins.

export { isPapoProblem as isProblem } from "./is-papo-problem.ts";
export { PapoError } from "./papo-error.ts";
export type * from "./types/types.ts";

/** Joins a room from Node 20 or later. */
export const joinRoom: JoinRoom<NodeJoinOptions> = async (url, options) =>
  (await import("./library.ts")).joinRoom(url, options);
