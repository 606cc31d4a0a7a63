import type { ClientRequest, IncomingMessage } from "node:http";
import type { Exchange, HttpAnswer, HttpOutcome } from "../../core/http/exchange.ts";
import { codeOf } from "../end/system-trouble.ts";
import { decodeText } from "../text/decode.ts";
import type { HttpProxy } from "./proxy/proxy.ts";
import { ProxyFailure, proxyRefusal } from "./proxy/proxy-failure.ts";
import { directly, type Send, type Sent, through } from "./request.ts";

/** Milliseconds in which the whole answer of a server must be here. */
const WITHIN = 20_000;
/** The same behind each step of a long body: of what was taken, much may still be on its way. */
const WITHIN_STEP = 120_000;
/** Bytes of it. A page of messages has 512 KiB, and a roster of 5,000 less. */
const MOST = 4 * 1024 * 1024;
/** What becomes of a connection that had been made, and may be made again. */
const MAY_PASS = new Set(["ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT"]);

/** Plain HTTP by Node. `pour` gives what is sent, instead of a body; it tells of each step, for each has a time of its own. */
export function exchangeThrough(proxy: HttpProxy | undefined, pour?: Pour): Exchange {
  const send = sendThrough(proxy);
  return (asked) =>
    pour === undefined
      ? answerTo(send(asked), WITHIN, (request) => request.end(asked.body))
      : answerTo(send(asked), WITHIN_STEP, pour);
}

/** Writes a body, and ends the request. `step`: something of it has been taken. */
export type Pour = (request: ClientRequest, step: () => void) => unknown;

export function sendThrough(proxy: HttpProxy | undefined): Send {
  return proxy === undefined ? directly : through(proxy);
}

function answerTo({ request: sent, proxy }: Sent, within: number, pour: Pour): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    let reached = false;
    let late: Error | undefined;
    const timer = setTimeout(() => {
      late = failure("ETIMEDOUT");
      sent.destroy(late);
    }, within);
    const done = (outcome: HttpOutcome) => {
      clearTimeout(timer);
      // Who answers before all was sent reads no further.
      if (!sent.writableFinished) sent.destroy();
      resolve(outcome);
    };
    const failed = (error: Error) => {
      sent.destroy();
      const cause = late ?? error;
      const isProxys = proxy !== undefined && !reached;
      done({
        type: "failed",
        error: isProxys && !(cause instanceof ProxyFailure) ? new ProxyFailure(proxy, { cause }) : cause,
        reached,
        isSilence: MAY_PASS.has(codeOf(cause) ?? ""),
      });
    };
    onConnected(sent, () => {
      reached = true;
    });
    sent.on("error", failed);
    sent.on("response", (response) => {
      if (proxy !== undefined && isOfProxy(response)) {
        reached = false;
        failed(proxyRefusal(proxy, response));
        return;
      }
      collect(response).then((bytes) => done(answerOf(response, bytes)), failed);
    });
    // An upgrade that nobody has asked for would be silent for ever.
    sent.on("upgrade", (response, socket) => {
      socket.destroy();
      done(answerOf(response, Buffer.alloc(0)));
    });
    pour(sent, () => timer.refresh());
  });
}

/** Whether a proxy that sees what is asked has refused it: a server says why in JSON. */
function isOfProxy({ statusCode, headers }: IncomingMessage): boolean {
  const isJson = /^application\/json\b/i.test(headers["content-type"] ?? "");
  return statusCode === 407 || ((statusCode === 403 || statusCode === 451) && !isJson);
}

/** Of TLS only the handshake shows that somebody is there to read what is sent. */
function onConnected(request: ClientRequest, connected: () => void): void {
  request.on("socket", (socket) => {
    if (request.reusedSocket) connected();
    else socket.once("encrypted" in socket ? "secureConnect" : "connect", connected);
  });
}

async function collect(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST) throw failure("TOO_LARGE");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, bytes: Uint8Array): HttpAnswer {
  const text = decodeText(bytes);
  return {
    type: "answer",
    status: statusCode,
    contentType: headers["content-type"],
    retryAfter: headers["retry-after"],
    date: headers.date,
    body: typeof text === "string" ? text : "",
  };
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
