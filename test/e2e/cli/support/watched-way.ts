import { connect, createServer } from "node:net";
import { listen } from "./listen.ts";

/** Another way to a room, on which one can see what is asked, and have something get stuck. */
export interface WatchedWay {
  readonly url: string;
  /** What was asked for, in turn: `POST /api/rooms/lobby/files?name=x`. */
  readonly asked: readonly string[];
  /** Of the next request like that, what is asked or what is answered goes no further; resolves once it is there. */
  swallow(what: "request" | "answer", like: RegExp): Promise<void>;
}

export async function watchedWayTo(room: string): Promise<WatchedWay> {
  const url = new URL(room);
  const port = Number(url.port);
  const asked: string[] = [];
  let next: { what: "request" | "answer"; like: RegExp; arrived(): void } | undefined;
  const server = createServer((client) => {
    const far = connect(port, "127.0.0.1");
    let stuck: "request" | "answer" | undefined;
    client.on("data", (chunk) => {
      const [, request] = /^((?:GET|POST) \S+) HTTP/.exec(chunk.toString("latin1")) ?? [];
      if (request !== undefined) asked.push(request);
      if (request !== undefined && next?.like.test(request)) {
        stuck = next.what;
        if (stuck === "request") next.arrived();
      }
      if (stuck !== "request") far.write(chunk);
    });
    far.on("data", (chunk) => {
      if (stuck === "answer") next?.arrived();
      if (stuck === undefined) client.write(chunk);
    });
    const end = () => {
      client.destroy();
      far.destroy();
    };
    for (const socket of [client, far]) socket.on("error", end).on("close", end);
  });
  url.host = await listen(server);
  return {
    url: url.href,
    asked,
    swallow: (what, like) =>
      new Promise((resolve) => {
        next = {
          what,
          like,
          arrived() {
            next = undefined;
            resolve();
          },
        };
      }),
  };
}
