import "./words/speak-english.ts";
import { PASS_HEADER, PASS_PROTOCOL } from "../../src/protocol/pass.ts";
import { systemClock } from "../core/clock.ts";
import { askingWhy } from "../core/connection/asking-why.ts";
import { webSocketConnect } from "../core/connection/web-socket-connection.ts";
import { askAtDoor } from "../core/http/ask-at-door.ts";
import { joinIn, type Platform } from "./join-in.ts";
import { PapoError } from "./papo-error.ts";
import type { JoinOptions, JoinRoom } from "./types/join.ts";
import { libraryWords } from "./words/library-words.ts";

export { isPapoProblem as isProblem } from "./is-papo-problem.ts";
export { PapoError } from "./papo-error.ts";
export type * from "./types/types.ts";

/** Pages. */
const page: Platform<JoinOptions> = {
  clock: systemClock,
  random: Math.random,
  wayTo({ origin, apiUrl, socketUrl }, { pass, token }) {
    const shown = pass === undefined ? [] : [`${PASS_PROTOCOL}${pass}`];
    const headers = {
      Authorization: `Bearer ${token}`,
      ...(pass !== undefined && { [PASS_HEADER]: pass }),
    };
    const connect = webSocketConnect(socketUrl, (url, name) => new WebSocket(url, [name, ...shown]));
    const message = libraryWords.problems.page(new URL(origin).host);
    return {
      connect: askingWhy(connect, () => askAtDoor(apiUrl, headers)),
      // It comes with the connection's end.
      refusal: () => undefined,
      unreached: () => new PapoError({ code: "offline", message }),
      async post({ url, headers, body }) {
        const response = await fetch(url, { method: "POST", headers, body, redirect: "error" });
        return { status: response.status, body: await response.text() };
      },
    };
  },
  // Where the page's own errors go; there it ends nothing.
  report: (error) =>
    void setTimeout(() => {
      throw error;
    }),
};

/** Joins a room from a page. */
export const joinRoom: JoinRoom = joinIn(page);
