import { afterAll, beforeAll, expect, test } from "vitest";
import { PushServer } from "../../support/push/push-server.ts";
import { TestServer } from "../../support/server.ts";
import { SocketWire } from "../../support/wire-ws.ts";

let service: PushServer;
let server: TestServer;

beforeAll(async () => {
  service = await PushServer.start();
  server = await TestServer.start({ PUSH_HOSTS: service.host });
});
afterAll(async () => {
  await server.stop();
  service.stop();
});

/** Somebody has been here, and lets a device of theirs be told. */
async function gone(nick: string): Promise<void> {
  const { wire } = await SocketWire.join(server.url, "push", { nick });
  wire.send({ type: "push", subscription: service.device(nick).subscription, for: "calls" });
  await wire.next("push");
  wire.send({ type: "leave" });
  await wire.closing();
}

test("§14 who is gone is told of what calls them, until their browser is no more", async () => {
  const { wire: bob } = await SocketWire.join(server.url, "push", { nick: "bob" });
  await gone("ana");
  bob.send({ type: "say", cid: 1, text: "ana: tea?" });
  const [push] = await service.pushes(1);
  const { key } = (await (await fetch(new URL("/api/push", server.url))).json()) as { key: string };
  expect(push?.headers.authorization).toContain(`k=${key}`);
  expect(push).toMatchObject({
    device: "ana",
    news: { room: "push", nick: "bob", text: "ana: tea?", id: 1 },
  });

  // Its keys are on the disk, and so is the subscription.
  await server.crash();
  await server.start();
  service.status = 410;
  const { wire: back } = await SocketWire.join(server.url, "push", { nick: "bob" });
  back.send({ type: "say", cid: 2, text: "ana: coffee?" });
  const [, second] = await service.pushes(2);
  expect(second).toMatchObject({ news: { text: "ana: coffee?" } });
  expect(second?.headers.authorization).toContain(`k=${key}`);

  service.status = 201;
  await gone("mia");
  back.send({ type: "say", cid: 3, text: "ana, mia: milk? @mia @ana" });
  const pushes = await service.pushes(3);
  expect(pushes.map(({ device }) => device)).toEqual(["ana", "ana", "mia"]);
});
