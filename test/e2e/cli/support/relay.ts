import { connect, createServer, type Socket } from "node:net";
import { listen } from "./listen.ts";

/** Another way to a room, on which what a client says can get stuck. */
export interface Relay {
  readonly url: string;
  /** What comes over the connections of now goes no further; resolves once something has come. */
  hold(): Promise<void>;
}

export async function relayTo(room: string): Promise<Relay> {
  const url = new URL(room);
  const port = Number(url.port);
  const clients = new Map<Socket, Socket>();
  const server = createServer((client) => {
    const far = connect(port, "127.0.0.1");
    clients.set(client, far);
    client.pipe(far).pipe(client);
    const end = () => {
      clients.delete(client);
      client.destroy();
      far.destroy();
    };
    for (const socket of [client, far]) socket.on("error", end).on("close", end);
  });
  url.host = await listen(server);
  return {
    url: url.href,
    hold: () =>
      new Promise((resolve) => {
        for (const [client, far] of clients) {
          client.unpipe(far);
          client.on("data", () => resolve()).resume();
        }
      }),
  };
}
