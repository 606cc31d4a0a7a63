import { REST } from "@discordjs/rest";
import { IncomingWebhook } from "@slack/webhook";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestServer } from "../../support/server.ts";
import { SocketWire } from "../../support/wire-ws.ts";

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

test("§12 the senders that others use find what they expect", async () => {
  const { wire } = await SocketWire.join(server.url, "ops", { nick: "ana" });
  wire.send({ type: "hook", name: "ci" });
  const { url } = await wire.next("hook");

  const slack = new IncomingWebhook(`${url}/slack`, { username: "Grafana" });
  expect(await slack.send({ text: "Disk &amp; co <https://x.example|full>" })).toEqual({ text: "ok" });
  const fromSlack = { nick: "Grafana", hook: "ci", text: "Disk & co full (https://x.example)" };
  expect(await wire.next("message")).toMatchObject(fromSlack);
  await expect(slack.send({})).rejects.toThrow();

  const { pathname, origin } = new URL(url);
  const [, route = "", id = ""] = /^\/(.*\/hooks)\/(.*)$/.exec(pathname) ?? [];
  const discord = new REST({ api: `${origin}/${route}` });
  const options = { auth: false, versioned: false } as const;
  const body = { content: "**hello**", username: "Spidey Bot" };
  expect(await discord.post(`/${id}/discord`, { ...options, body })).toBeInstanceOf(ArrayBuffer);
  expect(await wire.next("message")).toMatchObject({ nick: "Spidey Bot", hook: "ci", text: "**hello**" });
  const query = new URLSearchParams({ wait: "true" });
  const files = [{ name: "a.txt", data: Buffer.from("bytes") }];
  const answer = await discord.post(`/${id}/discord`, { ...options, body, query, files });
  expect(answer).toMatchObject({ id: "3", content: "**hello**", author: { username: "Spidey Bot" } });
});
