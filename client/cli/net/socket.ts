import { WebSocket } from "ws";
import { retryAfterOf } from "../../../src/protocol/http-answer.ts";
import type { Address } from "../../core/address.ts";
import type { Connect } from "../../core/connection/connection.ts";
import { webSocketConnect } from "../../core/connection/web-socket-connection.ts";
import { doorHeaders } from "../../core/http/door-headers.ts";
import { readRefusal } from "../../core/http/refusal.ts";
import type { Problem } from "../../core/problem.ts";
import type { KeptPass } from "../person/pass.ts";
import type { HttpProxy } from "./proxy/proxy.ts";
import { tunnelAgent } from "./proxy/tunnel.ts";
import { answerTrouble, mayPass, mayStatusPass, networkTrouble, upgradeTrouble } from "./trouble.ts";

/** Bytes of one frame from the room; more is no room's. A welcome to 5,000 members with its replay is below 2 MiB. */
const LARGEST_FRAME = 16 * 1024 * 1024;
/** Bytes of an answer that is no WebSocket: as much as a refusal takes. */
const LARGEST_REFUSAL = 16_384;

/** A way to connect to a room from Node, and why it last failed to. */
export interface NodeSocket {
  readonly connect: Connect;
  /** A sentence for a person; undefined once a connection has been opened. */
  trouble(): string | undefined;
  /** Whether that may be otherwise in a moment. */
  mayPass(): boolean;
}

/** What is shown where a server does not let everybody in. */
export interface DoorSettings {
  readonly pass?: Pick<KeptPass, "current">;
  readonly admin?: string | undefined;
  readonly gate?: Readonly<Record<string, string>>;
  readonly proxy?: HttpProxy | undefined;
}

/** A connection is made with the pass that is shown then. */
export function nodeSocket(address: Address, { pass, admin, gate, proxy }: DoorSettings = {}): NodeSocket {
  const agent = proxy && tunnelAgent(proxy, { secure: address.socketUrl.startsWith("wss:") });
  let trouble: string | undefined;
  let passes = true;
  /** What the last answer that was no WebSocket asked for, in milliseconds. */
  let retryAfter: number | undefined;
  let refusal: Problem | undefined;

  const create = (url: string, subprotocol: string): WebSocket => {
    retryAfter = undefined;
    refusal = undefined;
    const headers = doorHeaders({ pass: pass?.current, admin, gate });
    const options = { perMessageDeflate: false, maxPayload: LARGEST_FRAME, headers, agent };
    const socket = new WebSocket(url, subprotocol, options);
    let answered = false;
    let upgraded = false;
    socket.once("upgrade", () => {
      upgraded = true;
    });
    socket.once("open", () => {
      trouble = undefined;
    });
    socket.on("error", (error) => {
      // Without a code, it is about a handshake that nobody has answered in time, or not as a room does.
      if (answered) return;
      passes = !upgraded && mayPass(error);
      trouble = upgraded ? answerTrouble({ status: 101 }, address) : networkTrouble(error, address);
    });
    socket.once("unexpected-response", (_request, response) => {
      answered = true;
      retryAfter = retryAfterOf(response.headers["retry-after"]);
      const status = response.statusCode ?? 0;
      let body = "";
      const end = () => {
        passes = mayStatusPass(status);
        refusal = readRefusal(body);
        trouble = upgradeTrouble({ status, refusal }, address);
        socket.terminate();
      };
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
        if (body.length > LARGEST_REFUSAL) response.destroy();
      });
      response.once("close", end);
    });
    return socket;
  };

  const connect = webSocketConnect(address.socketUrl, create);
  return {
    connect: (listener) =>
      connect((event) => {
        if (event.type !== "closed") listener(event);
        else
          listener({
            ...event,
            ...(retryAfter !== undefined && { retryAfter }),
            ...(refusal && { refusal }),
          });
      }),
    trouble: () => trouble,
    mayPass: () => passes,
  };
}
