import { exports } from "cloudflare:workers";
import * as v from "valibot";
import { expect, test } from "vitest";
import {
  doorState,
  health,
  messagePage,
  receipt,
  refusalBody,
  roomList,
  roster,
  summary,
} from "../../src/protocol/http-answer.ts";
import { invitation } from "../../src/protocol/invitation.ts";
import { Porch } from "./porch.ts";
import { Site } from "./site.ts";

const posted: RequestInit = {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ nick: "robot", text: "hello" }),
};

/** A room with somebody in it and something said, locked if need be. */
async function room(key: string | null = null): Promise<Site> {
  const site = new Site();
  const { wire } = await site.join("ana");
  wire.send({ type: "say", cid: 1, text: "one" }, { type: "topic", text: "tea" }, { type: "lock", key });
  await wire.sync();
  return site;
}

type Ask = () => Promise<Response>;

test.each<[what: string, schema: v.GenericSchema, ask: Ask]>([
  ["a room", summary, async () => (await room()).fetch()],
  ["a locked room", summary, async () => (await room("sesame")).fetch()],
  ["who is here", roster, async () => (await room()).fetch("/members")],
  ["messages", messagePage, async () => (await room()).fetch("/messages?limit=1")],
  ["a post", receipt, async () => (await room()).fetch("/messages", posted)],
  ["health", health, () => exports.default.fetch("http://papo.test/api/health")],
  ["the rooms", roomList, () => new Porch().admin("GET", "/rooms")],
  ["a pass", invitation, () => new Porch().admin("POST", "/passes", { days: 1 })],
  ["the door", doorState, () => new Porch().setDoor("open")],
  ["a refusal", refusalBody, async () => (await room("sesame")).fetch("/members")],
  ["a refusal with a detail", refusalBody, async () => (await room()).fetch("/messages?limit=0")],
])("§9.1: the answer about %s is what its schema says, and no more", async (_, schema, ask) => {
  const json = await (await ask()).json();
  expect(v.parse(schema, json)).toEqual(json);
});
