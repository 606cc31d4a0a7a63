import type { JoinRoom } from "./types/join.ts";

// The same as `require.ts`, for bundlers.

export { isPapoProblem as isProblem } from "./is-papo-problem.ts";
export { PapoError } from "./papo-error.ts";
export type * from "./types/types.ts";

/** Joins a room from a page. */
export const joinRoom: JoinRoom = async (url, options) =>
  (await import("./browser.ts")).joinRoom(url, options);
