import { once } from "node:events";
import type { Server } from "node:net";
import { afterAll } from "vitest";

const open: Server[] = [];

afterAll(() => {
  for (const server of open.splice(0)) server.close();
});

/** Has a server listen until the tests of the file are over; returns its host and port. */
export async function listen(server: Server): Promise<string> {
  open.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A socket without a port.");
  return `127.0.0.1:${address.port}`;
}
