import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Saved } from "../../../client/core/chat.ts";
import type { ChatEvent } from "../../../client/core/chat-event.ts";
import type { Connect } from "../../../client/core/connection/connection.ts";
import { createChat } from "../../../client/core/create-chat.ts";
import { isProblem } from "../../../client/core/problem.ts";
import { times } from "../../support/chance.ts";
import { type MemoryLink, step } from "../../support/room/memory-connection.ts";
import { tokenOf } from "../../support/token-of.ts";
import { Trial } from "../../support/trial.ts";

/** What may happen next, in a world of three clients: two of ana, one of bob. */
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("say" as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("edit" as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("react" as const), who: fc.nat(2) }) },
  { weight: 20, arbitrary: fc.record({ type: fc.constant("deliver" as const), lane: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("cut" as const), link: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("crash" as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("reload" as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("post" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("refuse" as const),
      code: fc.constantFrom("forbidden" as const, "rate_limited" as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("pass" as const), ms: fc.nat(8_000) }) },
);
/** Retention takes all but the newest few events, and the instance goes. */
const forgetting = fc.oneof(
  { weight: 20, arbitrary: happening },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("forget" as const), keep: fc.integer({ min: 1, max: 4 }) }),
  },
);
type Happening = typeof forgetting extends fc.Arbitrary<infer T> ? T : never;

const CLIENTS = [
  { nick: "ana", client: "one" },
  { nick: "ana", client: "two" },
  { nick: "bob", client: "one" },
];

class World {
  readonly trial: Trial;
  /** What each client has been told, over all its reloads. */
  readonly told: ChatEvent[][] = CLIENTS.map(() => []);
  readonly said: string[][] = CLIENTS.map(() => []);
  #refusals: ("forbidden" | "rate_limited")[] = [];
  readonly #links: MemoryLink[][] = CLIENTS.map(() => []);
  #chats: ReturnType<typeof createChat>[];

  constructor() {
    this.trial = new Trial({
      page: 3,
      refuse: ({ type }) => {
        const code = type === "say" ? this.#refusals.shift() : undefined;
        return code === undefined ? undefined : { code, retryAfter: 700 };
      },
    });
    this.#chats = CLIENTS.map((_, who) => this.#open(who));
    this.trial.settle();
  }

  do(next: Happening) {
    const { network, room, clock } = this.trial;
    switch (next.type) {
      case "say":
        return this.#say(next.who);
      case "edit": {
        const target = room.messages[0];
        if (target !== undefined) this.#chats[next.who]?.edit(target.id, `edited ${clock.now()}`);
        return;
      }
      case "react": {
        const target = room.messages[0];
        if (target !== undefined) this.#chats[next.who]?.react(target.id, "👍");
        return;
      }
      case "deliver": {
        const { busy } = network;
        const lane = busy[next.lane % Math.max(1, busy.length)];
        if (lane !== undefined) step(lane);
        return;
      }
      case "cut":
        return network.links[next.link % network.links.length]?.cut();
      case "crash":
        room.crash();
        return network.cutAll();
      case "forget":
        room.prune(next.keep);
        room.restart();
        return network.cutAll();
      case "reload":
        return this.#reload(next.who);
      case "post":
        return room.post("posted");
      case "refuse":
        this.#refusals.push(next.code);
        return;
      case "pass":
        return clock.advance(next.ms);
      default:
        next satisfies never;
    }
  }

  /** The network holds from now on, and everybody has time. */
  calm(): void {
    this.#refusals = [];
    this.trial.settle(120_000);
  }

  /** What failed is told, and only that is not stored. */
  expected(who: number): string[] {
    const failed = this.told[who]?.flatMap((event) =>
      event.type === "failed" && event.entry.draft.type === "say" ? [event.entry.draft.text] : [],
    );
    return (this.said[who] ?? []).filter((text) => !failed?.includes(text));
  }

  unsent(): number {
    return this.#chats.flatMap((chat) => chat.outbox).length;
  }

  /** The texts of which the person was asked whether to send them again. */
  asked(who: number): string[] {
    return (this.told[who] ?? []).flatMap((event) =>
      event.type === "unsure"
        ? event.entries.flatMap(({ draft }) => (draft.type === "say" ? [draft.text] : []))
        : [],
    );
  }

  /** Nothing of which it is not known is sent again. */
  dropUnsure(): void {
    for (const chat of this.#chats) {
      for (const { key, state } of chat.outbox) if (state === "unsure") chat.drop(key);
    }
  }

  #say(who: number): void {
    const said = this.said[who] ?? [];
    const text = `${who}:${said.length}`;
    const result = this.#chats[who]?.say({ text });
    if (!isProblem(result)) said.push(text);
  }

  #reload(who: number): void {
    const saved: Saved = JSON.parse(JSON.stringify(this.#chats[who]?.saved()));
    this.#chats[who]?.close();
    // The browser ends its sockets with the page: nothing of them is heard after the new page's.
    for (const link of this.#links[who] ?? []) link.cut();
    this.#chats[who] = this.#open(who, saved);
  }

  #open(who: number, saved: Saved = {}) {
    const { nick, client } = CLIENTS[who] ?? { nick: "zoe", client: "one" };
    const { network, clock } = this.trial;
    const connect: Connect = (listener) => {
      const connection = network.connect(listener);
      this.#links[who]?.push(...network.links.slice(-1));
      return connection;
    };
    const random = () => 0.5;
    const token = tokenOf(nick);
    const chat = createChat({ connect, clock, random, nick, token, client, saved });
    chat.subscribe((event) => this.told[who]?.push(event));
    chat.start();
    return chat;
  }
}

test("§5 §3 whatever the network does, each message is stored once, in order, and each reader sees each id once, in order", () => {
  void fc.assert(
    fc.property(fc.array(happening, { maxLength: 300, size: "max" }), (happenings) => {
      const world = new World();
      for (const next of happenings) world.do(next);
      world.calm();
      const { room } = world.trial;
      expect(world.unsent()).toBe(0);
      for (const who of CLIENTS.keys()) {
        const stored = room.messages
          .map(({ text = "" }) => text)
          .filter((text) => text.startsWith(`${who}:`));
        expect(stored).toEqual(world.expected(who));
        const seen = world.told[who]?.flatMap((event) => ("id" in event && "own" in event ? [event.id] : []));
        expect(seen).toEqual(room.log.map(({ id }) => id));
        expect(world.told[who]?.filter(({ type }) => type === "break" || type === "unsure")).toEqual([]);
      }
    }),
    { numRuns: times(200) },
  );
});

test("§5 whatever a room forgets, nothing is stored twice, and nothing is lost but what the person was asked about", () => {
  void fc.assert(
    fc.property(fc.array(forgetting, { maxLength: 300, size: "max" }), (happenings) => {
      const world = new World();
      // All that was ever stored, also what retention has taken since.
      const stored = new Map<number, string>();
      const look = () => {
        for (const { id, text = "" } of world.trial.room.messages) stored.set(id, text);
      };
      for (const next of happenings) {
        world.do(next);
        look();
        world.dropUnsure();
      }
      world.calm();
      look();
      world.dropUnsure();
      for (const who of CLIENTS.keys()) {
        const said = [...stored.values()].filter((text) => text.startsWith(`${who}:`));
        const asked = world.asked(who);
        expect(said.filter((text) => !asked.includes(text))).toEqual(
          world.expected(who).filter((text) => !asked.includes(text)),
        );
        expect(new Set(said).size).toBe(said.length);
      }
      expect(world.unsent()).toBe(0);
    }),
    { numRuns: times(200) },
  );
});
