import { once } from "node:events";
import { WebSocket } from "ws";

/** Milliseconds from one to the next: a room takes whoever gives none for dead. */
const SIGN_OF_LIFE = 15_000;

/** Somebody who talks in a room, to be seen by a page. */
export class Talker {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, () => void>();
  #cid = 0;
  #unpinged = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data: Buffer) => this.#hear(data));
    const alive = setInterval(() => socket.send("ping"), SIGN_OF_LIFE);
    socket.on("close", () => clearInterval(alive));
  }

  static async join(server: URL, room: string, nick: string): Promise<Talker> {
    const url = new URL(`/api/rooms/${room}/socket`, server);
    url.protocol = "ws:";
    const socket = new WebSocket(url, "papo.v1");
    await once(socket, "open");
    const talker = new Talker(socket);
    socket.send(JSON.stringify({ type: "join", nick }));
    await once(socket, "message");
    return talker;
  }

  /** Says something; resolves when all of it is stored. */
  say(...texts: string[]): Promise<void> {
    for (const text of texts) this.#socket.send(JSON.stringify({ type: "say", cid: ++this.#cid, text }));
    const last = this.#cid;
    return new Promise((resolve) => this.#waiting.set(last, resolve));
  }

  async leave(): Promise<void> {
    const closed = once(this.#socket, "close");
    this.#socket.send(JSON.stringify({ type: "leave" }));
    await closed;
  }

  #hear(data: Buffer): void {
    // A room asks for signs of life from who is sent much.
    this.#unpinged += data.length;
    if (this.#unpinged > 16_384) {
      this.#unpinged = 0;
      this.#socket.send("ping");
    }
    for (const [, cid] of data.toString().matchAll(/"type":"stored","cid":(\d+)/g)) {
      this.#waiting.get(Number(cid))?.();
      this.#waiting.delete(Number(cid));
    }
  }
}

/** Lines of a talk, as people write: of different lengths, some with a link or a name. */
export function lines(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const link = number % 10 === 0 ? " see https://example.org/page" : "";
    const name = number % 25 === 0 ? " @ana" : "";
    return `line ${number}${name} ${"some words of it ".repeat(number % 7)}${link}`;
  });
}
