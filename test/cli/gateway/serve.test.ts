import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { Failure } from "../../../client/cli/end/failure.ts";
import type { Guest } from "../../../client/cli/gateway/guest.ts";
import type { GatewayNews } from "../../../client/cli/gateway/journal.ts";
import { type Service, stayOf } from "../../../client/cli/gateway/serve.ts";
import { FakeClock } from "../../support/fake-clock.ts";

/** A gateway whose services do as they are made, and what it tells. */
async function gateway(
  answer: (guest: Guest) => Service,
  isTooMany = false,
): Promise<{ come(): Socket; news: GatewayNews[] }> {
  const news: GatewayNews[] = [];
  const options = {
    clock: new FakeClock(),
    journal: (told: GatewayNews) => void news.push(told),
    tooMany: "too many",
    answer,
  };
  const server = createServer({ allowHalfOpen: true }, (socket) => void stayOf(socket, options, isTooMany));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address === null || typeof address === "string" ? 0 : address.port;
  onTestFinished(() => void server.close());
  return { news, come: () => connect(port, "127.0.0.1") };
}

const well: Service = {
  isNamed: true,
  take: () => Promise.resolve(),
  finish: () => Promise.resolve(),
  leave: () => Promise.resolve(),
};

test.each<[string, Partial<Service>, string]>([
  [
    "what it is sent",
    { take: () => Promise.reject(new Failure(1, "The disk is full.")) },
    "The disk is full.",
  ],
  ["its end", { finish: () => Promise.reject(new TypeError("secret")) }, "TypeError"],
  ["its leaving", { leave: () => Promise.reject(new TypeError("secret")) }, "TypeError"],
])("a service that fails at %s ends its own program, and is told", async (_name, bad, says) => {
  const { come, news } = await gateway(() => ({ ...well, ...bad }));
  const socket = come().resume();
  socket.write("x");
  socket.end();
  await once(socket, "close");
  const told = news.filter(({ event }) => event === "trouble").map((each) => JSON.stringify(each));
  expect(told).toEqual([expect.stringContaining(says)]);
  expect(told.join()).not.toContain("secret");
  // And the next is served.
  const next = come().resume();
  await once(next, "connect");
  next.destroy();
});

test("who has said all and still listens is answered until that is seen to", async () => {
  let go = () => {};
  const seenTo = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { come } = await gateway((guest) => ({
    ...well,
    finish: () => seenTo,
    leave: () => Promise.resolve(guest.write("stored")),
  }));
  const socket = come().setEncoding("utf8");
  let heard = "";
  socket.on("data", (text: string) => {
    heard += text;
  });
  socket.end("all that I say");
  await once(socket, "finish");
  go();
  await once(socket, "close");
  expect(heard).toBe("stored");
});

test.each([
  "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nevil\nsaid by a web page\n",
  "GET /x HTTP/1.1\r\n",
  "OPTIONS * HTTP/1.1\r\n",
])("a web page says nothing: %j", async (request) => {
  const taken: string[] = [];
  const take = (bytes: Uint8Array) => Promise.resolve(void taken.push(Buffer.from(bytes).toString()));
  const { come, news } = await gateway(() => ({ ...well, take }));
  const page = come().on("error", () => {});
  page.write(request);
  await once(page.resume(), "close");
  expect(taken).toEqual([]);
  expect(news).toContainEqual({ event: "cut", client: expect.any(String), why: "http" });
  // Only who begins so is one.
  const person = come().resume();
  person.end("POSTman\n");
  await once(person, "close");
  expect(taken).toEqual(["POSTman\n"]);
});

test("one too many is told so", async () => {
  const { come, news } = await gateway(() => well, true);
  const socket = come().setEncoding("utf8");
  let heard = "";
  socket.on("data", (text: string) => {
    heard += text;
  });
  await once(socket, "close");
  expect(heard).toBe("too many");
  expect(news).toEqual([{ event: "cut", client: expect.any(String), why: "too_many" }]);
});
