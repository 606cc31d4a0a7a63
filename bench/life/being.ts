import { once } from "node:events";
import WebSocket from "ws";

interface RoomEvent {
  readonly type: string;
  readonly id?: number;
  readonly cid?: number;
  readonly sent?: number;
  readonly message?: string;
}

interface Speech {
  readonly messages: number;
  /** Edits and reactions, by halves, of what was said last. */
  readonly changes: number;
  readonly underWay: number;
}

/** Characters after which a client shows that it reads: a room cuts off who is sent 8 MiB without a word. */
const PING_EVERY = 2 ** 20;

let addresses = 0;

/** Somebody in the room, by papo's wire protocol. */
export class Being {
  readonly #socket: WebSocket;
  /** The highest number that is stored. */
  #cid = 0;
  #heard: (event: RoomEvent) => void = () => {};
  #closed: (code: number) => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("close", (code) => this.#closed(code));
    let heard = 0;
    socket.on("message", (data) => {
      const text = String(data);
      if (text === "pong") return;
      heard += text.length;
      if (heard > PING_EVERY) {
        heard = 0;
        socket.send("ping");
      }
      for (const event of JSON.parse(text) as RoomEvent[]) this.#heard(event);
    });
  }

  /** Resolves once they are welcome. */
  static async join(port: number, nick: string): Promise<Being> {
    const number = ++addresses;
    const headers = {
      "CF-Connecting-IP": `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
    };
    const url = `ws://127.0.0.1:${port}/api/rooms/life/socket`;
    const socket = new WebSocket(url, "papo.v1", { headers, perMessageDeflate: false });
    const being = new Being(socket);
    await once(socket, "open");
    const welcome = being.#next((event) => event.type === "welcome");
    being.#send({ type: "join", nick, token: `bench-token-of-${nick}`.padEnd(24, "-"), client: "bench" });
    being.#cid = (await welcome).sent ?? 0;
    return being;
  }

  /** Speaks, and changes what was said; resolves once all of it is stored. */
  async speak({ messages, changes, underWay }: Speech): Promise<void> {
    const from = this.#cid;
    const until = from + messages + changes;
    const every = changes > 0 ? Math.floor((messages + changes) / changes) : Number.POSITIVE_INFINITY;
    const isChange = (cid: number) => cid % every === 0;
    let sent = from;
    let last: number | undefined;
    const sendMore = () => {
      while (sent < until && sent - this.#cid < underWay) {
        const cid = ++sent;
        const text = `what is said for the ${cid}th time, and at some length`;
        if (!isChange(cid) || last === undefined) this.#send({ type: "say", cid, text });
        else if (cid % (2 * every) === 0) this.#send({ type: "edit", cid, id: last, text });
        else this.#send({ type: "react", cid, id: last, emoji: "👍" });
      }
    };
    const allStored = this.#next(({ type, cid, id }) => {
      if (type !== "stored" || cid === undefined) return false;
      this.#cid = cid;
      if (!isChange(cid)) last = id ?? last;
      sendMore();
      return cid === until;
    });
    sendMore();
    await allStored;
  }

  async leave(): Promise<void> {
    const closed = once(this.#socket, "close");
    this.#send({ type: "leave" });
    await closed;
  }

  /** The first event that is the one; rejects where something is refused, or the room closes the socket. */
  #next(isIt: (event: RoomEvent) => boolean): Promise<RoomEvent> {
    return new Promise((resolve, reject) => {
      this.#heard = (event) => {
        if (isIt(event)) resolve(event);
        else if (event.type === "error") reject(new Error(event.message));
      };
      this.#closed = (code) => reject(new Error(`closed with ${code}`));
    });
  }

  #send(command: object): void {
    this.#socket.send(JSON.stringify(command));
  }
}
