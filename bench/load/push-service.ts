import { createECDH, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import WebSocket from "ws";

/**
 * A push service, and people of a room of papo who have gone and left it a browser to tell: a process of its own. It is
 * told what to do, one thing after the other, and answers with how long each took, in ms.
 */
export type PushErrand =
  /** So many go out of a room; `for` is what they are told then. */
  | {
      readonly errand: "go";
      readonly port: number;
      readonly room: string;
      readonly people: number;
      readonly for: "all" | "calls";
    }
  /** Each of them is called, one after the other; for each: from the post to the push. */
  | { readonly errand: "call"; readonly port: number; readonly room: string; readonly people: number }
  /** All are told of one message: from the post to the first push, and to the last. */
  | { readonly errand: "tell"; readonly port: number; readonly room: string; readonly people: number };

interface RoomEvent {
  readonly type: string;
  readonly message?: string;
}

/** Who goes at the same time. */
const AT_ONCE = 20;
/** Milliseconds after which a room has nothing to do any more. */
const SETTLE = 2_000;

/** It takes every push, and answers none. */
const hangs = process.argv[2] === "hangs";
const pair = createECDH("prime256v1");
const keys = {
  p256dh: pair.generateKeys("base64url"),
  auth: randomBytes(16).toString("base64url"),
};
let heard: (path: string) => void = () => {};
let addresses = 0;

const service = createServer((request, response) => {
  heard(request.url ?? "");
  request.resume().on("end", () => hangs || response.writeHead(201).end());
});
// A room keeps its connections, as far as the service lets it.
service.keepAliveTimeout = 60_000;
await once(service.listen(0, "127.0.0.1"), "listening");
const host = `127.0.0.1:${(service.address() as AddressInfo).port}`;
process.on("message", async (errand: PushErrand) => process.send?.(await run(errand)));
process.send?.(host);

async function run(errand: PushErrand): Promise<number[]> {
  switch (errand.errand) {
    case "go":
      await goAll(errand);
      return [];
    case "call":
      return await callAll(errand);
    case "tell":
      return await tellAll(errand);
    default:
      return errand satisfies never;
  }
}

async function goAll({ port, room, people, ...wanted }: PushErrand & { errand: "go" }): Promise<void> {
  let next = 0;
  const goOn = async () => {
    while (next < people) {
      const number = next++;
      const guest = await Guest.join({ port, room, nick: nickOf(number) });
      const subscription = { endpoint: `http://${host}/${room}/${number}`, keys };
      guest.send({ type: "push", subscription, for: wanted.for });
      await guest.next("push");
      guest.send({ type: "leave" });
      await guest.closed;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, goOn));
}

async function callAll({ port, room, people }: PushErrand): Promise<number[]> {
  const caller = await Guest.join({ port, room, nick: "caller" });
  await sleep(SETTLE);
  const times: number[] = [];
  for (let number = 0; number < people; number++) {
    const told = arrivals(1);
    const begun = performance.now();
    caller.send({ type: "say", cid: number + 1, text: `@${nickOf(number)} tea?` });
    const [at = Number.POSITIVE_INFINITY] = await told;
    times.push(at - begun);
  }
  await caller.leave();
  return times;
}

async function tellAll({ port, room, people }: PushErrand): Promise<number[]> {
  const teller = await Guest.join({ port, room, nick: "teller" });
  // That so many have gone is told by then.
  await sleep(SETTLE);
  const told = arrivals(people);
  const begun = performance.now();
  teller.send({ type: "say", cid: 1, text: "Tea for all!" });
  const times = (await told).map((at) => at - begun);
  await teller.leave();
  return [Math.min(...times), Math.max(...times)];
}

/** When so many different ones were pushed to. */
function arrivals(count: number): Promise<number[]> {
  const paths = new Map<string, number>();
  return new Promise((resolve) => {
    heard = (path) => {
      if (!paths.has(path)) paths.set(path, performance.now());
      if (paths.size < count) return;
      heard = () => {};
      resolve([...paths.values()]);
    };
  });
}

function nickOf(number: number): string {
  return `away${String(number).padStart(4, "0")}`;
}

/** Somebody in a room, by papo's wire protocol. */
class Guest {
  readonly closed: Promise<unknown>;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = once(socket, "close");
  }

  static async join({ port, room, nick }: { port: number; room: string; nick: string }): Promise<Guest> {
    const number = ++addresses;
    const headers = { "CF-Connecting-IP": `10.77.${number >> 8}.${number & 255}` };
    const url = `ws://127.0.0.1:${port}/api/rooms/${room}/socket`;
    const socket = new WebSocket(url, "papo.v1", { headers, perMessageDeflate: false });
    const guest = new Guest(socket);
    await once(socket, "open");
    guest.send({ type: "join", nick, token: `bench-token-of-${room}-${nick}`, client: "bench" });
    await guest.next("welcome");
    return guest;
  }

  send(command: object): void {
    this.#socket.send(JSON.stringify(command));
  }

  /** Resolves with the next event of a type; rejects where something is refused. */
  next(type: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.on("message", (data) => {
        for (const event of JSON.parse(String(data)) as RoomEvent[]) {
          if (event.type === type) resolve();
          else if (event.type === "error") reject(new Error(event.message));
        }
      });
    });
  }

  async leave(): Promise<void> {
    this.send({ type: "leave" });
    await this.closed;
  }
}
