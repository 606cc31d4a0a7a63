import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { nodeSocket } from "../../../client/cli/net/socket.ts";
import { parseAddress } from "../../../client/core/address.ts";
import type { Chat } from "../../../client/core/chat.ts";
import type { ChatEvent } from "../../../client/core/chat-event.ts";
import { systemClock } from "../../../client/core/clock.ts";
import { createChat } from "../../../client/core/create-chat.ts";
import { isProblem } from "../../../client/core/problem.ts";
import { randomClient, randomToken } from "../../../src/protocol/identity.ts";
import { Box } from "./box.ts";

/** Messages that each of the two says, and ms between them: talk goes on before, during and after the break. */
const MESSAGES = 150;
const PACE = 20;

/** On a loaded machine everything takes its time. */
const PATIENT = { timeout: 30_000 };

interface Talker {
  readonly chat: Chat;
  readonly heard: ChatEvent[];
}

/** Somebody with the real client, online. */
async function talker(url: string, nick: string): Promise<Talker> {
  const address = parseAddress(`${url}/lobby`);
  if (isProblem(address)) throw new Error(address.message);
  const chat = createChat({
    connect: nodeSocket(address).connect,
    clock: systemClock,
    random: Math.random,
    ...{ nick, token: randomToken(), client: randomClient() },
  });
  const heard: ChatEvent[] = [];
  const online = new Promise<void>((resolve) => {
    chat.subscribe((event) => {
      heard.push(event);
      if (event.type === "caught_up") resolve();
    });
  });
  onTestFinished(() => chat.close());
  chat.start();
  await online;
  return { chat, heard };
}

async function talk({ chat }: Talker, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    // The outbox has a bound, which a person would be told of.
    while (isProblem(chat.say({ text }))) await pause(PACE);
    await pause(PACE);
  }
}

const messages = ({ heard }: Talker) => heard.flatMap((event) => (event.type === "message" ? [event] : []));

test.each<[string, (box: Box) => Promise<unknown>]>([
  [
    "a deploy",
    async (box) => {
      expect(await box.stop()).toBe(0);
      await box.start();
    },
  ],
  ["a crash of the runtime", async (box) => box.crash()],
])(
  "§3.4 §4.3 §5.1 %s in mid-talk is a blink: nothing is lost, doubled or told out of order",
  async (_, interrupt) => {
    const box = await Box.start();
    const ana = await talker(box.url, "ana");
    const bob = await talker(box.url, "bob");
    const texts = ["ana", "bob"].map((nick) => Array.from({ length: MESSAGES }, (_, n) => `${nick} ${n}`));
    const talks = Promise.all([ana, bob].map((each, index) => talk(each, texts[index] ?? [])));
    await expect.poll(() => messages(ana).length, PATIENT).toBeGreaterThan(MESSAGES / 2);
    await interrupt(box);
    await talks;
    await expect.poll(() => messages(ana).length, PATIENT).toBeGreaterThanOrEqual(2 * MESSAGES);
    await expect.poll(() => messages(bob).length, PATIENT).toBeGreaterThanOrEqual(2 * MESSAGES);

    for (const listener of [ana, bob]) {
      const said = messages(listener);
      for (const [index, nick] of ["ana", "bob"].entries()) {
        expect(said.filter((message) => message.nick === nick).map(({ text }) => text)).toEqual(texts[index]);
      }
      expect(said.map(({ id }) => id)).toEqual(said.map((_, index) => index + 1));
      expect(listener.chat.outbox).toEqual([]);
      // They were away, and nobody was told.
      expect(listener.heard.filter(({ type }) => type === "welcomed")).toHaveLength(2);
      expect(
        listener.heard.filter(({ type }) => ["left", "break", "unsure", "failed"].includes(type)),
      ).toEqual([]);
    }
    expect(ana.heard.filter(({ type }) => type === "joined")).toHaveLength(1);
  },
);
