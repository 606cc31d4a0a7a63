import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Chat } from "../../../client/core/chat.ts";
import type { ChatEventOf } from "../../../client/core/chat-event.ts";
import { systemClock } from "../../../client/core/clock.ts";
import { webSocketConnect } from "../../../client/core/connection/web-socket-connection.ts";
import { createChat } from "../../../client/core/create-chat.ts";
import type { DurableEvent, Member } from "../../../src/protocol/event.ts";
import { TestServer } from "../../support/server.ts";
import { tokenOf } from "../../support/token-of.ts";

const CRASHES = 12;
const TALKERS = 6;
/** Messages heard between one crash and the next. */
const BETWEEN = 60;

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start({
    MESSAGE_BURST: "20",
    MESSAGES_PER_SECOND: "500",
    NICK_HOLD_SECONDS: "600",
  });
});
afterAll(() => server.stop());

/** Somebody who talks on and on until told to stop, and notes all that their client tells. */
class Talker {
  readonly chat: Chat;
  readonly heard: ChatEventOf<"message">[] = [];
  readonly said: string[] = [];
  readonly trouble: unknown[] = [];
  readonly nick: string;
  welcomes = 0;
  talks = true;

  constructor(nick: string, address: string, onHeard: () => void) {
    this.nick = nick;
    const url = new URL("/api/rooms/crash/socket", server.url);
    url.protocol = "ws:";
    this.chat = createChat({
      connect: webSocketConnect(
        url.href,
        (href, protocol) => new WebSocket(href, protocol, { headers: { "CF-Connecting-IP": address } }),
      ),
      clock: systemClock,
      random: Math.random,
      nick,
      token: tokenOf(nick),
      client: "one",
    });
    this.chat.subscribe((event) => {
      if (event.type === "welcomed") this.welcomes++;
      else if (event.type === "message") {
        this.heard.push(event);
        onHeard();
      } else if (["failed", "unsure", "error", "break", "left"].includes(event.type))
        this.trouble.push(event);
      while (this.talks && event.type !== "pending" && this.chat.outbox.length < 10) this.#talk();
    });
  }

  #talk(): void {
    const text = `${this.nick} ${this.said.length}`;
    this.said.push(text);
    this.chat.say({ text });
  }
}

test(`§5 workerd killed ${CRASHES} times in mid-stream: each message once, in one order, for all`, async () => {
  let check = () => {};
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      check = () => {
        if (holds()) resolve();
      };
      check();
    });

  const talkers = Array.from({ length: TALKERS }, (_, index) => {
    const talker = new Talker(`talker${index}`, `10.2.0.${index}`, () => check());
    talker.chat.subscribe(() => check());
    talker.chat.start();
    return talker;
  });
  const rosters: Member[][] = [];
  const readers = () => talkers.map(({ heard }) => heard.length);

  for (let crash = 0; crash < CRASHES; crash++) {
    const goal = readers().map((count) => count + BETWEEN);
    await until(() => readers().every((count, index) => count >= (goal[index] ?? 0)));
    rosters.push(...talkers.map(({ chat }) => [...chat.room.members]));
    await server.crash();
    await server.start();
    for (const { chat } of talkers) chat.wake();
  }
  for (const talker of talkers) talker.talks = false;
  const all = () => talkers.reduce((sum, { said }) => sum + said.length, 0);
  await until(() => talkers.every(({ chat, heard }) => chat.outbox.length === 0 && heard.length >= all()));

  const stored = await readAll();
  const storedIds = stored.map(({ id }) => id);
  const texts = stored.map((event) => (event.type === "message" ? event.text : event.type));
  for (const { heard, trouble, chat } of talkers) {
    expect(heard.map(({ id }) => id)).toEqual(storedIds);
    expect(heard.map(({ text }) => text)).toEqual(texts);
    expect(trouble).toEqual([]);
    chat.close();
  }
  for (const { said, nick } of talkers) {
    expect(texts.filter((text) => text?.startsWith(`${nick} `))).toEqual(said);
  }
  expect(storedIds).toEqual(Array.from(storedIds, (_, index) => index + 1));
  for (const roster of rosters) {
    expect(new Set(roster.map(({ nick }) => nick)).size).toBe(roster.length);
    expect(roster).toHaveLength(TALKERS);
  }
  // Everybody came back from each crash, and found what was said meanwhile.
  for (const { welcomes } of talkers) expect(welcomes).toBeGreaterThan(CRASHES);
  expect(talkers.flatMap(({ heard }) => heard.filter(({ replayed }) => replayed))).not.toEqual([]);
}, 180_000);

/** All that the room has stored, by plain HTTP. */
async function readAll(): Promise<DurableEvent[]> {
  const events: DurableEvent[] = [];
  for (let more = true; more; ) {
    const url = new URL(`/api/rooms/crash/messages?limit=200&after=${events.at(-1)?.id ?? 0}`, server.url);
    const page = (await (await fetch(url)).json()) as { events: DurableEvent[]; more: boolean };
    events.push(...page.events);
    ({ more } = page);
  }
  return events;
}
