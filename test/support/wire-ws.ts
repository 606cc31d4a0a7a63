import { once } from "node:events";
import { WebSocket } from "ws";
import type { CommandInput } from "../../src/protocol/command.ts";
import type { Welcome } from "../../src/protocol/event.ts";
import { PING_BYTES } from "../../src/protocol/limits.ts";
import { tokenOf } from "./token-of.ts";
import { Wire } from "./wire.ts";

let count = 0;

/** A wire over a real socket. It pings after so many bytes as the protocol asks for. */
export class SocketWire extends Wire {
  readonly #socket: WebSocket;
  /** Bytes of events heard. */
  bytes = 0;

  private constructor(socket: WebSocket) {
    super(socket);
    this.#socket = socket;
    let unpinged = 0;
    socket.on("message", (data: Buffer) => {
      this.bytes += data.length;
      unpinged += data.length;
      if (unpinged < PING_BYTES || socket.readyState !== WebSocket.OPEN) return;
      unpinged = 0;
      socket.send("ping");
    });
  }

  /** Connects to a room, from a network address of its own. */
  static async open(server: URL, room: string): Promise<SocketWire> {
    count++;
    const url = new URL(`/api/rooms/${room}/socket`, server);
    url.protocol = "ws:";
    const address = `10.1.${count >> 8}.${count & 255}`;
    const socket = new WebSocket(url, "papo.v1", { headers: { "CF-Connecting-IP": address } });
    // Its close follows, and tells.
    socket.on("error", () => {});
    const wire = new SocketWire(socket);
    await Promise.race([once(socket, "open"), wire.closing()]);
    return wire;
  }

  /** Connects, and joins under a nickname with a token and a client that follow from it. */
  static async join(
    server: URL,
    room: string,
    fields: Partial<Extract<CommandInput, { type: "join" }>> & { nick: string },
  ): Promise<{ wire: SocketWire; welcome: Welcome }> {
    const wire = await SocketWire.open(server, room);
    wire.send({ type: "join", token: tokenOf(fields.nick), client: "one", ...fields });
    return { wire, welcome: await wire.next("welcome") };
  }

  /** Reads nothing more, until {@link resume}. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Destroys the socket, as when a machine loses power, but that the network tells. */
  destroy(): void {
    this.#socket.terminate();
  }
}
